package dev.voicebot.wiring;

import java.nio.file.Path;
import java.util.Optional;

/** Where a spoken text should go: a file the user named instead of the archive, and whether it is heard. */
public record SpeechTarget(Optional<Path> file, boolean play) {
    public static final SpeechTarget USUAL = new SpeechTarget(Optional.empty(), true);
}
