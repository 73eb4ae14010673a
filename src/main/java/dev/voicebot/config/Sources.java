package dev.voicebot.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where settings come from.
 *
 * @param file the one named on the command line
 * @param options settings by key, from the command line
 * @param checkout the folder the program was built in, when it was started from its own launcher
 */
public record Sources(
        Optional<Path> file,
        Map<String, String> environment,
        Map<String, String> options,
        Path workingDirectory,
        Folders folders,
        Optional<Path> checkout) {}
