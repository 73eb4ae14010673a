package dev.voicebot.talk;

import dev.voicebot.outcome.AssistantException;
import java.util.Optional;

/**
 * Who hears how a talk goes; under the line's lock. First, in any order and as often as need be, {@link #heard},
 * {@link #expected} and, once at most, {@link #mute}; then one of {@link #understood} and {@link #failed}, once, before
 * which {@link #expected} is told that nothing more is. A talk that is cancelled or left tells only the latter.
 */
interface TalkListener {
    /** All that was said so far; may still change. {@code whole} when a sentence ended with it. */
    void heard(String words, boolean whole);

    /** This is probably all that will have been said; blank when nothing more can be expected of this talk. */
    default void expected(String words) {}

    /** The microphone gives nothing but zeroes. */
    default void mute() {}

    /** All that was said, perhaps nothing; {@code fault} when the microphone ended it before its time. */
    void understood(String words, Optional<AssistantException> fault);

    /** The talk failed; {@link #heard} has told what was understood before. */
    void failed(AssistantException fault);
}
