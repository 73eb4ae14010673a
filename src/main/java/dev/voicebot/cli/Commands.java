package dev.voicebot.cli;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What every command does with its parent, its options and its input. */
final class Commands {
    private Commands() {}

    static VoicebotCommand of(@Nullable VoicebotCommand root) {
        if (root == null) {
            throw new IllegalStateException("picocli has not set the parent command");
        }
        return root;
    }

    /** Refuses a usage that makes no sense; {@code complaint} tells what to do. */
    static void require(boolean fine, String complaint) {
        if (!fine) {
            throw new AssistantException(FaultKind.USAGE, complaint);
        }
    }

    static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new AssistantException(FaultKind.USAGE, "no such file: " + file, e);
        } catch (IOException e) {
            throw new AssistantException(FaultKind.USAGE, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    static Reader utf8(InputStream bytes) {
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }
}
