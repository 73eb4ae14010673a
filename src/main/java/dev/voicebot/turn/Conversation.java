package dev.voicebot.turn;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.Exchange;
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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A conversation: turns that remember one another. One turn at a time, on the caller's thread. */
public final class Conversation implements Turns {
    private final ChatModel model;
    private final TurnMemory memory;
    private final SpeechState state = new SpeechState();
    private volatile String systemPrompt; // exchanged by the screen, read when a turn begins
    private final Voices voices;
    private final TurnKeeper keeper;
    private final AskingAhead ahead;
    private final Turn.Parts parts;
    private volatile boolean preempts; // set at the beginning
    private volatile boolean shortens; // set at the beginning
    private final AtomicReference<Optional<Duration>> heard = new AtomicReference<>(Optional.empty());

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
        this.memory = new TurnMemory(history, model);
        this.systemPrompt = systemPrompt;
        this.voices = new Voices(speech, System::nanoTime);
        this.ahead = new AskingAhead(model, keeper);
        this.parts = new Turn.Parts(model, memory, voices, state, keeper);
        model.spoken(voices.isOn());
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
        return memory.fitting(
                () -> memory.messagesFor(prompt(), question),
                0,
                log,
                messages -> ahead.reply(messages, listener, turn));
    }

    /** Whether {@link #expect} asks ahead; it does nothing otherwise. */
    public void preempt(boolean on) {
        preempts = on;
    }

    /** Whether only the beginning of a long reply is spoken; {@link #goOn} speaks the rest then. */
    public void shorten(boolean on) {
        shortens = on;
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
            ahead.ask(memory.messagesFor(prompt(), question));
        }
    }

    /**
     * Takes up the last reply where it was interrupted, broke off or was shortened. When only its speech was cut, the
     * rest is spoken and the model is not asked. In the history both parts become one turn. Else as {@link #say}.
     *
     * @throws AssistantException USAGE when there is nothing to go on with
     */
    @Override
    public void goOn(Consumer<TurnEvent> events, Cancellation cancellation) {
        Unfinished last = memory.unfinished()
                .orElseThrow(() -> new AssistantException(
                        FaultKind.USAGE, tr("Nothing to continue: the last reply was complete.")));
        turn(new Answer(last.question(), last.before(), last.remembered(), rest(last)), () -> {}, events, cancellation);
    }

    private Answer.Source rest(Unfinished last) {
        if (!last.needsTheModel()) {
            return (listener, log, turn) -> {
                listener.token(last.rest());
                return ChatUsage.NONE;
            };
        }
        return (listener, log, turn) -> memory.fitting(
                () -> memory.messagesToGoOn(last, prompt()),
                last.remembered() ? 1 : 0,
                log,
                messages -> model.reply(messages, listener, turn));
    }

    /** {@code ask} may do nothing yet. */
    private void turn(Answer answer, Runnable ask, Consumer<TurnEvent> events, Cancellation cancellation) {
        keeper.permit();
        TurnWatch watch = TurnWatch.start(System::nanoTime, heard.getAndSet(Optional.empty()));
        boolean shortened = shortens && answer.before().isEmpty();
        new Turn(parts, answer, shortened).run(ask, watch, events, cancellation);
    }

    private String prompt() {
        return voices.now()
                .map(output -> output.manner().promptFor(systemPrompt))
                .orElse(systemPrompt);
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
        voices.now().ifPresent(output -> output.synthesizer().getReady(output.voice()));
    }

    @Override
    public void heard(Duration ago) {
        heard.set(Optional.of(ago));
    }

    @Override
    public Transport transport() {
        return state.transport();
    }

    /** Forgets all turns: what follows is another conversation; not while a turn is running. */
    @Override
    public void clear() {
        memory.clear();
        keeper.forgotten();
    }

    @Override
    public void restore(List<Exchange> exchanges) {
        memory.restore(exchanges);
    }

    @Override
    public void leftUnfinished(String question, String text, String heard) {
        memory.leftUnfinished(question, text, heard);
    }

    @Override
    public void leftShortened(String question, String text, int spoken) {
        memory.shortened(question, text, spoken);
    }

    @Override
    public List<Exchange> exchanges() {
        return memory.exchanges();
    }

    /**
     * Takes back the last turn that is remembered, and gives it; empty when there is none. Not while a turn is running.
     *
     * @throws AssistantException when the keeper cannot write that down; it is forgotten all the same
     */
    @Override
    public Optional<Exchange> undo() {
        Optional<Exchange> last = memory.removeLast();
        if (last.isPresent()) {
            keeper.undone();
        }
        return last;
    }

    /** Whether replies are spoken and saved as sound; false also when there is no voice. */
    @Override
    public boolean speaks() {
        return voices.isOn();
    }

    /** What the model is told first, from the next turn on. */
    public void instruct(String prompt) {
        systemPrompt = prompt;
    }

    /** Another voice or speaker from the next turn on; nothing where nothing is spoken. */
    public void speakThrough(UnaryOperator<SpeechOutput> change) {
        voices.change(change);
    }

    /** There is no speaker: true if the caller shall tell, false if a reply has done so. Any thread. */
    public boolean lacksSpeaker() {
        return state.notices().isFirstOfSpeaker();
    }

    /** Who speaks while the voice fails. */
    public void speakInstead(Supplier<SpeechOutput> other) {
        voices.standIn(other);
    }

    /** Takes effect with the next turn; without a voice it stays off. */
    @Override
    public void speak(boolean on) {
        voices.turn(on);
        model.spoken(voices.isOn());
    }
}
