package dev.voicebot.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class InterruptsTest {
    @Test
    void whoLeavesStaysInterrupted() {
        InterruptedException cause = new InterruptedException();

        AssistantException fault = Interrupts.leave(cause);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(fault.kind()).isEqualTo(FaultKind.INTERRUPTED);
        assertThat(fault).hasCause(cause);
    }

    @Test
    void anInterruptedWaitForAnExecutorIsNotItsEnd() {
        ExecutorService running = new ForkJoinPool(1);
        Thread.currentThread().interrupt();

        boolean done = Interrupts.isDone(running, Duration.ofSeconds(5));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).isFalse();
        running.shutdownNow();
    }
}
