package dev.voicebot.doctor;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;

/**
 * One thing to look at.
 *
 * @param needed whether the main job cannot work without it; else a fault is a warning only
 */
public record Check(String name, boolean needed, TextStyles look) {
    /** What the main job needs. */
    public static Check needed(String name, TextStyles look) {
        return new Check(name, true, look);
    }

    /** What the main job goes on without. */
    public static Check useful(String name, TextStyles look) {
        return new Check(name, false, look);
    }

    /** Looks; may block until the cancel. */
    @FunctionalInterface
    public interface TextStyles {
        /**
         * Looks, on a thread of its own.
         *
         * @throws AssistantException when the thing is not well
         */
        Diagnosis look(Cancellation cancellation);
    }

    Health whenFaulty() {
        return needed ? Health.FAILED : Health.WARNING;
    }
}
