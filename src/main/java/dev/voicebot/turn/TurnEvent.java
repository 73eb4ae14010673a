package dev.voicebot.turn;

import dev.voicebot.outcome.FaultKind;
import java.nio.file.Path;

/**
 * What a running turn tells its screen. Events of one turn come from several threads: receivers must return promptly and
 * be thread-safe. Their order:
 *
 * <ol>
 *   <li>{@link Thought}s, then {@link Token}s, then {@link TextWhole}, which is missing where the turn broke off before;
 *   <li>beside them, once the voice has words: {@link Voiced} for each piece that goes to the voice, {@link SpeechBegan}
 *       once, then {@link Spoken} and {@link Playing}, also long after {@link TextWhole}; {@link Shortened} once at most;
 *   <li>{@link Notice}s at any time before the end; {@link SpeechBroke} once at most;
 *   <li>when the voice has ended: {@link Synthesized}, {@link Saved};
 *   <li>{@link Ended}, once, in every case. A turn that the keeper does not permit tells nothing.
 * </ol>
 *
 * {@link Synthesized}, {@link SpeechBroke} and {@link Saved} are for the record: {@link Ended} tells them together.
 */
public sealed interface TurnEvent {
    /** A piece of the reply, as the model wrote it. */
    record Token(String text) implements TurnEvent {}

    /** A piece of what the model thinks before it answers: no part of the reply. */
    record Thought(String text) implements TurnEvent {}

    /** The reply's text is whole; the speech may go on. */
    record TextWhole() implements TurnEvent {}

    /** So many characters of the reply went to the voice. */
    record Voiced(int characters) implements TurnEvent {}

    /** Only the beginning of the reply is spoken; the text goes on. */
    record Shortened() implements TurnEvent {}

    /** The first sound of the reply goes to the speaker. */
    record SpeechBegan() implements TurnEvent {}

    /** The text was handed to a voice; {@code characters} as the service bills them, by its own count where it tells. */
    record Synthesized(String engine, String voice, long characters) implements TurnEvent {}

    /** The voice failed before it had said all of the reply; the text goes on without it. */
    record SpeechBroke(FaultKind why) implements TurnEvent {}

    /** So many characters of the reply's text, from its beginning, have been heard; goes back when speech does. */
    record Spoken(int characters) implements TurnEvent {}

    /** The speech was halted or goes on, or changed its speed; 1 is natural. */
    record Playing(boolean paused, double speed) implements TurnEvent {}

    /** One line the user should read: something does not work, and the conversation goes on without it. */
    record Notice(String line) implements TurnEvent {}

    /** The spoken reply stands in this WAV file, whole or up to the interruption. */
    record Saved(Path file) implements TurnEvent {}

    /** The turn is over, whatever its end: all that is known of it. The last event of every turn. */
    record Ended(TurnRecord turn) implements TurnEvent {}
}
