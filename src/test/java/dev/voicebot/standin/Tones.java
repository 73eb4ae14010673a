package dev.voicebot.standin;

/** A sound that is easy to find again: every character its own pitch, 60 ms each. */
public final class Tones {
    private static final int CHARACTERS_PER_SECOND = 16;
    private static final int LOUDNESS = 8000;

    private Tones() {}

    public static short[] of(String text, int sampleRate) {
        int each = sampleRate / CHARACTERS_PER_SECOND;
        short[] samples = new short[text.length() * each];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            double hertz = 200 + text.charAt(i / each) * 7 % 1500;
            phase += 2 * Math.PI * hertz / sampleRate;
            samples[i] = (short) (LOUDNESS * Math.sin(phase));
        }
        return samples;
    }
}
