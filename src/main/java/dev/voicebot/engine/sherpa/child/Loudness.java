package dev.voicebot.engine.sherpa.child;

/** Samples of 16 bits as the library has them, from -1 to 1, and back. */
final class Loudness {
    private static final float FULL = 32_768;

    private Loudness() {}

    static float[] decimals(short[] samples) {
        float[] decimals = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            decimals[i] = samples[i] / FULL;
        }
        return decimals;
    }

    static short[] integers(float[] samples) {
        short[] integers = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            integers[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(samples[i] * FULL)));
        }
        return integers;
    }
}
