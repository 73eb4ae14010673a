package dev.voicebot.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The settings of a run, the file they came from, and what the user should be warned of. */
public record LoadedSettings(Settings settings, Optional<Path> file, List<String> warnings) {}
