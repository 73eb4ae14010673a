package dev.voicebot.engine.dashscope;

import dev.voicebot.outcome.AssistantException;
import io.reactivex.Flowable;
import io.reactivex.disposables.Disposable;
import io.reactivex.plugins.RxJavaPlugins;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task over the service's WebSocket, sending and receiving at once. What is sent waits in a queue, which the SDK's
 * own thread empties once the socket is open: whoever sends never waits.
 *
 * @param <S> what is sent
 * @param <R> what comes back
 */
final class DuplexTask<S, R> {
    private static final Logger log = LoggerFactory.getLogger(DuplexTask.class);
    private static final Duration SILENCE = Duration.ofSeconds(30); // without any event after all was sent

    static {
        // RxJava prints on stderr what comes too late for anybody to hear
        RxJavaPlugins.setErrorHandler(e -> log.debug("a late error of a task that is over", e));
    }

    private final BlockingQueue<Optional<S>> outgoing = new LinkedBlockingQueue<>();
    private final CountDownLatch connected = new CountDownLatch(1); // or over before it ever was
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();
    private final Faults faults;
    private volatile long lastEventNanos = System.nanoTime(); // by the SDK's threads
    private volatile @Nullable Disposable subscription; // by the opening thread

    DuplexTask(Faults faults) {
        this.faults = faults;
    }

    /** What the SDK takes things to send from; it subscribes when the socket is open. */
    Flowable<S> outgoing() {
        return Flowable.generate(emitter -> {
            connected.countDown();
            outgoing.take().ifPresentOrElse(emitter::onNext, emitter::onComplete);
        });
    }

    /** Starts the task; {@code events} gets what comes back, on threads of the SDK. */
    void start(Flowable<R> incoming, Consumer<R> events) {
        subscription = incoming.subscribe(
                event -> {
                    lastEventNanos = System.nanoTime();
                    events.accept(event);
                },
                this::fail,
                () -> end(true));
        if (over.isDone()) {
            drop();
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

    void fail(Throwable e) {
        over.completeExceptionally(e instanceof AssistantException fault ? fault : faults.of(e));
        connected.countDown();
    }

    /** Gives the task up; whoever waits for it leaves with an interruption. Any thread. */
    void abort() {
        fail(AssistantException.interrupted());
        drop();
    }

    /** Throws the fault that ended the task, if one did. */
    void throwIfFailed() {
        if (over.isCompletedExceptionally()) {
            awaitEnd();
        }
    }

    /** Throws when the socket is not open in time: the SDK by itself tries for half a minute. */
    void awaitConnected(Duration timeout) {
        try {
            if (!connected.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                fail(faults.unreachable());
                drop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AssistantException.interrupted();
        }
        throwIfFailed();
    }

    /** Blocks until the service says that all is done. */
    void awaitEnd() {
        try {
            while (true) {
                try {
                    over.get(1, TimeUnit.SECONDS);
                    return;
                } catch (TimeoutException e) {
                    giveUpAfterSilence();
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AssistantException fault ? fault : faults.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AssistantException.interrupted();
        }
    }

    private void giveUpAfterSilence() {
        if (System.nanoTime() - lastEventNanos > SILENCE.toNanos()) {
            fail(faults.silent());
            drop();
        }
    }

    private void end(boolean whole) {
        over.complete(whole);
        connected.countDown();
    }

    /** Lets the SDK's sending thread go and hears no more events. */
    private void drop() {
        outgoing.clear();
        endOfInput();
        Disposable current = subscription;
        if (current != null) {
            current.dispose();
        }
    }
}
