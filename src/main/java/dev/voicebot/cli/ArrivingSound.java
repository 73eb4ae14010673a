package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sound that comes through standard input without having been named. What starts this command may leave a pipe open that
 * nobody writes into, so that waits half a second at most, beside the start of the program; a slower one is named -.
 */
final class ArrivingSound {
    private static final Duration LATE = Duration.ofMillis(500);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private ArrivingSound() {}

    /**
     * Standard input from its beginning; empty if nothing arrives, after a message to the user.
     *
     * @throws AssistantException USAGE where it is empty: a microphone that opens then was never meant
     */
    static Optional<InputStream> of(Edges edges) {
        Optional<InputStream> arriving = switch (edges.piped()) {
            case NOTHING -> Optional.empty();
            case TO_OUR_SHELL -> Optional.of(edges.in()).filter(ArrivingSound::isComing);
            case TO_US -> begun(edges.in());
        };
        if (arriving.isEmpty() && edges.piped() == Piped.TO_US) {
            Output.tell(edges, tr("Standard input is silent: using the microphone. To wait for it, name it: -"));
        }
        return arriving;
    }

    /** Takes nothing of what others read too. */
    private static boolean isComing(InputStream in) {
        try {
            long end = System.nanoTime() + LATE.toNanos();
            while (in.available() == 0 && System.nanoTime() < end) {
                Thread.sleep(GLANCE.toMillis());
            }
            return in.available() > 0;
        } catch (IOException e) {
            return true; // the reader reports what is wrong
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    private static Optional<InputStream> begun(InputStream in) {
        BlockingQueue<Optional<InputStream>> begun = new ArrayBlockingQueue<>(1);
        Worker.INPUT.start(() -> begun.add(first(in)));
        try {
            Optional<InputStream> arriving = begun.poll(LATE.toNanos(), TimeUnit.NANOSECONDS);
            if (arriving == null) {
                return Optional.empty();
            }
            Commands.require(
                    arriving.isPresent(),
                    tr("Standard input is empty. Check the command before the pipe, or the file."));
            return arriving;
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    /** Blocks until there is a byte; empty at the end. */
    private static Optional<InputStream> first(InputStream in) {
        try {
            int first = in.read();
            return first < 0
                    ? Optional.empty()
                    : Optional.of(new SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) first}), in));
        } catch (IOException e) {
            return Optional.of(in); // the reader reports what is wrong
        }
    }
}
