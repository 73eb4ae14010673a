package dev.voicebot.audio;

import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.Random;

/** Speech by the embedded voice, and what a room makes of sound; at {@link #RATE} Hz. */
public final class SpokenClips {
    public static final int RATE = 16000;

    private static final Path CACHE = Path.of("target", "spoken-clips").toAbsolutePath();

    private SpokenClips() {}

    /** Its loudest sample is {@code peak}. */
    public static synchronized short[] spoken(String text, int peak) {
        return loud(EmbeddedSpeech.samples(CACHE, Voice.DEFAULT, text, RATE), peak);
    }

    private static short[] loud(short[] samples, int peak) {
        int loudest = 1;
        for (short sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return scaled(samples, (double) peak / loudest);
    }

    public static short[] scaled(short[] samples, double factor) {
        short[] scaled = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            scaled[i] = clip(samples[i] * factor);
        }
        return scaled;
    }

    public static short[] silence(double seconds) {
        return new short[(int) (seconds * RATE)];
    }

    /** White, of this root mean square. */
    public static short[] noise(double seconds, double rms) {
        Random random = new Random(3);
        short[] noise = silence(seconds);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = clip(random.nextGaussian() * rms);
        }
        return noise;
    }

    public static short[] joined(short[]... parts) {
        int length = 0;
        for (short[] part : parts) {
            length += part.length;
        }
        short[] joined = new short[length];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    /** As long as {@code one}; {@code other} begins at a time of it. */
    public static short[] mixed(short[] one, short[] other, double seconds) {
        short[] mixed = one.clone();
        int at = (int) (seconds * RATE);
        for (int i = 0; i < other.length && at + i < mixed.length; i++) {
            mixed[at + i] = clip(mixed[at + i] + other[i]);
        }
        return mixed;
    }

    /** What a microphone hears of a speaker that plays {@code sound}: later, and with the room's echoes. */
    public static short[] inTheRoom(short[] sound, double factor) {
        short[] heard = new short[sound.length];
        double[][] paths = {{0.08, 1}, {0.087, -0.5}, {0.105, 0.35}, {0.14, 0.2}, {0.21, -0.1}};
        for (double[] path : paths) {
            heard = mixed(heard, scaled(sound, factor * path[1]), path[0]);
        }
        return heard;
    }

    private static short clip(double sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
    }
}
