package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Text that arrives over time, read on a thread of its own, because a read that waits for a pipe cannot be cancelled.
 * That thread is at most two pieces ahead: a long text is never held in memory.
 */
final class PipedText {
    private static final int PIECE = 4096; // characters at once, at the most

    private final BlockingQueue<Supplier<Optional<String>>> arrived = new ArrayBlockingQueue<>(1);
    private final Cancellation cancellation;

    private PipedText(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /** Pieces of any size, each as soon as it is there. */
    static PipedText pieces(Reader source, Cancellation cancellation) {
        return read(() -> piece(source), cancellation);
    }

    /** Whole lines, without their ends. */
    static PipedText lines(Reader source, Cancellation cancellation) {
        BufferedReader characters = new BufferedReader(source);
        return read(() -> line(characters), cancellation);
    }

    /** What comes next, blocking until it is there; empty at the end. */
    Optional<String> next() {
        try (Cancellation.Registration tie = cancellation.onCancel(this::wake)) {
            Supplier<Optional<String>> next = arrived.take();
            cancellation.throwIfCancelled();
            return next.get();
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    private static PipedText read(Source source, Cancellation cancellation) {
        PipedText text = new PipedText(cancellation);
        Worker.INPUT.start(() -> text.readAll(source));
        return text;
    }

    private void readAll(Source source) {
        try {
            arriveAll(source);
        } catch (InterruptedException e) {
            Interrupts.keep(e);
        }
    }

    private void arriveAll(Source source) throws InterruptedException {
        try {
            for (String next = source.next(); next != null; next = source.next()) {
                Optional<String> piece = Optional.of(next);
                arrived.put(() -> piece);
            }
            arrived.put(Optional::empty);
        } catch (IOException e) {
            fail(new AssistantException(
                    FaultKind.USAGE, tr("Cannot read standard input. Check the program that writes to the pipe."), e));
        } catch (AssistantException e) {
            fail(e);
        }
    }

    private void fail(AssistantException fault) throws InterruptedException {
        arrived.put(() -> {
            throw fault;
        });
    }

    /** Any thread: a waiting {@link #next} takes this, or the piece that came at the same moment. */
    private void wake() {
        arrived.offer(Optional::empty);
    }

    private static @Nullable String piece(Reader source) throws IOException {
        char[] piece = new char[PIECE];
        int count = source.read(piece);
        return count < 0 ? null : new String(piece, 0, count);
    }

    /** As {@link BufferedReader#readLine}, but not as long as a stream without an end. */
    private static @Nullable String line(BufferedReader source) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = source.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = source.read()) {
            if (line.length() == TextInput.MOST) {
                throw TextInput.tooLong(tr("A line of standard input"));
            }
            line.append((char) next);
        }
        return line.toString();
    }

    /** Where pieces come from; null at the end. */
    @FunctionalInterface
    private interface Source {
        @Nullable
        String next() throws IOException;
    }
}
