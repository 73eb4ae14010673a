package dev.voicebot.engine.openai;

import java.util.Optional;

/**
 * Whether the model thinks before it answers.
 *
 * @param budget how many tokens it may think; the service's own limit when empty
 */
public record Thinking(Mode mode, Optional<Integer> budget) {
    public static final Thinking AUTO = new Thinking(Mode.AUTO, Optional.empty());

    /** What is asked of the model. */
    public enum Mode {
        OFF,
        ON,
        /** Off while answers are spoken, else as the model does by itself. */
        AUTO
    }
}
