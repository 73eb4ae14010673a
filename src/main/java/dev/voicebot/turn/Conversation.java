package dev.voicebot.turn;

import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;

import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.Exchange;
import dev.voicebot.chat.HistoryTooLongException;
import dev.voicebot.chat.ReplyCut;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A conversation: turns that remember one another. One turn at a time, on the caller's thread. */
public final class Conversation implements Turns {
    private final ChatModel model;
    private final ChatHistory history;
    private final SpeechState state = new SpeechState();
    private volatile String systemPrompt; // exchanged by the screen, read when a turn begins
    private final Voices voices;
    private final TurnKeeper keeper;
    private final AskingAhead ahead;
    private volatile boolean preempts; // set at the beginning
    private final AtomicReference<Optional<Duration>> heard = new AtomicReference<>(Optional.empty());
    private Optional<Unfinished> unfinished = Optional.empty(); // the turn's thread
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
        this.voices = new Voices(speech, System::nanoTime);
        this.speaks = speech.isPresent();
        this.ahead = new AskingAhead(model, keeper);
        model.spoken(speaks);
    }

    /**
     * One turn: asks the model, shows every token as it comes, speaks and saves the reply while it is being written.
     * Blocks until the reply has been heard. Trouble with speech, speaker or saving is told by a notice, and the turn
     * goes on without; trouble with the model ends it and leaves the history as it was. After an interruption the
     * history remembers what was heard.
     *
     * @throws AssistantException what the keeper throws when there must be no further turn; INTERRUPTED soon after the
     *     cancel; what the model throws
     */
    @Override
    public void say(String question, Consumer<TurnEvent> events, Cancellation cancellation) {
        turn(
                new Answer(question, "", false, (listener, log, turn) -> reply(question, listener, log, turn)),
                () -> askAhead(question),
                events,
                cancellation);
    }

    private ChatUsage reply(String question, ReplyListener listener, TurnLog log, Cancellation turn) {
        return fitting(
                () -> history.messagesFor(prompt(), question),
                0,
                log,
                messages -> ahead.reply(messages, listener, turn));
    }

    /** Asks with as many turns of the history as the model takes, and keeps {@code least} of them in any case. */
    private ChatUsage fitting(
            Supplier<List<ChatMessage>> messages, int least, TurnLog log, Function<List<ChatMessage>, ChatUsage> ask) {
        while (true) {
            List<ChatMessage> asked = messages.get();
            log.asked(asked);
            try {
                return ask.apply(asked);
            } catch (HistoryTooLongException e) {
                int dropped = history.size() - Math.max(least, history.size() / 2);
                if (dropped <= 0) {
                    throw e;
                }
                history.dropOldest(dropped);
                log.accept(new TurnEvent.Notice(trn(
                        "The conversation is too long for %s: its oldest turn was left out.",
                        "The conversation is too long for %s: its oldest %d turns were left out.",
                        dropped,
                        model.name(),
                        dropped)));
            }
        }
    }

    /** Whether {@link #expect} asks ahead; it does nothing otherwise. */
    public void preempt(boolean on) {
        preempts = on;
    }

    /**
     * The next question will probably be this: asks it already, and throws away what was asked for another one. Nothing
     * of the answer is seen or spoken before {@link #say} brings the same question. Blank when no question is expected
     * any more. Quick; any thread.
     */
    @Override
    public void expect(String question) {
        if (preempts) {
            askAhead(question);
        }
    }

    private void askAhead(String question) {
        if (question.isBlank()) {
            ahead.forget();
        } else {
            ahead.ask(history.messagesFor(prompt(), question));
        }
    }

    /**
     * Takes up the last reply where it was interrupted or broke off. When only its speech was cut, the rest is spoken
     * and the model is not asked. In the history both parts become one turn. Else as {@link #say}.
     *
     * @throws AssistantException USAGE when there is nothing to go on with
     */
    @Override
    public void goOn(Consumer<TurnEvent> events, Cancellation cancellation) {
        Unfinished last = unfinished.orElseThrow(
                () -> new AssistantException(FaultKind.USAGE, tr("Nothing to continue: the last reply was complete.")));
        turn(new Answer(last.question(), last.before(), last.remembered(), rest(last)), () -> {}, events, cancellation);
    }

    private Answer.Source rest(Unfinished last) {
        if (!last.needsTheModel()) {
            return (listener, log, turn) -> {
                listener.token(last.rest());
                return ChatUsage.NONE;
            };
        }
        return (listener, log, turn) -> fitting(
                () -> last.messages(earlierThan(last)),
                last.remembered() ? 1 : 0,
                log,
                messages -> model.reply(messages, listener, turn));
    }

    private List<ChatMessage> earlierThan(Unfinished last) {
        List<ChatMessage> messages = history.messagesFor(prompt(), "");
        return messages.subList(0, messages.size() - (last.remembered() ? 3 : 1));
    }

    /** Keeps the question; asks, while the voice is being opened; collects the reply. {@code ask} may do nothing yet. */
    private void turn(Answer answer, Runnable ask, Consumer<TurnEvent> events, Cancellation cancellation) {
        keeper.permit();
        TurnWatch watch = TurnWatch.start(System::nanoTime, heard.getAndSet(Optional.empty()));
        if (answer.replacesLast()) {
            takeBackLast(events);
        }
        TurnLog log = TurnLog.begin(answer.question(), model.name(), events, keeper, state.notices(), watch);
        log.goOnFrom(answer.before());
        if (speaks) {
            ask.run();
        }
        Optional<SpeechOutput> voice = voice();
        try (Cancellation.Scope turn = cancellation.child();
                SpokenReply reply = SpokenReply.start(voice, answer.question(), log, state, turn.cancellation())) {
            try {
                run(answer, reply, log, turn.cancellation());
                voice.ifPresent(it -> spoke(it, reply, log));
            } catch (AssistantException e) {
                voice.filter(it -> reply.isMute()).ifPresent(it -> spoke(it, reply, log));
                throw e;
            }
        } finally {
            log.close();
        }
    }

    private Optional<SpeechOutput> voice() {
        return speaks ? voices.now() : Optional.empty();
    }

    private void spoke(SpeechOutput voice, SpokenReply reply, Consumer<TurnEvent> events) {
        voices.spoke(voice, reply.isMute(), line -> events.accept(new TurnEvent.Notice(line)));
    }

    private void takeBackLast(Consumer<TurnEvent> events) {
        try {
            keeper.undone();
        } catch (AssistantException e) {
            state.notices().tell(e.userMessage(), e, events);
        }
    }

    private void run(Answer answer, SpokenReply reply, TurnLog events, Cancellation turn) {
        StringBuilder text = new StringBuilder();
        boolean textWhole = false;
        try {
            Optional<Cut> cut = write(answer, text, reply, events, turn);
            textWhole = true;
            events.accept(new TurnEvent.TextWhole());
            cut.ifPresent(why -> events.accept(new TurnEvent.Notice(why.line())));
            reply.finish();
            remember(answer, answer.joined(text.toString()));
            unfinished = cut.filter(why -> why.reason() == ReplyCut.LENGTH).map(why -> goesOn(answer, text.toString()));
            events.whole(cut.map(Cut::reason));
        } catch (AssistantException e) {
            turn.cancel();
            String reached = answer.joined(reply.reached(text.toString()));
            boolean remembered =
                    e.kind() == FaultKind.INTERRUPTED ? rememberReached(answer, reached) : answer.replacesLast();
            unfinished = Optional.of(new Unfinished(
                            answer.question(), answer.joined(text.toString()), reached.length(), textWhole, remembered))
                    .filter(Unfinished::isOpen);
            events.broke(e, remembered ? reached : "");
            throw e;
        }
    }

    /** A reply that the model may go on with although the user got all that there is. */
    private static Unfinished goesOn(Answer answer, String text) {
        String whole = answer.joined(text);
        return new Unfinished(answer.question(), whole, whole.length(), false, true);
    }

    /** Why the model wrote no more, and the line for the user. */
    private record Cut(ReplyCut reason, String line) {}

    private Optional<Cut> write(
            Answer answer, StringBuilder text, SpokenReply reply, TurnLog events, Cancellation turn) {
        AtomicReference<@Nullable Cut> cut = new AtomicReference<>();
        ReplyListener listener = new ReplyListener() {
            @Override
            public void token(String token) {
                text.append(token);
                events.accept(new TurnEvent.Token(token));
                reply.add(token);
            }

            @Override
            public void thought(String thought) {
                events.accept(new TurnEvent.Thought(thought));
            }

            @Override
            public void cutShort(ReplyCut reason, String line) {
                cut.set(new Cut(reason, line));
            }
        };
        ChatUsage usage = answer.source().into(listener, events, turn);
        events.counted(model.name(), usage);
        return Optional.ofNullable(cut.get());
    }

    private String prompt() {
        return voice().map(output -> output.manner().promptFor(systemPrompt)).orElse(systemPrompt);
    }

    private boolean rememberReached(Answer answer, String reached) {
        if (reached.isBlank()) {
            return false;
        }
        remember(answer, reached);
        return history.size() > 0;
    }

    private void remember(Answer answer, String text) {
        if (answer.replacesLast()) {
            history.removeLast();
        }
        history.add(answer.question(), text);
    }

    /** The user is about to ask: opens what the reply will need, on a thread of its own. Any thread. */
    @Override
    public void getReady() {
        Worker.WARM.start(this::openAll);
    }

    private void openAll() {
        openVoice();
        model.getReady();
    }

    /** Loads the voice's engine and opens what it will need, as {@link #getReady} does; on the caller's thread. */
    public void openVoice() {
        voice().ifPresent(output -> output.synthesizer().getReady(output.voice()));
    }

    /** Says that the next question was spoken, and how long ago its last word was; for the timings. */
    @Override
    public void heard(Duration ago) {
        heard.set(Optional.of(ago));
    }

    /** Moves through the reply that is being spoken. */
    @Override
    public Transport transport() {
        return state.transport();
    }

    /** Forgets all turns: what follows is another conversation; not while a turn is running. */
    @Override
    public void clear() {
        history.clear();
        unfinished = Optional.empty();
        keeper.forgotten();
    }

    /** Goes on where an earlier conversation ended, oldest turn first; not while a turn is running. */
    @Override
    public void restore(List<Exchange> exchanges) {
        history.restore(exchanges);
        unfinished = Optional.empty();
    }

    @Override
    public void leftUnfinished(String question, String text, String heard) {
        boolean isRemembered = !heard.isBlank() && history.size() > 0;
        unfinished = Optional.of(Unfinished.ofEarlier(question, text, heard, isRemembered))
                .filter(Unfinished::isOpen);
    }

    /** What the model will be reminded of, oldest first; not while a turn is running. */
    @Override
    public List<Exchange> exchanges() {
        return history.exchanges();
    }

    /**
     * Takes back the last turn that is remembered, and gives it; empty when there is none. Not while a turn is running.
     *
     * @throws AssistantException when the keeper cannot write that down; it is forgotten all the same
     */
    @Override
    public Optional<Exchange> undo() {
        Optional<Exchange> last = history.removeLast();
        unfinished = Optional.empty();
        if (last.isPresent()) {
            keeper.undone();
        }
        return last;
    }

    /** Whether replies are spoken and saved as sound; false also when there is no voice. */
    @Override
    public boolean speaks() {
        return speaks;
    }

    /** What the model is told first, from the next turn on. */
    public void instruct(String prompt) {
        systemPrompt = prompt;
    }

    /** Another voice or speaker from the next turn on; nothing where nothing is spoken. */
    public void speakThrough(UnaryOperator<SpeechOutput> change) {
        voices.change(change);
    }

    /** Who speaks while the voice fails. */
    public void speakInstead(Supplier<SpeechOutput> other) {
        voices.standIn(other);
    }

    /** Takes effect with the next turn; without a voice it stays off. */
    @Override
    public void speak(boolean on) {
        speaks = on && voices.isThere();
        model.spoken(speaks);
    }
}
