package dev.voicebot.terminal;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Whole lines, as the terminal edits them. Nothing can end the reading of one; but the wait for it can end, and then the
 * line goes to whoever asks next.
 */
public final class TypedLines {
    private final BufferedReader reader;
    private final Executor thread = Worker.INPUT.inOrder(); // as long as the process: nothing ends what it waits for
    private @Nullable CompletableFuture<Optional<String>> coming; // guarded by this

    public TypedLines(BufferedReader reader) {
        this.reader = reader;
    }

    /**
     * Blocks for the next line; empty at the end of the input.
     *
     * @throws AssistantException INTERRUPTED at a cancel; FAILED where the terminal is gone
     */
    public Optional<String> next(Cancellation cancellation) {
        CompletableFuture<Optional<String>> answer = coming().copy();
        try (Cancellation.Registration tie =
                cancellation.onCancel(() -> answer.completeExceptionally(AssistantException.interrupted()))) {
            Optional<String> line = answer.get();
            taken();
            return line;
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        } catch (ExecutionException e) {
            throw fault(e);
        }
    }

    private synchronized CompletableFuture<Optional<String>> coming() {
        if (coming == null) {
            CompletableFuture<Optional<String>> line = new CompletableFuture<>();
            coming = line;
            thread.execute(() -> read(line));
        }
        return coming;
    }

    private void read(CompletableFuture<Optional<String>> line) {
        try {
            line.complete(Optional.ofNullable(reader.readLine()));
        } catch (IOException e) {
            line.completeExceptionally(e);
        }
    }

    private synchronized void taken() {
        coming = null;
    }

    private static AssistantException fault(ExecutionException e) {
        return e.getCause() instanceof AssistantException interrupted
                ? interrupted
                : new AssistantException(FaultKind.FAILED, tr("Cannot read the answer"), e);
    }
}
