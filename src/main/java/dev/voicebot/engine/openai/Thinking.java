package dev.voicebot.engine.openai;

import dev.voicebot.chat.ThinkingMode;
import java.util.Optional;

/**
 * Whether the model thinks before it answers.
 *
 * @param budget how many tokens it may think; the service's own limit when empty
 */
public record Thinking(ThinkingMode mode, Optional<Integer> budget) {
    public static final Thinking AUTO = new Thinking(ThinkingMode.AUTO, Optional.empty());
}
