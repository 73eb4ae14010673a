package dev.voicebot.audio;

/**
 * Learns how loud the microphone hears the program's own speaker: above that it is somebody else. Levels are in dBFS, of
 * windows of {@link WindowLevels}. One thread.
 */
final class EchoGuard {
    /** Before anything is known: as good as no voice is louder. */
    private static final double UNKNOWN = 12;

    /** Rooms make some tones louder than others by so much, in dB. */
    private static final double MARGIN = 4;

    /** Of sound from the speaker, until it is known: longer than sound takes to the microphone and through it. */
    private static final int LEARNING = WindowLevels.PER_SECOND;

    private static final double RISE = 3.0 / WindowLevels.PER_SECOND; // dB a window
    private static final double FALL = 1.0 / WindowLevels.PER_SECOND;

    private static final double AUDIBLE = -50;

    private static final double SOUNDLESS = -60; // dBFS; quieter playback is none

    private int learnt; // windows
    private double loudest = Double.NEGATIVE_INFINITY; // while learning
    private double coupling = UNKNOWN; // microphone less speaker

    /** Whether a speaker that plays at that level can be heard at all. */
    static boolean isHeard(double speaker) {
        return speaker > SOUNDLESS;
    }

    /** The loudest that {@code speaker}, the level of what may be heard now, can come back. */
    double ceiling(double speaker) {
        return speaker + coupling + MARGIN;
    }

    void learn(double microphone, double speaker) {
        if (speaker < AUDIBLE) {
            return;
        }
        double seen = microphone - speaker;
        if (learnt < LEARNING) {
            learnt++;
            loudest = Math.max(loudest, seen);
            coupling = learnt < LEARNING ? UNKNOWN : loudest;
        } else {
            coupling += Math.max(-FALL, Math.min(RISE, seen - coupling));
        }
    }
}
