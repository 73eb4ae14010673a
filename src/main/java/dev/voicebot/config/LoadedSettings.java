package dev.voicebot.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a run.
 *
 * @param file the settings file they came from
 * @param effective each of them, in the order of the reference, with what is in open tables at the end
 * @param warnings what the user should be told
 */
public record LoadedSettings(
        Settings settings, Optional<Path> file, List<EffectiveSetting> effective, List<String> warnings) {}
