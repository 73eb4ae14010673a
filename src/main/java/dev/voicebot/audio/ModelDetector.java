package dev.voicebot.audio;

import java.time.Duration;

/**
 * Tells speech from noise by a model of speech, and from the program's own voice by how loud its speaker is heard. The
 * model takes any voice for speech, the speaker's as well.
 */
public final class ModelDetector implements SpeechDetector {
    private static final Duration WINDOW = Samples.length(SpeechModel.WINDOW, SpeechModel.SAMPLE_RATE);
    private static final float SPEECH =
            0.5f; // this and STILL_SPEECH as in Silero's get_speech_timestamps; the rest: docs/turn-taking.md
    private static final float SURE = 0.85f; // words are so somewhere, the first moment of a buzz is not
    private static final float STILL_SPEECH = 0.35f; // a voice falls towards the end of a sentence
    private static final float FULL_SCALE = 32768;

    private final SpeechModel model;
    private final boolean guardsEcho;
    private final Resampler resampler;
    private final float[] window = new float[SpeechModel.WINDOW];
    private final WindowLevels levels;
    private final EchoGuard echo = new EchoGuard();
    private final Onset inSilence = new Onset(4, 6);
    private final Onset anywhere = new Onset(4, 6);
    private final Onset sure = new Onset(1, 6);
    private final Onset louder = new Onset(9, 13); // than the speaker's sound
    private final SpeechSpan span;
    private int filled; // of the window
    private boolean overPlayback; // whether what is heard now is louder than all that the speaker can be heard with

    /**
     * @param silence ends an utterance
     * @param guardsEcho whether the microphone hears the speaker
     */
    public ModelDetector(SpeechModel model, int sampleRate, Duration silence, boolean guardsEcho) {
        this.model = model;
        this.guardsEcho = guardsEcho;
        this.resampler = new Resampler(sampleRate, SpeechModel.SAMPLE_RATE);
        this.levels = new WindowLevels(sampleRate);
        this.span = new SpeechSpan(WINDOW, silence);
    }

    @Override
    public Change hear(PcmFrame frame, double playback) {
        double playing = guardsEcho ? playback : NO_PLAYBACK;
        levels.add(frame, level -> compare(level, playing));
        Change change = Change.NONE;
        for (short sample : resampler.resample(frame.samples())) {
            window[filled++] = sample / FULL_SCALE;
            if (filled == window.length) {
                filled = 0;
                Change next = judge(model.probability(window), EchoGuard.isHeard(playing));
                change = next == Change.NONE ? change : next;
            }
        }
        return change;
    }

    private void compare(double level, double playing) {
        overPlayback = louder.hears(level > echo.ceiling(playing));
        echo.learn(level, playing);
    }

    private Change judge(float probability, boolean isPlaying) {
        boolean speech = probability >= SPEECH;
        boolean beganInSilence = inSilence.hears(speech && !isPlaying);
        boolean beganOverPlayback = anywhere.hears(speech) && overPlayback && isPlaying;
        boolean begins = sure.hears(probability >= SURE) && (beganInSilence || beganOverPlayback);
        Change change = span.next(begins, probability >= STILL_SPEECH);
        if (change == Change.ENDED) {
            inSilence.forget();
            anywhere.forget();
            sure.forget();
        }
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
}
