package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.Cancellation;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CancellableDnsTest {
    private final Cancellation cancellation = new Cancellation();

    @Test
    void addressesComeFromTheSlowLookup() throws UnknownHostException {
        List<InetAddress> addresses = List.of(InetAddress.getLoopbackAddress());

        assertThat(new CancellableDns(host -> addresses, () -> cancellation).lookup("there"))
                .isEqualTo(addresses);
    }

    @Test
    void anUnknownHostStaysUnknown() {
        Dns failing = host -> {
            throw new UnknownHostException(host);
        };

        assertThatThrownBy(() -> new CancellableDns(failing, () -> cancellation).lookup("nowhere"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("nowhere");
    }

    @Test
    void aCancelEndsTheWaitForALookupThatHangs() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Dns hanging = host -> {
            looking.countDown();
            awaitQuietly(released);
            return List.of();
        };
        CompletableFuture<Void> lookup = CompletableFuture.runAsync(() -> assertThatThrownBy(
                        () -> new CancellableDns(hanging, () -> cancellation).lookup("slow"))
                .isInstanceOf(UnknownHostException.class));
        assertThat(looking.await(10, TimeUnit.SECONDS)).isTrue();

        cancellation.cancel();

        lookup.get(10, TimeUnit.SECONDS);
        released.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
