package dev.voicebot.synthesis;

/**
 * How a reply sounds.
 *
 * @param name the engine's own name for the voice; empty for its default
 * @param rate speed, 1 is natural, 0.5 to 2
 * @param pitch 1 is natural, 0.5 to 2
 * @param volume 0 to 100
 * @param readsSsml whether the text is a document of the Speech Synthesis Markup Language, written in one piece
 */
public record Voice(String name, double rate, double pitch, int volume, boolean readsSsml) {
    public static final Voice DEFAULT = new Voice("", 1, 1, 50);

    /** For plain text. */
    public Voice(String name, double rate, double pitch, int volume) {
        this(name, rate, pitch, volume, false);
    }

    /** How many times as loud as the standard volume. */
    public double gain() {
        return (double) volume / DEFAULT.volume;
    }

    /** The same voice for a document of the Speech Synthesis Markup Language. */
    public Voice readingSsml() {
        return new Voice(name, rate, pitch, volume, true);
    }
}
