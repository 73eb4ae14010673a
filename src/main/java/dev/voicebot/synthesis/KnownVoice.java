package dev.voicebot.synthesis;

/** A voice that an engine is known to have: its own name for it, and in a few words who it is. */
public record KnownVoice(String name, String about) {}
