package dev.voicebot.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 whatever the locale says; remembers why it could not be written. A reader that leaves early, as {@code head}
 * does, is nothing to complain about; a full disk is.
 */
final class StandardOutput extends PrintStream {
    private static final String READER_LEFT = "Broken pipe"; // the system's words for it

    private final Watched bytes;
    private final boolean isPipe;

    private StandardOutput(Watched bytes, boolean isPipe) {
        super(bytes, false, StandardCharsets.UTF_8);
        this.bytes = bytes;
        this.isPipe = isPipe;
    }

    /** {@code isPipe} when whatever goes wrong means that the reader has left: systems put that in many languages. */
    static StandardOutput to(OutputStream bytes, boolean isPipe) {
        return new StandardOutput(new Watched(bytes), isPipe);
    }

    /** What went wrong when {@code out} was written, if that is worth a complaint. */
    static Optional<String> complaint(PrintStream out) {
        return out instanceof StandardOutput standard ? standard.complaint() : Optional.empty();
    }

    private Optional<String> complaint() {
        return Optional.ofNullable(bytes.failure)
                .map(failure -> String.valueOf(failure.getMessage()))
                .filter(message -> !isPipe && !message.equals(READER_LEFT));
    }

    /** Passes bytes on, many at once, and keeps the first failure. */
    private static final class Watched extends FilterOutputStream {
        private volatile @Nullable IOException failure; // by whoever writes

        Watched(OutputStream bytes) {
            super(bytes);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] piece, int offset, int length) throws IOException {
            try {
                out.write(piece, offset, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }
}
