package dev.voicebot.audio;

import java.io.InputStream;
import java.util.Optional;

/** A WAV file or pipe in the place of a microphone; gives its sound as fast as it is asked for. */
public final class WavInput implements AudioInput {
    private final InputStream source;
    private final String name;

    /** Names the sound in error messages; the recording closes {@code source}. */
    public WavInput(InputStream source, String name) {
        this.source = source;
        this.name = name;
    }

    @Override
    public Recording start() {
        return new FileRecording(WavReader.open(source, name));
    }

    private static final class FileRecording implements Recording {
        private static final int FRAMES_PER_SECOND = 10;

        private final WavReader reader;
        private volatile boolean stopped; // set by any thread

        FileRecording(WavReader reader) {
            this.reader = reader;
        }

        @Override
        public int sampleRate() {
            return reader.sampleRate();
        }

        @Override
        public Optional<PcmFrame> next() {
            return stopped ? Optional.empty() : reader.read(Math.max(1, sampleRate() / FRAMES_PER_SECOND));
        }

        @Override
        public void stop() {
            stopped = true;
        }

        @Override
        public void close() {
            stopped = true;
            reader.close();
        }
    }
}
