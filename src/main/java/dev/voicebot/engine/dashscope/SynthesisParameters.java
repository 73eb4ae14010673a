package dev.voicebot.engine.dashscope;

import dev.voicebot.models.ModelChoice;

/**
 * Which model speaks.
 *
 * @param sampleRate of the sound, in Hz
 */
public record SynthesisParameters(ModelChoice model, int sampleRate) {
    public SynthesisParameters(String model, int sampleRate) {
        this(ModelChoice.fixed(model), sampleRate);
    }
}
