package dev.voicebot.engine.dashscope;

/** Which model speaks, and at how many Hz. */
public record SynthesisParameters(String model, int sampleRate) {}
