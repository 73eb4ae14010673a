package dev.voicebot.wiring;

/** A value that a setting is known to take, and a few words about it; these may be empty. */
public record KnownValue(String value, String about) {}
