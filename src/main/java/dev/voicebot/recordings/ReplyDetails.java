package dev.voicebot.recordings;

/** What a saved reply answers ({@code question} may be empty) and how it sounds. */
public record ReplyDetails(String question, String voice, String engine) {}
