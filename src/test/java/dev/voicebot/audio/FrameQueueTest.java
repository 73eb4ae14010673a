package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class FrameQueueTest {
    private static final PcmFrame ONE = new PcmFrame(new short[] {1}, 8000);
    private static final PcmFrame TWO = new PcmFrame(new short[] {2}, 8000);

    private final FrameQueue frames = FrameQueue.endless();

    @Test
    void givesWhatWasPutBeforeTheEndAndThenTheEndAsOftenAsItIsAsked() {
        frames.put(ONE);
        frames.put(TWO);
        frames.end();

        assertThat(frames.next()).containsSame(ONE);
        assertThat(frames.isAtEnd()).isFalse();
        assertThat(frames.next()).containsSame(TWO);
        assertThat(frames.isAtEnd()).isFalse();
        assertThat(frames.next()).isEmpty();
        assertThat(frames.isAtEnd()).isTrue();
        assertThat(frames.next()).isEmpty();
    }

    @Test
    void whatComesAfterTheEndIsDropped() {
        frames.end();

        assertThat(frames.put(ONE)).isFalse();
        assertThat(frames.isOpen()).isFalse();
        assertThat(frames.next()).isEmpty();
    }

    @Test
    void aCloseDropsWhatNobodyTook() {
        frames.put(ONE);
        frames.close();

        assertThat(frames.next()).isEmpty();
    }

    @Test
    void aFaultComesAfterWhatWasPutBefore() {
        AssistantException fault = new AssistantException(FaultKind.AUDIO_DEVICE, "it is gone");
        frames.put(ONE);
        frames.fail(fault);
        frames.end();

        assertThat(frames.next()).containsSame(ONE);
        assertThatThrownBy(frames::next).isSameAs(fault);
        assertThatThrownBy(() -> frames.next(Duration.ZERO)).isSameAs(fault);
        assertThat(frames.isAtEnd()).isTrue();
    }

    @Test
    void aFaultAfterTheEndIsNone() {
        frames.end();
        frames.fail(new AssistantException(FaultKind.AUDIO_DEVICE, "it is gone"));

        assertThat(frames.next()).isEmpty();
    }

    @Test
    void nothingInTimeIsNotTheEnd() {
        assertThat(frames.next(Duration.ofMillis(1))).isEmpty();
        assertThat(frames.isAtEnd()).isFalse();
    }

    @Test
    void aFullQueueTakesNoFrameUntilThereIsRoom() {
        FrameQueue narrow = FrameQueue.of(1);
        narrow.put(ONE);
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> narrow.put(TWO));

        assertThat(narrow.next()).containsSame(ONE);
        assertThat(narrow.next()).containsSame(TWO);
        assertThat(second.join()).isTrue();
    }

    @Test
    void whoeverWaitsForRoomLeavesAtTheEnd() {
        FrameQueue narrow = FrameQueue.of(1);
        narrow.put(ONE);
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> narrow.put(TWO));
        narrow.close();

        assertThat(second.join()).isFalse();
    }

    @Test
    void anInterruptedReaderLeavesAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(frames::next)
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptedReaderThatWaitsForSoLongLeavesAsWell() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> frames.next(Duration.ofSeconds(20))).isInstanceOf(AssistantException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptedWriterLeavesAFullQueue() {
        FrameQueue narrow = FrameQueue.of(1);
        narrow.put(ONE);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> narrow.put(TWO)).isInstanceOf(AssistantException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void itIsOpenUntilItsEnd() {
        assertThat(frames.isOpen()).isTrue();

        frames.end();

        assertThat(frames.isOpen()).isFalse();
    }
}
