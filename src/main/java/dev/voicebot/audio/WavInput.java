package dev.voicebot.audio;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A WAV file or pipe as a microphone: about 100 ms a frame, as fast as it can be read, never all of it at once. */
public final class WavInput implements AudioInput {
    private final Supplier<WavReader> source;

    private WavInput(Supplier<WavReader> source) {
        this.source = source;
    }

    public static WavInput of(Path file) {
        return new WavInput(() -> WavReader.open(file));
    }

    /** Can be started once; {@code name} is for messages: {@code standard input}. The stream gets closed at the end. */
    public static WavInput of(InputStream in, String name) {
        return new WavInput(() -> WavReader.of(in, name));
    }

    /** Bare samples, mono, 16-bit signed little-endian; can be started once. The stream gets closed at the end. */
    public static WavInput raw(InputStream in, int sampleRate, String name) {
        byte[] header = WavWriter.headerOfUnknownLength(sampleRate);
        return of(new SequenceInputStream(new ByteArrayInputStream(header), in), name);
    }

    /**
     * Blocks until the header is read.
     *
     * @throws dev.voicebot.outcome.AssistantException of kind USAGE when there is no WAV that can be read
     */
    @Override
    public Recording start() {
        WavRecording recording = new WavRecording(source.get());
        recording.start();
        return recording;
    }
}
