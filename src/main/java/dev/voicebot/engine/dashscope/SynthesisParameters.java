package dev.voicebot.engine.dashscope;

import dev.voicebot.models.ModelChoice;
import java.util.function.Consumer;

/**
 * Which model speaks.
 *
 * @param sampleRate of the sound, in Hz
 * @param notices receives a line for the user when another voice speaks than the one chosen
 */
public record SynthesisParameters(ModelChoice model, int sampleRate, Consumer<String> notices) {
    public SynthesisParameters(String model, int sampleRate) {
        this(ModelChoice.fixed(model), sampleRate, line -> {});
    }
}
