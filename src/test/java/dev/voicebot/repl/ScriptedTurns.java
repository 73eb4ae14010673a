package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.chat.Exchange;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.turn.Transport;
import dev.voicebot.turn.TurnEvent;
import dev.voicebot.turn.Turns;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Turns whose course the test decides, event by event. */
public final class ScriptedTurns implements Turns {
    private final BlockingQueue<Turn> asked = new LinkedBlockingQueue<>();
    final ConcurrentLinkedDeque<Exchange> remembered = new ConcurrentLinkedDeque<>();
    final AtomicInteger cleared = new AtomicInteger();
    final AtomicInteger readied = new AtomicInteger();
    final BlockingQueue<String> expected = new LinkedBlockingQueue<>();
    final AtomicInteger spoken = new AtomicInteger();
    final ScriptedTransport transport = new ScriptedTransport();
    private volatile boolean speaks = true;

    @Override
    public void say(String question, Consumer<TurnEvent> events, Cancellation cancellation) {
        Turn turn = new Turn(question, events, cancellation);
        asked.add(turn);
        cancellation.onCancel(() -> turn.end(AssistantException.interrupted()));
        turn.run();
    }

    @Override
    public void goOn(Consumer<TurnEvent> events, Cancellation cancellation) {
        say("(on)", events, cancellation);
    }

    /** The next turn that the screen asks for. */
    Turn next() {
        Turn turn = takeFrom(asked);
        assertThat(turn).as("a question within 10 s").isNotNull();
        return turn;
    }

    boolean nothingAsked() {
        return asked.isEmpty();
    }

    @Override
    public void restore(List<Exchange> exchanges) {
        remembered.clear();
        remembered.addAll(exchanges);
    }

    @Override
    public void leftUnfinished(String question, String text, String heard) {}

    @Override
    public void leftShortened(String question, String text, int spoken) {}

    @Override
    public List<Exchange> exchanges() {
        return List.copyOf(remembered);
    }

    @Override
    public Optional<Exchange> undo() {
        return Optional.ofNullable(remembered.pollLast());
    }

    @Override
    public void clear() {
        cleared.incrementAndGet();
    }

    @Override
    public void getReady() {
        readied.incrementAndGet();
    }

    @Override
    public void expect(String question) {
        expected.add(question);
    }

    @Override
    public void heard(Duration ago) {
        assertThat(ago.toNanos()).isNotNegative();
        spoken.incrementAndGet();
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public boolean speaks() {
        return speaks;
    }

    @Override
    public void speak(boolean on) {
        speaks = on;
    }

    public static <T> T takeFrom(BlockingQueue<T> queue) {
        try {
            T item = queue.poll(10, TimeUnit.SECONDS);
            assertThat(item).as("something within 10 s").isNotNull();
            return item;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** One turn being said. */
    static final class Turn {
        final String question;
        final Cancellation cancellation;
        private final Consumer<TurnEvent> events;
        private final Thread thread = Thread.currentThread();
        private final BlockingQueue<Runnable> end = new LinkedBlockingQueue<>();

        Turn(String question, Consumer<TurnEvent> events, Cancellation cancellation) {
            this.question = question;
            this.events = events;
            this.cancellation = cancellation;
        }

        private void run() {
            try {
                end.take().run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Whether the thread that said the turn is gone, or goes soon. */
        boolean threadEnds() throws InterruptedException {
            thread.join(10_000);
            return !thread.isAlive();
        }

        void token(String text) {
            events.accept(new TurnEvent.Token(text));
        }

        void event(TurnEvent event) {
            events.accept(event);
        }

        void end() {
            end.add(() -> {});
        }

        void end(AssistantException fault) {
            end.add(() -> {
                throw fault;
            });
        }
    }
}
