package dev.voicebot.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DeviceCallsTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(15);

    private final BlockingQueue<String> late = new LinkedBlockingQueue<>();

    @Test
    void whatComesInTimeIsTheCallers() {
        assertThat(DeviceCalls.within(LONG, "open it", () -> "line", late::add)).isEqualTo("line");
        assertThat(late).isEmpty();
    }

    @Test
    void whatComesAfterTheCallerHasLeftIsHandedOverToBeClosed() throws InterruptedException {
        CompletableFuture<String> frozen = new CompletableFuture<>();
        assertThatThrownBy(() -> DeviceCalls.within(SHORT, "open it", frozen::get, late::add))
                .hasMessageContaining("Cannot open it: the sound server does not answer")
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.AUDIO_DEVICE));

        frozen.complete("line");

        assertThat(late.poll(15, TimeUnit.SECONDS)).isEqualTo("line");
    }

    @Test
    void whatComesAfterTheCallerWasInterruptedIsHandedOverToo() throws InterruptedException {
        CompletableFuture<String> frozen = new CompletableFuture<>();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> DeviceCalls.within(LONG, "open it", frozen::get, late::add))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED));
        assertThat(Thread.interrupted()).isTrue();

        frozen.complete("line");

        assertThat(late.poll(15, TimeUnit.SECONDS)).isEqualTo("line");
    }

    @Test
    void aMissingSoundLibraryIsAFaultOfTheDevice() {
        assertThatThrownBy(() -> DeviceCalls.within(
                        LONG,
                        "open it",
                        () -> {
                            throw new UnsatisfiedLinkError("libjsound.so");
                        },
                        late::add))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.AUDIO_DEVICE));
    }
}
