package dev.voicebot.audio;

import java.time.Duration;

/** Whether somebody speaks, from windows of one length that are speech or not. One thread. */
final class SpeechSpan {
    private final Duration window;
    private Duration silence;
    private boolean speaking;
    private Duration quiet = Duration.ZERO; // since speech was last heard

    SpeechSpan(Duration window, Duration silence) {
        this.window = window;
        this.silence = silence;
    }

    /**
     * The next window.
     *
     * @param begins whether it begins an utterance, where none is running
     * @param goesOn whether it belongs to the one that is running
     */
    SpeechDetector.Change next(boolean begins, boolean goesOn) {
        boolean speech = speaking ? goesOn : begins;
        quiet = speech ? Duration.ZERO : quiet.plus(window);
        if (!speaking && begins) {
            speaking = true;
            return SpeechDetector.Change.BEGAN;
        }
        if (speaking && quiet.compareTo(silence) >= 0) {
            speaking = false;
            return SpeechDetector.Change.ENDED;
        }
        return SpeechDetector.Change.NONE;
    }

    void endAfter(Duration longest) {
        silence = longest;
    }

    boolean isSpeaking() {
        return speaking;
    }

    Duration quiet() {
        return quiet;
    }
}
