package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.WholeFile;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.terminal.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where one transcript is written: stdout, or a file that appears, and whose name is printed, when it is complete. */
final class TranscriptTarget implements AutoCloseable {
    private final TranscriptWriter writer;
    private final @Nullable TranscriptFile file;

    /**
     * Who hears of it.
     *
     * @param out receives what belongs on stdout
     * @param tell receives a line about the work
     */
    record Told(Consumer<String> out, Consumer<String> tell) {}

    /** Not in a file. */
    TranscriptTarget(TranscriptWriter writer) {
        this(writer, null);
    }

    private TranscriptTarget(TranscriptWriter writer, @Nullable TranscriptFile file) {
        this.writer = writer;
        this.file = file;
    }

    /** In a file: an earlier one of that name stays until this one is complete. */
    static TranscriptTarget in(Path file, Function<Consumer<String>, TranscriptWriter> writer, Told told) {
        TranscriptFile opened = TranscriptFile.open(file, told);
        return new TranscriptTarget(writer.apply(opened::append), opened);
    }

    TranscriptWriter writer() {
        return writer;
    }

    /** All was understood and written. */
    void complete() {
        if (file != null) {
            file.complete();
        }
    }

    /** What was written of a transcript that is not complete stays beside its place. */
    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }

    private record TranscriptFile(Path file, WholeFile text, Told told) implements AutoCloseable {
        static TranscriptFile open(Path file, Told told) {
            try {
                PrivateFiles.foldersFor(Objects.requireNonNullElse(file.getParent(), Path.of(".")));
                return new TranscriptFile(file, WholeFile.replacing(file), told);
            } catch (IOException e) {
                throw cannotWrite(file, e);
            }
        }

        void append(String piece) {
            try {
                text.append(SafeText.document(piece));
            } catch (IOException e) {
                throw cannotWrite(file, e);
            }
        }

        void complete() {
            try {
                text.complete();
            } catch (IOException e) {
                throw cannotWrite(file, e);
            }
            told.out().accept(file + "\n");
        }

        @Override
        public void close() {
            try {
                text.keepPart().ifPresent(part -> told.tell().accept(tr("What was transcribed is in %s.", part)));
            } catch (IOException e) {
                throw cannotWrite(file, e);
            }
        }

        private static AssistantException cannotWrite(Path file, IOException cause) {
            return FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file), cause);
        }
    }
}
