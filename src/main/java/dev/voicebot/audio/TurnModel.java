package dev.voicebot.audio;

import java.time.Duration;

/** Hears by how somebody speaks, in any language, whether they have finished. Any thread. */
@FunctionalInterface
public interface TurnModel {
    int SAMPLE_RATE = 16000;

    /** What was said earlier does not count: Smart Turn 3 hears eight seconds, by its own description. */
    Duration HEARD = Duration.ofSeconds(8);

    /**
     * Takes some ten milliseconds.
     *
     * @param turn its samples so far, between -1 and 1, with the beginning of the pause
     * @return how likely it is that nothing more comes, from 0 to 1
     */
    float finished(float[] turn);
}
