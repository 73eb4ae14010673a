package dev.voicebot.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.service.Retries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
    private static final Network LOOPBACK = new Network(
            Reach.LOOPBACK.limit(Route.DIRECT), Proxies.NONE, Optional.empty(), Retries.NONE, Reach.LOOPBACK);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "a.localhost",
                "127.0.0.1",
                "127.1.2.3",
                "127.255.255.255",
                "[::1]",
                "::1",
                "0:0:0:0:0:0:0:1",
                "[::ffff:127.0.0.1]"
            })
    void thisMachineIsWithinReach(String host) {
        assertThat(Reach.LOOPBACK.allows(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "localhost.example.com",
                "192.168.1.2",
                "128.0.0.1",
                "[fe80::1]",
                "0.0.0.0",
                "localhost.",
                "notlocalhost",
                "localhost.localdomain",
                "127.0.0.1.example.com",
                "127.1",
                "127.0.0.256",
                "127.999.1.1",
                "0177.0.0.1",
                "2130706433",
                "0x7f000001",
                "[::]",
                "[::ffff:192.0.2.1]",
                "[::ffff:0.0.0.0]",
                "[::1]example.com",
                "[:::1]",
                "",
                "null",
                "１２７.0.0.1",
                "127.0.0.1@example.com",
                "example.com#127.0.0.1"
            })
    void allElseIsNot(String host) {
        assertThat(Reach.LOOPBACK.allows(host)).isFalse();
        assertThat(Reach.EVERYWHERE.allows(host)).isTrue();
    }

    /** The system might ask others about a name below {@code localhost}. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "does-not-exist.localhost", "127.3.2.1", "::1"})
    void namesOfThisMachineAreKnownWithoutAskingAnybody(String host) throws IOException {
        assertThat(LOOPBACK.dns().lookup(host)).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
        assertThat(Reach.LOOPBACK.allowsLookUp(host)).isEqualTo(!host.endsWith(".localhost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "192.0.2.1", "127.0.0.256"})
    void socketsAndNamesOfOthersAreRefusedBeforeALookUp(String host) {
        assertThatThrownBy(() -> LOOPBACK.dns().lookup(host)).hasMessageContaining("is not on this machine");
        assertThatThrownBy(() -> LOOPBACK.sockets().createSocket(host, 9))
                .hasMessageContaining("is not on this machine");
    }

    /** It would pass everything on, even one on this machine. */
    @Test
    void noProxyIsUsed() {
        Proxies proxies = new Proxies(Optional.of(URI.create("http://127.0.0.1:3128")), "");

        Network network = new Network(Route.DIRECT, proxies, Optional.empty(), Retries.NONE, Reach.LOOPBACK);

        assertThat(network.proxies().of(URI.create("https://localhost/v1"))).isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void aRouteRefusesInOneLine() {
        assertThatThrownBy(() -> LOOPBACK.route().of(URI.create("wss://example.com/api")))
                .isInstanceOf(AssistantException.class)
                .hasMessage(
                        "example.com is not on this machine, and network.loopback_only (profile private) refuses all"
                                + " else. Use another profile, or a local server.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/", "http://192.0.2.1/", "https://[2001:db8::1]/"})
    void theSocketsThemselvesRefuse(String address) {
        OkHttpClient client = OkHttp.on(LOOPBACK, new OkHttpClient.Builder()).build();

        assertThatThrownBy(
                        () -> client.newCall(new Request.Builder().url(address).build())
                                .execute())
                .isInstanceOf(IOException.class);
    }
}
