package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The user's ffmpeg at work. */
final class FfmpegRun implements AutoCloseable {
    private final Process process;
    private final CompletableFuture<String> complaint;

    private FfmpegRun(Process process) {
        this.process = process;
        this.complaint = CompletableFuture.supplyAsync(this::lastComplaint, Worker.FFMPEG.each("errors"));
    }

    /** @throws AssistantException FAILED when it cannot be started */
    static FfmpegRun start(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-loglevel", "error"));
        command.addAll(arguments);
        try {
            return new FfmpegRun(new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Cannot start %s. Check that it is installed and executable.", program), e);
        }
    }

    /** What it reads. */
    OutputStream input() {
        return process.getOutputStream();
    }

    /** What it writes. */
    InputStream output() {
        return process.getInputStream();
    }

    /** There is nothing to read, or no more. */
    void endInput() {
        try {
            input().close();
        } catch (IOException e) {
            return; // it has ended already
        }
    }

    /**
     * Blocks until it has ended.
     *
     * @throws IOException in its own words, when it failed
     */
    void finish() throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw new IOException("ffmpeg: " + complaint.get());
            }
        } catch (InterruptedException e) {
            Interrupts.keep(e);
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("ffmpeg failed", e);
        }
    }

    /** Ends it, wherever it is. */
    @Override
    public void close() {
        process.destroy();
    }

    private String lastComplaint() {
        try (var errors = process.errorReader(StandardCharsets.UTF_8)) {
            return errors.lines().filter(line -> !line.isBlank()).reduce(tr("it failed"), (before, line) -> line);
        } catch (IOException | UncheckedIOException e) {
            return tr("it failed");
        }
    }
}
