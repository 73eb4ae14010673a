package dev.voicebot.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(10)
class WorkerTest {
    static Stream<Arguments> ways() {
        return Stream.of(
                way("mic", Worker.MIC::start),
                way("sink-2", work -> Worker.SINK.start(2, work)),
                way("check-network", work -> Worker.CHECK.each("network").execute(work)),
                way("turn", work -> once(Worker.TURN.inOrder(), work)),
                way("sink-3", work -> once(Worker.SINK.inOrder(3), work)),
                way("listen", work -> once(Worker.LISTEN.pool(2), work)),
                way("spoken", work -> once(Worker.SPOKEN.scheduled(), work)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyThreadHasItsNameAndKeepsNoProcessAlive(String name, Consumer<Runnable> way) {
        CompletableFuture<Thread> worker = new CompletableFuture<>();

        way.accept(() -> worker.complete(Thread.currentThread()));

        assertThat(worker).succeedsWithin(5, TimeUnit.SECONDS).satisfies(thread -> {
            assertThat(thread.getName()).isEqualTo(name);
            assertThat(thread.isDaemon()).isTrue();
        });
    }

    private static Arguments way(String name, Consumer<Runnable> way) {
        return Arguments.of(name, way);
    }

    private static void once(Executor thread, Runnable work) {
        thread.execute(work);
        ((ExecutorService) thread).shutdown();
    }
}
