package dev.voicebot.turn;

import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A conversation: turns that remember one another. One turn at a time, on the caller's thread. */
public final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final ChatModel model;
    private final ChatHistory history;
    private final SpeechState state = new SpeechState();
    private volatile String systemPrompt; // exchanged by the screen, read when a turn begins
    private volatile Optional<SpeechOutput> speech;
    private final TurnKeeper keeper;
    private final AtomicReference<Optional<Duration>> heard = new AtomicReference<>(Optional.empty());
    private volatile boolean speaks; // set by the screen, read by the turn

    public Conversation(ChatModel model, ChatHistory history, String systemPrompt, Optional<SpeechOutput> speech) {
        this(model, history, systemPrompt, speech, TurnKeeper.NONE);
    }

    /** {@code keeper} is told of every turn. */
    public Conversation(
            ChatModel model,
            ChatHistory history,
            String systemPrompt,
            Optional<SpeechOutput> speech,
            TurnKeeper keeper) {
        this.keeper = keeper;
        this.model = model;
        this.history = history;
        this.systemPrompt = systemPrompt;
        this.speech = speech;
        this.speaks = speech.isPresent();
    }

    /**
     * One turn: asks the model, shows every token as it comes, speaks and saves the reply while it is being written.
     * Blocks until the reply has been heard. Trouble with speech, speaker or saving is told by a notice, and the turn
     * goes on without; trouble with the model ends it and leaves the history as it was. After an interruption the
     * history remembers what was heard.
     *
     * @throws AssistantException what the keeper throws when there must be no further turn; INTERRUPTED soon after the cancel; what the model throws
     */
    public void say(String question, Consumer<TurnEvent> events, Cancellation cancellation) {
        keeper.permit();
        TurnWatch watch = TurnWatch.start(System::nanoTime, heard.getAndSet(Optional.empty()));
        TurnLog log = TurnLog.begin(question, model.name(), watch.on(events), keeper, state.notices());
        try (Cancellation.Scope turn = cancellation.child();
                SpokenReply reply =
                        SpokenReply.start(speech.filter(s -> speaks), question, log, state, turn.cancellation())) {
            answer(question, reply, log, turn.cancellation());
        } finally {
            log.close();
            tell(watch.timings(log.usage()), events);
        }
    }

    private static void tell(TurnTimings timings, Consumer<TurnEvent> events) {
        LOG.info("turn: {}", timings.line());
        events.accept(new TurnEvent.Timed(timings));
    }

    private void answer(String question, SpokenReply reply, TurnLog events, Cancellation turn) {
        StringBuilder answer = new StringBuilder();
        try {
            events.counted(model.reply(
                    history.messagesFor(prompt(), question), token -> take(token, answer, reply, events), turn));
            events.accept(new TurnEvent.TextWhole());
            reply.finish();
            history.add(question, answer.toString());
            events.whole();
        } catch (AssistantException e) {
            turn.cancel();
            String reached = e.kind() == FaultKind.INTERRUPTED ? reply.reached(answer.toString()) : "";
            rememberReached(question, reached);
            events.broke(e, reached);
            throw e;
        }
    }

    private String prompt() {
        return speech.filter(s -> speaks)
                .map(output -> output.manner().promptFor(systemPrompt))
                .orElse(systemPrompt);
    }

    private static void take(String token, StringBuilder answer, SpokenReply reply, Consumer<TurnEvent> events) {
        answer.append(token);
        events.accept(new TurnEvent.Token(token));
        reply.add(token);
    }

    private void rememberReached(String question, String reached) {
        if (!reached.isBlank()) {
            history.add(question, reached);
        }
    }

    /** Says that the next question was spoken, and how long ago its last word was; for the timings. */
    public void heard(Duration ago) {
        heard.set(Optional.of(ago));
    }

    /** Moves through the reply that is being spoken. */
    public Transport transport() {
        return state.transport();
    }

    /** Forgets all turns; not while one is running. */
    public void clear() {
        history.clear();
    }

    /** Whether replies are spoken and saved as sound; false also when there is no voice. */
    public boolean speaks() {
        return speaks;
    }

    /** What the model is told first, from the next turn on. */
    public void instruct(String prompt) {
        systemPrompt = prompt;
    }

    /** Another voice or speaker from the next turn on; nothing where nothing is spoken. */
    public void speakThrough(UnaryOperator<SpeechOutput> change) {
        speech = speech.map(change);
    }

    /** Takes effect with the next turn; without a voice it stays off. */
    public void speak(boolean on) {
        speaks = on && speech.isPresent();
    }
}
