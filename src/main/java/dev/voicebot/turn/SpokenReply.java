package dev.voicebot.turn;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.speakable.SpeakablePiece;
import dev.voicebot.speakable.SpeakableText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** The spoken side of a reply: takes the model's tokens; a failing voice is told once and the text goes on. */
final class SpokenReply implements AutoCloseable {
    private final Optional<Narration> narration;
    private final Optional<SpeakableText> speakable; // where there is a narration
    private final Consumer<TurnEvent> events;
    private final SpeechState state;
    private final StringBuilder source = new StringBuilder();
    private int noted; // characters of the source that the narration knows
    private Optional<Digest> digest = Optional.empty();
    private boolean shortened;
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

    /** Speaks only the beginning of a long reply; before its first token. */
    void shorten() {
        digest = narration.map(voice -> new Digest(voice::secondsAhead));
    }

    void add(String token) {
        source.append(token);
        if (digest.isEmpty()) {
            noteUpTo(source.length());
        }
        if (!mute) {
            speakable.map(text -> text.add(token)).ifPresent(pieces -> speak(spokenNow(token, pieces)));
        }
    }

    private List<SpeakablePiece> spokenNow(String token, List<SpeakablePiece> pieces) {
        return digest.map(some -> some.add(token, pieces)).orElse(pieces);
    }

    /** Whether the voice failed. */
    boolean isMute() {
        return mute;
    }

    /** Blocks until the reply was heard, or the part of it that is spoken. */
    void finish() {
        if (!mute) {
            speakable.map(SpeakableText::finish).ifPresent(pieces -> speak(lastSpoken(pieces)));
        }
        if (!shortened) {
            noteUpTo(source.length());
        }
        narration.ifPresent(voice -> unlessItFails(voice::finish));
    }

    private List<SpeakablePiece> lastSpoken(List<SpeakablePiece> pieces) {
        return digest.map(some -> some.finish(pieces)).orElse(pieces);
    }

    /** How many characters of the reply were spoken, where that was not all. */
    OptionalInt shortenedAt() {
        return shortened && !mute ? OptionalInt.of(noted) : OptionalInt.empty();
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
            noteUpTo(piece.sourceEnd());
            narration.filter(voice -> !mute).ifPresent(voice -> unlessItFails(() -> voice.write(piece)));
        }
        if (!shortened && digest.filter(Digest::isCut).isPresent()) {
            shortened = true;
            events.accept(new TurnEvent.Shortened());
        }
    }

    private void noteUpTo(int end) {
        if (end > noted) {
            String more = source.substring(noted, end);
            narration.ifPresent(voice -> voice.note(more));
            noted = end;
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
