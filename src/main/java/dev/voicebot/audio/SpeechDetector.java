package dev.voicebot.audio;

import java.time.Duration;

/**
 * Tells speech from silence by how much louder it is than the room, whose noise it follows; and speech from the
 * program's own voice by what its speaker is playing. Counts time by the sound it hears. One thread.
 */
public final class SpeechDetector {
    /** What a frame changed. */
    public enum Change {
        NONE,
        /** Somebody speaks, since up to {@link #ONSET}. */
        BEGAN,
        /** Nobody has spoken for the silence that ends an utterance. */
        ENDED
    }

    /** As long as it may take until speech is known for speech. */
    public static final Duration ONSET = Duration.ofMillis(260);

    /** Nothing is playing. */
    public static final double NO_PLAYBACK = Double.NEGATIVE_INFINITY;

    private static final int NOISE_WINDOWS = 2 * WindowLevels.PER_SECOND; // nobody speaks longer without a gap
    private static final int SMOOTHED = 3;
    private static final double QUIETEST_SPEECH = -54; // dBFS, whatever the room
    private static final double SOUNDLESS = -60; // dBFS; quieter playback is none
    private static final double HYSTERESIS = 4; // dB: a voice falls towards the end of a sentence

    private final double threshold;
    private final boolean guardsEcho;
    private final int silence; // windows
    private final WindowLevels windows;
    private final EchoGuard echo = new EchoGuard();
    private final RecentLevels smoothing = new RecentLevels(SMOOTHED);
    private final RecentLevels noise = new RecentLevels(NOISE_WINDOWS);
    private final Onset inSilence = new Onset(5, 8);
    private final Onset overPlayback = new Onset(9, 13);
    private boolean speaking;
    private int quiet; // windows since speech was last heard
    private Change change = Change.NONE;

    /**
     * @param threshold how many decibels louder than the room's noise speech is
     * @param silence ends an utterance
     * @param guardsEcho whether the microphone hears the speaker
     */
    public SpeechDetector(int sampleRate, double threshold, Duration silence, boolean guardsEcho) {
        this.windows = new WindowLevels(sampleRate);
        this.threshold = threshold;
        this.silence = Math.max(1, Math.toIntExact(silence.toMillis() * WindowLevels.PER_SECOND / 1000));
        this.guardsEcho = guardsEcho;
    }

    /** {@code playback} is the level in dBFS of what the speaker plays and the microphone may hear now. */
    public Change hear(PcmFrame frame, double playback) {
        change = Change.NONE;
        windows.add(frame, level -> hear(level, guardsEcho ? playback : NO_PLAYBACK));
        return change;
    }

    public boolean isSpeaking() {
        return speaking;
    }

    /** How long nobody has spoken. */
    public Duration quiet() {
        return Duration.ofMillis(quiet * 1000L / WindowLevels.PER_SECOND);
    }

    private void hear(double level, double playback) {
        smoothing.add(level);
        noise.add(smoothing.mean());
        boolean playing = playback > SOUNDLESS;
        double least = Math.max(QUIETEST_SPEECH, noise.least() + threshold);
        boolean loud = level > Math.max(least, playing ? echo.ceiling(playback) : least);
        echo.learn(level, playback);
        boolean beganInSilence = inSilence.hears(loud && !playing);
        boolean beganAtLeast = overPlayback.hears(loud);
        if (speaking) {
            goOn(level > least - HYSTERESIS);
        } else if (beganInSilence || beganAtLeast) {
            begin();
        } else {
            quiet++;
        }
    }

    private void begin() {
        speaking = true;
        quiet = 0;
        change = Change.BEGAN;
    }

    private void goOn(boolean speech) {
        quiet = speech ? 0 : quiet + 1;
        if (quiet >= silence) {
            speaking = false;
            inSilence.forget();
            overPlayback.forget();
            change = Change.ENDED;
        }
    }

    /** So many loud windows of so many last ones are speech: a click is not, and a stop consonant does not hide it. */
    private static final class Onset {
        private final RecentLevels marks;
        private final int least;

        Onset(int least, int of) {
            this.marks = new RecentLevels(of);
            this.least = least;
        }

        boolean hears(boolean loud) {
            marks.add(loud ? 1 : 0);
            return marks.marks() >= least;
        }

        void forget() {
            marks.clear();
        }
    }
}
