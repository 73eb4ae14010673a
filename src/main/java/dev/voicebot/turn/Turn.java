package dev.voicebot.turn;

import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyCut;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.util.Optional;
import java.util.function.Consumer;

/** One turn: its question is kept, its reply collected while it is written, spoken and saved. On the caller's thread. */
final class Turn {
    private final Parts parts;
    private final Answer answer;
    private final boolean shortened;

    /** What the turns of a conversation share. */
    record Parts(ChatModel model, TurnMemory memory, Voices voices, SpeechState state, TurnKeeper keeper) {}

    /** {@code shortened} when a long reply is not spoken to its end. */
    Turn(Parts parts, Answer answer, boolean shortened) {
        this.parts = parts;
        this.answer = answer;
        this.shortened = shortened;
    }

    /** Asks by {@code ask}, which may do nothing yet, while the voice is being opened; blocks until the reply was heard. */
    void run(Runnable ask, TurnWatch watch, Consumer<TurnEvent> events, Cancellation cancellation) {
        if (answer.replacesLast()) {
            takeBackLast(events);
        }
        TurnLog log = TurnLog.begin(
                answer.question(),
                parts.model().name(),
                events,
                parts.keeper(),
                parts.state().notices(),
                watch);
        log.goOnFrom(answer.before());
        if (parts.voices().isOn()) {
            ask.run();
        }
        Optional<SpeechOutput> voice = parts.voices().now();
        try (Cancellation.Scope turn = cancellation.child();
                SpokenReply reply =
                        SpokenReply.start(voice, answer.question(), log, parts.state(), turn.cancellation())) {
            if (shortened) {
                reply.shorten();
            }
            try {
                run(reply, log, turn.cancellation());
                voice.ifPresent(it -> spoke(it, reply, log));
            } catch (AssistantException e) {
                voice.filter(it -> reply.isMute()).ifPresent(it -> spoke(it, reply, log));
                throw e;
            }
        } finally {
            log.close();
        }
    }

    private void spoke(SpeechOutput voice, SpokenReply reply, Consumer<TurnEvent> events) {
        parts.voices().spoke(voice, reply.isMute(), line -> events.accept(new TurnEvent.Notice(line)));
    }

    private void takeBackLast(Consumer<TurnEvent> events) {
        try {
            parts.keeper().undone();
        } catch (AssistantException e) {
            parts.state().notices().tell(e.userMessage(), e, events);
        }
    }

    private void run(SpokenReply reply, TurnLog events, Cancellation turn) {
        GrowingReply growing = new GrowingReply(events, reply);
        boolean textWhole = false;
        try {
            ChatUsage usage = answer.source().into(growing, events, turn);
            events.counted(parts.model().name(), usage); // which may be another one by now
            textWhole = true;
            events.accept(new TurnEvent.TextWhole());
            Optional<GrowingReply.Cut> cut = growing.cut();
            cut.ifPresent(why -> events.accept(new TurnEvent.Notice(why.line())));
            reply.finish();
            Optional<ReplyCut> reason = cut.map(GrowingReply.Cut::reason);
            boolean goesOn = reason.filter(ReplyCut.LENGTH::equals).isPresent();
            parts.memory().whole(answer, growing.text(), goesOn);
            reply.shortenedAt().ifPresent(spoken -> {
                parts.memory().shortened(answer.question(), growing.text(), spoken);
                events.shortened(spoken);
            });
            events.whole(reason);
        } catch (AssistantException e) {
            turn.cancel();
            String reached = answer.joined(reply.reached(growing.text()));
            boolean keep = e.kind() == FaultKind.INTERRUPTED;
            boolean remembered = parts.memory().broke(answer, growing.text(), textWhole, reached, keep);
            events.broke(e, remembered ? reached : "");
            throw e;
        }
    }
}
