package dev.voicebot.audio;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes frames of bytes that come in pieces of any size, odd ones too: the half sample at the end of one piece waits
 * for the next. One thread.
 */
public final class SampleAssembler {
    private final int sampleRate;
    private @Nullable Byte half;

    public SampleAssembler(int sampleRate) {
        this.sampleRate = sampleRate;
    }

    /** Takes all of {@code piece}; empty while not even one sample is whole. */
    public Optional<PcmFrame> add(ByteBuffer piece) {
        int carried = half == null ? 0 : 1;
        byte[] bytes = new byte[carried + piece.remaining()];
        if (half != null) {
            bytes[0] = half;
        }
        piece.get(bytes, carried, piece.remaining());
        int whole = bytes.length - bytes.length % PcmFrame.BYTES_PER_SAMPLE;
        half = whole == bytes.length ? null : bytes[whole];
        return whole == 0 ? Optional.empty() : Optional.of(PcmFrame.ofLittleEndian(bytes, 0, whole, sampleRate));
    }
}
