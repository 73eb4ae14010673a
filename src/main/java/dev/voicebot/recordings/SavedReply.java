package dev.voicebot.recordings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;

/** A reply in the archive; {@code said} and {@code question} are empty when its words are lost. */
public record SavedReply(Path wav, LocalDateTime time, Duration length, String said, String question) {}
