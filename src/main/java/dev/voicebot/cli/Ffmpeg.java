package dev.voicebot.cli;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.WavInput;
import dev.voicebot.threads.Worker;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

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
            FfmpegRun run = start("file:" + file.toAbsolutePath());
            run.endInput();
            return WavInput.of(new Output(run), file.toString()).start();
        };
    }

    /** A stream, which is read on a thread of its own. */
    AudioInput stream(InputStream in, String name) {
        return () -> {
            FfmpegRun run = start("pipe:0");
            Worker.FFMPEG.start("input", () -> feed(in, run));
            return WavInput.of(new Output(run), name).start();
        };
    }

    private FfmpegRun start(String source) {
        return FfmpegRun.start(program, List.of("-i", source, "-vn", "-ac", "1", "-ar", RATE, "-f", "wav", "-"));
    }

    private static void feed(InputStream in, FfmpegRun run) {
        try (OutputStream out = run.input()) {
            in.transferTo(out);
        } catch (IOException e) {
            return; // ffmpeg has ended; its own words tell why
        }
    }

    /** What ffmpeg writes; its end is a failure when ffmpeg failed. */
    private static final class Output extends FilterInputStream {
        private final FfmpegRun run;

        Output(FfmpegRun run) {
            super(run.output());
            this.run = run;
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
            run.close();
            super.close();
        }

        private int atEnd() throws IOException {
            run.finish();
            return -1;
        }
    }
}
