package dev.voicebot.chat;

/** A question and what was answered, as far as it reached the user. */
public record Exchange(String question, String answer) {}
