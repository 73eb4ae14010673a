package dev.voicebot.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sound as a WAV file in memory: mono, 16 bit. */
public final class WavInMemory {
    private static final int HEADER = 44; // bytes

    private WavInMemory() {}

    public static byte[] of(PcmFrame sound) {
        byte[] data = sound.littleEndian();
        ByteBuffer wav = ByteBuffer.allocate(HEADER + data.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + data.length).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) WavFormat.PCM).putShort((short) 1);
        wav.putInt(sound.sampleRate()).putInt(sound.sampleRate() * PcmFrame.BYTES_PER_SAMPLE);
        wav.putShort((short) PcmFrame.BYTES_PER_SAMPLE).putShort((short) (8 * PcmFrame.BYTES_PER_SAMPLE));
        wav.put(ascii("data")).putInt(data.length).put(data);
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
