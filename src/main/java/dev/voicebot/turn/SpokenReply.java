package dev.voicebot.turn;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.speakable.SpeakablePiece;
import dev.voicebot.speakable.SpeakableText;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The spoken side of a reply: takes the model's tokens; a failing voice is told once and the text goes on. */
final class SpokenReply implements AutoCloseable {
    private final Optional<Narration> narration;
    private final Optional<SpeakableText> speakable; // where there is a narration
    private final Consumer<TurnEvent> events;
    private final SpeechState state;
    private boolean mute; // the voice has failed

    private SpokenReply(
            Optional<Narration> narration,
            Optional<SpeakableText> speakable,
            Consumer<TurnEvent> events,
            SpeechState state) {
        this.narration = narration;
        this.speakable = speakable;
        this.events = events;
        this.state = state;
    }

    static SpokenReply start(
            Optional<SpeechOutput> output,
            String question,
            Consumer<TurnEvent> events,
            SpeechState state,
            Cancellation cancellation) {
        Optional<Narration> narration = output.map(out -> Narration.start(out, question, events, state, cancellation));
        Optional<SpeakableText> speakable = output.map(out -> new SpeakableText(out.manner()));
        return new SpokenReply(narration, speakable, events, state);
    }

    void add(String token) {
        narration.ifPresent(voice -> voice.note(token));
        if (!mute) {
            speakable.ifPresent(text -> speak(text.add(token)));
        }
    }

    /** Whether the voice failed. */
    boolean isMute() {
        return mute;
    }

    /** Blocks until the reply was heard. */
    void finish() {
        if (!mute) {
            speakable.ifPresent(text -> speak(text.finish()));
        }
        narration.ifPresent(voice -> unlessItFails(voice::finish));
    }

    /** The beginning of {@code answer} that reached the user: heard, or without a voice read. */
    String reached(String answer) {
        return mute ? answer : narration.map(voice -> voice.heardOf(answer)).orElse(answer);
    }

    @Override
    public void close() {
        narration.ifPresent(Narration::close);
    }

    private void speak(List<SpeakablePiece> pieces) {
        for (SpeakablePiece piece : pieces) {
            narration.filter(voice -> !mute).ifPresent(voice -> unlessItFails(() -> voice.write(piece)));
        }
    }

    private void unlessItFails(Runnable speech) {
        try {
            speech.run();
        } catch (AssistantException e) {
            if (e.kind() == FaultKind.INTERRUPTED) {
                throw e;
            }
            mute = true;
            events.accept(new TurnEvent.SpeechBroke(e.kind()));
            state.notices().tell(e.userMessage(), e, events);
        }
    }
}
