package dev.voicebot.talk;

import dev.voicebot.audio.SpeechDetector;
import java.time.Duration;

/** An utterance that a trial hears or has heard; under its lock. */
final class TakenUtterance {
    final LiveSpeech speech;
    final Duration noticed;
    Duration ended = Duration.ZERO;
    long endedNanos;
    Duration silence = Duration.ZERO; // that ended it
    Duration recognition = Duration.ZERO; // after its end
    private Duration quiet = Duration.ZERO; // now
    private Duration pause = Duration.ZERO;
    boolean isOver;
    boolean isUnderstood;

    TakenUtterance(LiveSpeech speech, Duration noticed) {
        this.speech = speech;
        this.noticed = noticed;
    }

    void hear(Duration quietNow) {
        if (quietNow.isZero() && quiet.compareTo(pause) > 0) {
            pause = quiet;
        }
        quiet = quietNow;
    }

    TrialUtterance utterance() {
        return new TrialUtterance(
                noticed.minus(SpeechDetector.ONSET),
                ended.minus(silence),
                silence.plus(recognition),
                silence,
                pause,
                isOver && !silence.isZero());
    }
}
