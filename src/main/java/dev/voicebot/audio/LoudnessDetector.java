package dev.voicebot.audio;

import java.time.Duration;

/**
 * Tells speech from silence by how much louder it is than the room, whose noise it follows; and speech from the
 * program's own voice by what its speaker is playing.
 */
final class LoudnessDetector implements SpeechDetector {
    private static final int NOISE_WINDOWS = 2 * WindowLevels.PER_SECOND; // nobody speaks longer without a gap
    private static final int SMOOTHED = 3;
    private static final double QUIETEST_SPEECH = -54; // dBFS, whatever the room
    private static final double HYSTERESIS = 4; // dB: a voice falls towards the end of a sentence

    private final double threshold;
    private final boolean guardsEcho;
    private final WindowLevels windows;
    private final EchoGuard echo = new EchoGuard();
    private final RecentLevels smoothing = new RecentLevels(SMOOTHED);
    private final RecentLevels noise = new RecentLevels(NOISE_WINDOWS);
    private final Onset inSilence = new Onset(5, 8);
    private final Onset overPlayback = new Onset(9, 13);
    private final SpeechSpan span;
    private Change change = Change.NONE;

    /**
     * @param threshold how many decibels louder than the room's noise speech is
     * @param silence ends an utterance
     * @param guardsEcho whether the microphone hears the speaker
     */
    LoudnessDetector(int sampleRate, double threshold, Duration silence, boolean guardsEcho) {
        this.windows = new WindowLevels(sampleRate);
        this.threshold = threshold;
        this.span = new SpeechSpan(WindowLevels.LENGTH, silence);
        this.guardsEcho = guardsEcho;
    }

    @Override
    public Change hear(PcmFrame frame, double playback) {
        change = Change.NONE;
        windows.add(frame, level -> hear(level, guardsEcho ? playback : NO_PLAYBACK));
        return change;
    }

    @Override
    public boolean isSpeaking() {
        return span.isSpeaking();
    }

    @Override
    public Duration quiet() {
        return span.quiet();
    }

    @Override
    public void endAfter(Duration silence) {
        span.endAfter(silence);
    }

    private void hear(double level, double playback) {
        smoothing.add(level);
        noise.add(smoothing.mean());
        boolean playing = EchoGuard.isHeard(playback);
        double least = Math.max(QUIETEST_SPEECH, noise.least() + threshold);
        boolean loud = level > Math.max(least, playing ? echo.ceiling(playback) : least);
        echo.learn(level, playback);
        boolean beganInSilence = inSilence.hears(loud && !playing);
        boolean beganAtLeast = overPlayback.hears(loud);
        Change next = span.next(beganInSilence || beganAtLeast, level > least - HYSTERESIS);
        if (next == Change.ENDED) {
            inSilence.forget();
            overPlayback.forget();
        }
        change = next == Change.NONE ? change : next;
    }
}
