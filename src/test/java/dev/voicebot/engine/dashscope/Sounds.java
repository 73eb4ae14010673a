package dev.voicebot.engine.dashscope;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Sound to say and to compare. */
final class Sounds {
    private Sounds() {}

    /** Silence and beeps in turn; every beep is a little higher than the one before. */
    static short[] beeps(int sampleRate, double... seconds) {
        short[] all = new short[0];
        double hertz = 300;
        for (int i = 0; i < seconds.length; i++) {
            short[] part = new short[(int) (seconds[i] * sampleRate)];
            if (i % 2 == 1) {
                beep(part, sampleRate, hertz);
                hertz += 100;
            }
            int before = all.length;
            all = Arrays.copyOf(all, before + part.length);
            System.arraycopy(part, 0, all, before, part.length);
        }
        return all;
    }

    static short[] samples(byte[] littleEndian) {
        short[] samples = new short[littleEndian.length / 2];
        ByteBuffer.wrap(littleEndian)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    private static void beep(short[] part, int sampleRate, double hertz) {
        for (int i = 0; i < part.length; i++) {
            part[i] = (short) (8000 * Math.sin(2 * Math.PI * hertz * i / sampleRate));
        }
    }
}
