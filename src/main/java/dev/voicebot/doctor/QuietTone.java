package dev.voicebot.doctor;

import dev.voicebot.audio.PcmFrame;

/** 440 Hz for a third of a second, 26 dB below full scale, without a click at either end. */
final class QuietTone {
    private static final double HERTZ = 440;
    private static final double LOUDNESS = 0.05 * Short.MAX_VALUE;
    private static final double SECONDS = 0.3;
    private static final double FADE_SECONDS = 0.02;

    private QuietTone() {}

    static PcmFrame at(int sampleRate) {
        short[] samples = new short[(int) (SECONDS * sampleRate)];
        for (int i = 0; i < samples.length; i++) {
            double fromAnEnd = (double) Math.min(i, samples.length - 1 - i) / sampleRate;
            double loudness = LOUDNESS * Math.min(1, fromAnEnd / FADE_SECONDS);
            samples[i] = (short) Math.round(loudness * Math.sin(2 * Math.PI * HERTZ * i / sampleRate));
        }
        return new PcmFrame(samples, sampleRate);
    }
}
