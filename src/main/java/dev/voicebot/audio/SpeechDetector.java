package dev.voicebot.audio;

import java.time.Duration;

/** Tells speech from everything else, in the sound of one microphone. Counts time by the sound it hears. One thread. */
public interface SpeechDetector {
    /** What a frame changed. */
    enum Change {
        NONE,
        /** Somebody speaks, since up to {@link #ONSET}. */
        BEGAN,
        /** Nobody has spoken for the silence that ends an utterance. */
        ENDED
    }

    /** Maximum time from the first sound of speech until it is known for speech. */
    Duration ONSET = Duration.ofMillis(260);

    /** Nothing is playing. */
    double NO_PLAYBACK = Double.NEGATIVE_INFINITY;

    /** {@code playback} is the level in dBFS of what the speaker plays and the microphone may hear now. */
    Change hear(PcmFrame frame, double playback);

    boolean isSpeaking();

    /** Length of the current silence. */
    Duration quiet();

    /** Silence that ends an utterance, from now on. */
    void endAfter(Duration silence);
}
