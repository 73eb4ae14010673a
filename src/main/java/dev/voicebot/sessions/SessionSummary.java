package dev.voicebot.sessions;

import java.time.Instant;

/** A kept conversation in a row of a list; {@code used} is when something was last said in it. */
public record SessionSummary(String id, Instant used, int turns, String firstWords) {}
