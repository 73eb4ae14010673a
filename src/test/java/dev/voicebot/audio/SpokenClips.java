package dev.voicebot.audio;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Recorded speech of the embedded voice, and what a room makes of sound; at {@link #RATE} Hz. The voice itself is one for
 * the whole process, and what it said before can be heard in what it says.
 */
public final class SpokenClips {
    public static final int RATE = 16000;

    public static final String NORTH_WIND =
            "The north wind and the sun were disputing which was the stronger, when a traveller came along, wrapped in a"
                    + " warm cloak. They agreed that the one who first made him take it off should be called the stronger"
                    + " one.";

    private static final Map<String, String> FILES = Map.ofEntries(
            entry("What can you do?", "what-can-you-do"),
            entry("What is the time?", "what-is-the-time"),
            entry("你好 请问今天的天气怎么样", "weather-zh"),
            entry("Yes.", "yes"),
            entry("好", "good-zh"),
            entry("I would like", "i-would-like"),
            entry("a cup of tea", "a-cup-of-tea"),
            entry("Stop! Stop it please!", "stop-it-please"),
            entry("Stop!", "stop"),
            entry("Once upon a time there was a king who had three daughters, and all were fair.", "three-daughters"),
            entry(NORTH_WIND, "north-wind"));

    private SpokenClips() {}

    /** One of the recorded texts; its loudest sample is {@code peak}. */
    public static short[] spoken(String text, int peak) {
        return loud(recorded(text), peak);
    }

    /** The same as it was recorded. */
    public static short[] recorded(String text) {
        String file = "/speech/" + Objects.requireNonNull(FILES.get(text), text) + ".wav";
        try (InputStream wav = Objects.requireNonNull(SpokenClips.class.getResourceAsStream(file), file)) {
            byte[] bytes = wav.readAllBytes();
            int length = bytes.length - WavWriter.HEADER_BYTES;
            return PcmFrame.ofLittleEndian(bytes, WavWriter.HEADER_BYTES, length, RATE)
                    .samples();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The loudest that a microphone may hear now of what is played, as {@link PlaybackMeter} tells it. */
    public static double playback(short[] played, int at) {
        double[] loudest = {SpeechDetector.NO_PLAYBACK};
        int from = Math.max(0, at - RATE * 45 / 100);
        int to = Math.min(played.length, at + RATE * 6 / 100);
        if (from < to) {
            new WindowLevels(RATE)
                    .add(
                            new PcmFrame(Arrays.copyOfRange(played, from, to), RATE),
                            level -> loudest[0] = Math.max(loudest[0], level));
        }
        return loudest[0];
    }

    private static short clip(double sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
    }
}
