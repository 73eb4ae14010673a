package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every service is at an address of this machine that is not loopback: whatever connects there is counted. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PrivateProfileTest {
    private static final String REFUSAL = " is not on this machine, and network.loopback_only (profile private)";

    @TempDir
    private Path home;

    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket outside;

    @BeforeEach
    void aServiceOutside() throws IOException {
        Optional<InetAddress> address = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(found -> found instanceof Inet4Address && !found.isLoopbackAddress())
                .findFirst();
        assumeTrue(address.isPresent(), "this machine has no address but loopback");
        outside = new ServerSocket(0, 50, address.get());
        Thread counting = new Thread(this::count, "counting");
        counting.setDaemon(true);
        counting.start();
        String host = address.get().getHostAddress() + ":" + outside.getLocalPort();
        Files.createDirectories(home.resolve(".config/voicebot"));
        Files.writeString(
                home.resolve(".config/voicebot/config.toml"),
                String.join(
                        "\n",
                        "[network]",
                        "retries = 0",
                        "[profile.private]",
                        "dashscope.api_key = \"sk-test\"",
                        "dashscope.websocket_url = \"wss://" + host + "/ws\"",
                        "dashscope.http_url = \"https://" + host + "/api/v1\"",
                        "chat.engine = \"openai\"",
                        "chat.base_url = \"https://" + host + "/v1\"",
                        "chat.model = \"m\"",
                        "recognition.engine = \"dashscope\"",
                        "synthesis.engine = \"dashscope\"",
                        "models.mirror = \"https://" + host + "\"",
                        ""));
    }

    private void count() {
        while (!outside.isClosed()) {
            try {
                outside.accept().close();
                connections.incrementAndGet();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    @AfterEach
    void close() throws IOException {
        outside.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat --no-speak hello",
                "speak hello -o spoken.wav",
                "listen sound.wav",
                "models",
                "models pull whisper-tiny --yes",
            })
    void nothingLeavesTheMachine(String command) {
        Path sound = home.resolve("sound.wav");
        Path spoken = home.resolve("spoken.wav");
        TestSound.wav(sound, Duration.ofSeconds(1));

        Shell.Finished finished = shell().run(command.replace("spoken.wav", spoken.toString())
                .replace("sound.wav", sound.toString())
                .split(" "));

        assertThat(finished.exit()).isNotZero();
        assertThat(finished.err()).contains(REFUSAL);
        assertThat(connections).hasValue(0);
    }

    @Test
    void doctorAsksNobody() {
        Shell.Finished finished = shell().run("doctor");

        assertThat(finished.out()).contains(REFUSAL);
        assertThat(connections).hasValue(0);
    }

    @Test
    void withoutTheRefusalTheSameCommandConnects() {
        shell().with("VOICEBOT_NETWORK_RETRIES", "0").run("models", "--set", "network.loopback_only=false");

        assertThat(connections.get()).isPositive();
    }

    private Shell shell() {
        return new Shell(home).with("VOICEBOT_PROFILE", "private");
    }
}
