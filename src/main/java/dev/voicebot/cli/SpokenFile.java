package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.WavComment;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.reading.FileSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file of {@code speak -o FILE}. Another format than WAV is made of a WAV beside it once that is whole. */
final class SpokenFile {
    private final Path file;
    private final Optional<SoundEncoder> encoder;

    /** @throws AssistantException USAGE where another format than WAV cannot be written there */
    SpokenFile(Path file, Optional<SoundEncoder> encoder) {
        this.file = file;
        this.encoder = encoder;
        if (encoder.isPresent() && Files.exists(file) && !Files.isRegularFile(file)) {
            throw new AssistantException(
                    FaultKind.USAGE, tr("%s is not a regular file. Choose another, or use -o -.", file));
        }
    }

    /** The WAV that is written. */
    Path sound() {
        return encoder.isPresent() ? file.resolveSibling(file.getFileName() + ".wav") : file;
    }

    /** By what is written in the file itself: which text it says; empty where there is no such file, or a part of it. */
    Optional<String> comment() {
        if (FileSink.canResume(sound())) {
            return Optional.empty();
        }
        if (Files.exists(sound())) {
            return WavComment.of(sound());
        }
        return encoder.filter(it -> Files.exists(file)).flatMap(it -> it.comment(file));
    }

    /**
     * The WAV is whole: makes the file of it, where that is another. Gives the file.
     *
     * @throws AssistantException FAILED; the WAV stays
     */
    Path complete() {
        if (encoder.isPresent() && Files.exists(sound())) {
            encoder.get().convert(sound(), file);
            try {
                Files.delete(sound());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }
}
