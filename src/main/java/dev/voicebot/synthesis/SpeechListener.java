package dev.voicebot.synthesis;

import dev.voicebot.audio.PcmFrame;
import java.util.function.Consumer;

/** Who gets the sound of one reply as it comes, in order, on a thread of the engine: be quick. */
@FunctionalInterface
public interface SpeechListener extends Consumer<PcmFrame> {
    /**
     * All sound so far says exactly the first {@code characters} of all that was written. Engines that know it say so
     * between two frames, as often as they can, on the same thread as the frames; others never do.
     */
    default void reached(int characters) {}

    /**
     * The first {@code samples} samples of the reply say the first {@code characters} of all that was written, wherever
     * the sound is by now. Engines that know when each word is said report that, mostly in order, on the same thread as
     * the frames; others never do.
     */
    default void spoken(int characters, long samples) {}
}
