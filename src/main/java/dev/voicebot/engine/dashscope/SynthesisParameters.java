package dev.voicebot.engine.dashscope;

/**
 * Which model speaks.
 *
 * @param sampleRate of the sound, in Hz
 */
public record SynthesisParameters(String model, int sampleRate) {}
