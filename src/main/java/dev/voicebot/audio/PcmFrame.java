package dev.voicebot.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/** A piece of sound: mono, 16-bit signed samples at {@code sampleRate} Hz. The array is not copied: don't change it. */
public final class PcmFrame {
    public static final int BYTES_PER_SAMPLE = 2;

    private final short[] samples;
    private final int sampleRate;

    public PcmFrame(short[] samples, int sampleRate) {
        if (sampleRate <= 0) {
            throw new IllegalArgumentException("sampleRate must be positive, got " + sampleRate);
        }
        this.samples = samples;
        this.sampleRate = sampleRate;
    }

    /** Reads little-endian samples; an odd last byte is an error: see {@link SampleAssembler}. */
    public static PcmFrame ofLittleEndian(byte[] bytes, int offset, int length, int sampleRate) {
        if (length % BYTES_PER_SAMPLE != 0) {
            throw new IllegalArgumentException("half a sample: " + length + " bytes");
        }
        short[] samples = new short[length / BYTES_PER_SAMPLE];
        ByteBuffer.wrap(bytes, offset, length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return new PcmFrame(samples, sampleRate);
    }

    public static PcmFrame silence(Duration length, int sampleRate) {
        return new PcmFrame(new short[Math.toIntExact(Samples.in(length, sampleRate))], sampleRate);
    }

    public short[] samples() {
        return samples;
    }

    public int sampleRate() {
        return sampleRate;
    }

    public Duration length() {
        return Samples.length(samples.length, sampleRate);
    }

    public byte[] littleEndian() {
        byte[] bytes = new byte[samples.length * BYTES_PER_SAMPLE];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(samples);
        return bytes;
    }
}
