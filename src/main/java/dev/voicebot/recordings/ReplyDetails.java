package dev.voicebot.recordings;

/** What is known of a reply before it sounds: the question (empty when there was none) and the voice's name. */
public record ReplyDetails(String question, String voice) {}
