package dev.voicebot.audio;

/**
 * A microphone or a speaker of this machine.
 *
 * @param number what the settings may call it by, beside a part of its name
 * @param used whether the settings choose it
 */
public record SoundDevice(int number, String name, String description, boolean used) {}
