package dev.voicebot.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files of all kinds, put together chunk by chunk. */
final class WavBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    WavBytes() {
        this("RIFF");
    }

    WavBytes(String id) {
        bytes(ascii(id)).number(0xFFFF_FFFF).bytes(ascii("WAVE"));
    }

    WavBytes format(int codec, int channels, int sampleRate, int bits) {
        return chunk("fmt ", fields(codec, channels, sampleRate, bits).array());
    }

    WavBytes extensible(int codec, int channels, int sampleRate, int bits) {
        ByteBuffer chunk = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(fields(0xFFFE, channels, sampleRate, bits).array());
        chunk.putShort((short) 22).putShort((short) bits).putInt(0).putShort((short) codec);
        return chunk("fmt ", chunk.array());
    }

    /** A chunk, padded when its size is odd. */
    WavBytes chunk(String id, byte[] content) {
        bytes(ascii(id)).number(content.length).bytes(content);
        return content.length % 2 == 0 ? this : bytes(new byte[1]);
    }

    /** A data chunk whose header says another size than there is. */
    WavBytes data(int size, byte[] content) {
        return bytes(ascii("data")).number(size).bytes(content);
    }

    WavBytes bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] toArray() {
        return out.toByteArray();
    }

    private WavBytes number(int value) {
        return bytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    private static ByteBuffer fields(int codec, int channels, int sampleRate, int bits) {
        int bytesPerFrame = channels * bits / 8;
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) codec)
                .putShort((short) channels)
                .putInt(sampleRate)
                .putInt(sampleRate * bytesPerFrame)
                .putShort((short) bytesPerFrame)
                .putShort((short) bits);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
