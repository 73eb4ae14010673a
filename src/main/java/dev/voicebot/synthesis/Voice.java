package dev.voicebot.synthesis;

/**
 * How a reply sounds.
 *
 * @param name the engine's own name for the voice; empty for its default
 * @param rate speed, 1 is natural, 0.5 to 2
 * @param pitch 1 is natural, 0.5 to 2
 * @param volume 0 to 100
 */
public record Voice(String name, double rate, double pitch, int volume) {
    public static final Voice DEFAULT = new Voice("", 1, 1, 50);
}
