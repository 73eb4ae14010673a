package dev.voicebot.engine.dashscope;

import dev.voicebot.outcome.AssistantException;
import io.reactivex.Flowable;
import io.reactivex.disposables.Disposable;
import io.reactivex.plugins.RxJavaPlugins;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task over the service's WebSocket, sending and receiving at once. What is sent waits in a queue, which the SDK's
 * sending thread empties once the socket is open: whoever sends never waits.
 *
 * @param <S> what is sent
 * @param <R> what comes back
 */
final class DuplexTask<S, R> {
    private static final Logger log = LoggerFactory.getLogger(DuplexTask.class);
    private static final Duration GLANCE = Duration.ofMillis(100);

    /** A socket that is not open by then may never be; the SDK would not say so for half a minute. */
    private static final Duration PROBED_AFTER = Duration.ofSeconds(1);

    static {
        // RxJava prints on stderr what comes too late for anybody to hear
        RxJavaPlugins.setErrorHandler(e -> log.debug("a late error of a task that is over", e));
    }

    private final BlockingQueue<Optional<S>> outgoing = new LinkedBlockingQueue<>();
    private final CountDownLatch connected = new CountDownLatch(1);
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final long probeTime;
    private final long connectDeadline;
    private final Faults faults;
    private final Probe probe;
    private final AtomicBoolean probed = new AtomicBoolean();
    private final Runnable closeSocket;
    private volatile long lastEvent = System.nanoTime(); // nanoTime, by the SDK's threads
    private volatile boolean interrupted; // any thread
    private volatile boolean idleEnd; // by the SDK's threads
    private @Nullable Disposable subscription; // guarded by this
    private boolean senderLeft; // guarded by this
    private boolean abandoned; // guarded by this

    /** {@code closeSocket} is called once, when the task is given up, on any thread. */
    DuplexTask(DashScopeConnection connection, Faults faults, Runnable closeSocket) {
        this.faults = faults;
        this.probe = new Probe(connection, faults);
        this.closeSocket = closeSocket;
        this.probeTime = System.nanoTime() + PROBED_AFTER.toNanos();
        this.connectDeadline = System.nanoTime() + connection.connectTimeout().toNanos();
    }

    /**
     * What the SDK takes things to send from. It subscribes once the socket is open, and sends on the subscribing
     * thread until this ends.
     */
    Flowable<S> outgoing() {
        return Flowable.<S>generate(emitter -> {
                    connected.countDown();
                    Optional<S> piece = outgoing.take();
                    if (over.isDone()) {
                        emitter.onError(new CancellationException("the task is over"));
                    } else {
                        piece.ifPresentOrElse(emitter::onNext, emitter::onComplete);
                    }
                })
                .doAfterTerminate(this::senderLeaves);
    }

    /** Starts the task; {@code events} gets what comes back, on threads of the SDK. */
    void start(Flowable<R> incoming, Consumer<R> events) {
        Disposable started = incoming.subscribe(
                event -> {
                    lastEvent = System.nanoTime();
                    events.accept(event);
                },
                this::fail,
                () -> over.complete(null));
        synchronized (this) {
            subscription = started;
            if (abandoned) {
                started.dispose();
            }
        }
    }

    void send(S piece) {
        outgoing.add(Optional.of(piece));
    }

    /** Nothing more will be sent. */
    void endOfInput() {
        outgoing.add(Optional.empty());
    }

    boolean isOver() {
        return over.isDone();
    }

    /** Whether it is over because somebody here gave it up. */
    boolean isInterrupted() {
        return interrupted;
    }

    /** Whether the service ended the task while it waited for something to be sent. */
    boolean endedIdle() {
        return idleEnd || (over.isDone() && !over.isCompletedExceptionally());
    }

    /** Runs once the task is over, however it ended; at once, if it is. Be quick. */
    void whenOver(Runnable action) {
        var unused = over.whenComplete((nothing, e) -> action.run());
    }

    void fail(Throwable e) {
        if (Faults.isIdleEnd(e)) {
            idleEnd = true;
        }
        over.completeExceptionally(e instanceof AssistantException fault ? fault : faults.of(e));
    }

    /** Gives the task up; whoever waits for it leaves with an interruption. Quick; any thread. */
    void abort() {
        interrupted = true;
        fail(AssistantException.interrupted());
        abandon();
    }

    /** Throws the fault that ended the task, or that kept the socket from opening in time. */
    void throwIfFailed() {
        if (!over.isDone() && connected.getCount() > 0) {
            lookAtConnection();
        }
        if (over.isCompletedExceptionally()) {
            throwFault();
        }
    }

    private void lookAtConnection() {
        long now = System.nanoTime();
        if (now > connectDeadline) {
            fail(probe.explain());
        } else if (now > probeTime && probed.compareAndSet(false, true)) {
            probe.whenRefused(this::fail);
        }
    }

    /** Blocks until the service says that all is done, or has said nothing for as long as {@code patience}. */
    void awaitEnd(Duration patience) {
        long begin = System.nanoTime();
        while (!over.isDone()) {
            throwIfFailed();
            long now = System.nanoTime();
            if (connected.getCount() == 0 && Math.min(now - begin, now - lastEvent) > patience.toNanos()) {
                fail(faults.silent());
            }
            pause();
        }
        throwIfFailed();
    }

    private void pause() {
        try {
            over.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return; // looked at by the caller
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AssistantException.interrupted();
        }
    }

    private void throwFault() {
        try {
            over.getNow(null);
        } catch (CompletionException e) {
            throw e.getCause() instanceof AssistantException fault ? fault : faults.of(e);
        }
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
            if (subscription != null) {
                subscription.dispose();
            }
        }
        outgoing.add(Optional.empty());
        if (close) {
            closeSocket.run();
        }
    }

    private void senderLeaves() {
        boolean close;
        synchronized (this) {
            senderLeft = true;
            close = abandoned;
        }
        if (close) {
            closeSocket.run();
        }
    }
}
