package dev.voicebot.cli;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.WavInput;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Reads what is no plain WAV through the user's ffmpeg, while it is being converted. */
final class Ffmpeg {
    private static final String RATE = "16000";

    private final Path program;

    Ffmpeg(Path program) {
        this.program = program;
    }

    /** A file, whatever its name. */
    AudioInput file(Path file) {
        return () -> {
            Process process = start("file:" + file.toAbsolutePath());
            closeQuietly(process.getOutputStream());
            return WavInput.of(new Output(process), file.toString()).start();
        };
    }

    /** A stream, which is read on a thread of its own. */
    AudioInput stream(InputStream in, String name) {
        return () -> {
            Process process = start("pipe:0");
            Worker.FFMPEG.start("input", () -> feed(in, process));
            return WavInput.of(new Output(process), name).start();
        };
    }

    private Process start(String source) {
        List<String> command = List.of(
                program.toString(),
                "-loglevel",
                "error",
                "-i",
                source,
                "-vn",
                "-ac",
                "1",
                "-ar",
                RATE,
                "-f",
                "wav",
                "-");
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new AssistantException(FaultKind.FAILED, "cannot start " + program + ": " + e.getMessage(), e);
        }
    }

    private static void feed(InputStream in, Process process) {
        try (OutputStream out = process.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            return; // ffmpeg has ended; its own words tell why
        }
    }

    private static void closeQuietly(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            return; // it has ended already
        }
    }

    /** What ffmpeg writes; its end is a failure when ffmpeg failed. */
    private static final class Output extends FilterInputStream {
        private final Process process;
        private final CompletableFuture<String> complaint;

        Output(Process process) {
            super(process.getInputStream());
            this.process = process;
            this.complaint = CompletableFuture.supplyAsync(this::lastComplaint, Worker.FFMPEG.each("errors"));
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            return next < 0 ? atEnd() : next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            return count < 0 ? atEnd() : count;
        }

        @Override
        public void close() throws IOException {
            process.destroy();
            super.close();
        }

        private int atEnd() throws IOException {
            try {
                if (process.waitFor() != 0) {
                    throw new IOException("ffmpeg: " + complaint.get());
                }
                return -1;
            } catch (InterruptedException e) {
                Interrupts.keep(e);
                throw new IOException("interrupted", e);
            } catch (ExecutionException e) {
                throw new IOException("ffmpeg failed", e);
            }
        }

        private String lastComplaint() {
            try (var errors = process.errorReader(StandardCharsets.UTF_8)) {
                return errors.lines().filter(line -> !line.isBlank()).reduce("it failed", (before, line) -> line);
            } catch (IOException | UncheckedIOException e) {
                return "it failed";
            }
        }
    }
}
