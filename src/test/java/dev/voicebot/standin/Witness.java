package dev.voicebot.standin;

/** Is told what the stand-in sees and does, as it happens; on any thread, so be quick. */
@FunctionalInterface
public interface Witness {
    Witness NONE = (nanos, what, detail) -> {};

    /**
     * One thing.
     *
     * @param nanos {@link System#nanoTime()} of it, which on one machine all programs share
     * @param what {@code socket}; {@code asr.begin}, {@code asr.sound}, {@code asr.finish}, {@code asr.final}; {@code chat.request},
     *     {@code chat.token}; {@code tts.begin}, {@code tts.text}, {@code tts.sound}, {@code tts.finish}
     * @param detail the token, the text, the number of bytes
     */
    void saw(long nanos, String what, String detail);

    /** The same, now. */
    default void saw(String what, String detail) {
        saw(System.nanoTime(), what, detail);
    }
}
