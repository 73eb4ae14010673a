package dev.voicebot.engine.dashscope;

import static dev.voicebot.text.Messages.tr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.google.gson.JsonObject;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Interrupts;
import io.reactivex.Flowable;
import io.reactivex.plugins.RxJavaPlugins;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task over the service's WebSocket, sending and receiving at once. What is sent waits in a queue, which the SDK's
 * sending thread empties once the service has taken the task: whoever sends never waits.
 *
 * @param <S> what is sent: {@link String} or {@link java.nio.ByteBuffer}
 */
final class DuplexTask<S> {
    private static final Logger log = LoggerFactory.getLogger(DuplexTask.class);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int MOST_WAITING = 600; // pieces; a minute of sound

    static {
        // RxJava prints on stderr what comes too late for anybody to hear
        RxJavaPlugins.setErrorHandler(e -> log.debug("a late error of a task that is over", e));
    }

    private final BlockingQueue<Optional<S>> outgoing = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Ending> over = new CompletableFuture<>();
    private final DashScopeConnection connection;
    private final Faults faults;
    private final TaskSocket socket;
    private final TaskEvents events;
    private final long connectDeadline;
    private volatile boolean connected; // by the SDK's threads
    private volatile long startedAt; // nanoTime, by the SDK's threads; 0 before
    private volatile long lastEvent = System.nanoTime(); // nanoTime, by the SDK's threads

    @GuardedBy("this")
    private boolean senderLeft;

    @GuardedBy("this")
    private boolean abandoned;

    /** Begins at once; {@code socket} is closed when the task is given up. */
    DuplexTask(
            DashScopeConnection connection, Faults faults, TaskSocket socket, TaskDescription what, TaskEvents events) {
        this.connection = connection;
        this.faults = faults;
        this.socket = socket;
        this.events = events;
        this.connectDeadline = System.nanoTime() + connection.connectTimeout().toNanos();
        socket.begin(new TaskRequest(connection, what, outgoing()), new Incoming());
    }

    void send(S piece) {
        outgoing.add(Optional.of(piece));
    }

    /** Whether so much waits to be sent that it is no use to add more now. */
    boolean isBehind() {
        return outgoing.size() > MOST_WAITING;
    }

    /** Nothing more will be sent. */
    void endOfInput() {
        outgoing.add(Optional.empty());
    }

    boolean isOver() {
        if (!over.isDone() && !connected && System.nanoTime() > connectDeadline) {
            end(TaskEnd.FAILED, faults.tooSlow(connection.connectTimeout()));
        }
        return over.isDone();
    }

    /** How it ended; empty while it goes on. */
    Optional<TaskEnd> end() {
        return Optional.ofNullable(over.getNow(null)).map(Ending::how);
    }

    /** Gives the task up; whoever waits for it leaves with an interruption. Quick; any thread. */
    void abort() {
        end(TaskEnd.GIVEN_UP, AssistantException.interrupted());
        abandon();
    }

    /** The fault that ended it; none while it goes on, and after a good end. */
    Optional<AssistantException> fault() {
        return Optional.ofNullable(over.getNow(null)).map(Ending::fault);
    }

    /** Throws the fault that ended the task too early, or that kept the socket from opening in time. */
    void throwIfFailed() {
        if (isOver() && over.join().fault() != null) {
            throw over.join().fault();
        }
    }

    /** Blocks until all is done; throws the fault of any other end. {@code patience} may change meanwhile. */
    void awaitEnd(Supplier<Duration> patience) {
        awaitUntil(() -> false, patience);
        throwIfFailed();
    }

    /**
     * Blocks until the task is over, or the service has said nothing for as long as {@code patience}, or has come to no
     * end in as long as {@code most}.
     */
    TaskEnd await(Duration patience, Duration most) {
        long begin = System.nanoTime();
        awaitUntil(() -> System.nanoTime() - begin > most.toNanos(), () -> patience);
        end(TaskEnd.SILENT, faults.endless()); // nothing when it is over
        return over.join().how();
    }

    /** The same, but only until the task has run for so long. */
    void awaitAge(Duration least, Duration patience) {
        awaitUntil(() -> age().compareTo(least) >= 0, () -> patience);
    }

    /** How long ago the service took the task; zero before. */
    Duration age() {
        return startedAt == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private void awaitUntil(BooleanSupplier enough, Supplier<Duration> patience) {
        long begin = System.nanoTime();
        while (!isOver() && !enough.getAsBoolean()) {
            long now = System.nanoTime();
            if (connected
                    && Math.min(now - begin, now - lastEvent) > patience.get().toNanos()) {
                end(TaskEnd.SILENT, faults.silent());
            }
            pause();
        }
    }

    private void pause() {
        try {
            over.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return; // looked at by the caller
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    /** Subscribed to by the SDK once the socket is open; it sends on the subscribing thread until this ends. */
    private Flowable<S> outgoing() {
        return Flowable.<S>generate(emitter -> {
                    started.join();
                    Optional<S> piece = outgoing.take();
                    if (over.isDone()) {
                        emitter.onError(new CancellationException("the task is over"));
                    } else {
                        piece.ifPresentOrElse(emitter::onNext, emitter::onComplete);
                    }
                })
                .doAfterTerminate(this::senderLeaves);
    }

    private void end(TaskEnd how, @Nullable AssistantException fault) {
        over.complete(new Ending(how, fault));
        started.complete(null);
        outgoing.add(Optional.empty()); // frees the sender
    }

    /**
     * Closes the socket, but not under the SDK's sending thread: whatever that one sends on a closed socket makes it
     * open another.
     */
    private void abandon() {
        boolean close;
        synchronized (this) {
            close = senderLeft && !abandoned;
            abandoned = true;
        }
        if (close) {
            socket.close();
        }
    }

    private void senderLeaves() {
        boolean close;
        synchronized (this) {
            senderLeft = true;
            close = abandoned;
        }
        if (close) {
            socket.close();
        }
    }

    private record Ending(TaskEnd how, @Nullable AssistantException fault) {}

    /** What the service says, on threads of the SDK. */
    private final class Incoming implements TaskListener {
        @Override
        public void opened() {
            connected = true;
        }

        @Override
        public void started() {
            hand(events::started);
            startedAt = System.nanoTime();
            started.complete(null);
        }

        @Override
        public void result(JsonObject payload) {
            hand(() -> events.result(payload));
        }

        @Override
        public void strange(String kind) {
            hand(() -> events.strange(kind));
        }

        @Override
        public void sound(ByteBuffer piece) {
            hand(() -> events.sound(piece));
        }

        @Override
        public void finished(JsonObject payload, boolean early) {
            hand(() -> events.finished(payload));
            if (early) {
                end(TaskEnd.EARLY, faults.brokenOff(tr("finished early")));
            } else {
                end(TaskEnd.FINISHED, null);
            }
        }

        @Override
        public void closed(int code, String reason) {
            end(TaskEnd.CLOSED, faults.closed(code, reason));
        }

        @Override
        public void failed(Throwable e) {
            end(how(e), connected ? faults.of(e) : faults.ofConnecting(e));
        }

        private TaskEnd how(Throwable e) {
            if (Faults.isIdleEnd(e) || Faults.isWithoutSpeech(e)) {
                return TaskEnd.IDLE;
            }
            if (Faults.isUnknownModel(e)) {
                return TaskEnd.UNKNOWN_MODEL;
            }
            return Faults.isCutOff(e) ? TaskEnd.CLOSED : TaskEnd.FAILED;
        }

        /** What comes after the end is nobody's; whoever breaks at an event ends the task. */
        private void hand(Runnable event) {
            lastEvent = System.nanoTime();
            if (over.isDone()) {
                return;
            }
            try {
                event.run();
            } catch (RuntimeException e) {
                end(TaskEnd.FAILED, e instanceof AssistantException fault ? fault : faults.of(e));
            }
        }
    }
}
