package dev.voicebot.engine.onnx;

import dev.voicebot.audio.Samples;
import dev.voicebot.audio.TurnModel;
import java.util.Arrays;

/**
 * A sound as Whisper hears it: how loud it is in 80 bands, a hundred times a second. The numbers are those of {@code
 * WhisperFeatureExtractor} in Hugging Face's transformers, by which Smart Turn was trained, and OpenAI's whisper/audio.py.
 */
final class LogMel {
    static final int BANDS = 80;
    static final int FRAMES = 800;

    private static final int RATE = TurnModel.SAMPLE_RATE;
    private static final int LENGTH = Math.toIntExact(Samples.in(TurnModel.HEARD, RATE));
    private static final int WINDOW = 400; // samples
    private static final int HOP = LENGTH / FRAMES;
    private static final double VARIANCE_FLOOR = 1e-7;
    private static final double POWER_FLOOR = 1e-10;
    private static final double RANGE = 8; // powers of ten below the loudest
    private static final double[] HANN = hann();
    private static final MelBands MEL = new MelBands(BANDS, WINDOW, RATE);

    private LogMel() {}

    /** Of the last eight seconds, or with silence before them: {@link #FRAMES} values of the lowest band, then the next. */
    static float[] of(float[] sound) {
        double[] all = normalized(lastOf(sound));
        float[] powers = new float[BANDS * FRAMES];
        FourierTransform transform = new FourierTransform(WINDOW);
        for (int frame = 0; frame < FRAMES; frame += 2) {
            transform.take(windowed(all, frame), windowed(all, frame + 1));
            put(powers, frame, transform.firstPowers());
            put(powers, frame + 1, transform.secondPowers());
        }
        return compressed(powers);
    }

    private static float[] lastOf(float[] sound) {
        float[] last = new float[LENGTH];
        int taken = Math.min(sound.length, LENGTH);
        System.arraycopy(sound, sound.length - taken, last, LENGTH - taken, taken);
        return last;
    }

    /** Around zero, with a variance of one. */
    private static double[] normalized(float[] sound) {
        double[] all = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            all[i] = sound[i];
        }
        double mean = Arrays.stream(all).sum() / LENGTH;
        double variance =
                Arrays.stream(all).map(it -> (it - mean) * (it - mean)).sum() / LENGTH;
        double deviation = Math.sqrt(variance + VARIANCE_FLOOR);
        return Arrays.stream(all).map(it -> (it - mean) / deviation).toArray();
    }

    /** The window around the beginning of the frame; beyond its ends the sound is mirrored. */
    private static double[] windowed(double[] sound, int frame) {
        double[] window = new double[WINDOW];
        int from = frame * HOP - WINDOW / 2;
        for (int i = 0; i < WINDOW; i++) {
            int at = Math.abs(from + i);
            window[i] = HANN[i] * sound[at < LENGTH ? at : 2 * (LENGTH - 1) - at];
        }
        return window;
    }

    private static void put(float[] powers, int frame, double[] spectrum) {
        for (int band = 0; band < BANDS; band++) {
            powers[band * FRAMES + frame] = (float) Math.log10(Math.max(POWER_FLOOR, MEL.power(band, spectrum)));
        }
    }

    private static float[] compressed(float[] powers) {
        float loudest = Float.NEGATIVE_INFINITY;
        for (float power : powers) {
            loudest = Math.max(loudest, power);
        }
        for (int i = 0; i < powers.length; i++) {
            powers[i] = (float) ((Math.max(powers[i], loudest - RANGE) + 4) / 4);
        }
        return powers;
    }

    private static double[] hann() {
        double[] window = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
        }
        return window;
    }
}
