package dev.voicebot.sessions;

/** A turn that holds what was searched for; {@code excerpt} is the text around the first of the words. */
public record SessionHit(String id, TurnText turn, String excerpt) {}
