package dev.voicebot.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.service.Retries;
import java.io.IOException;
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
    @ValueSource(strings = {"localhost", "LOCALHOST", "a.localhost", "127.0.0.1", "127.1.2.3", "[::1]", "::1"})
    void thisMachineIsWithinReach(String host) {
        assertThat(Reach.LOOPBACK.allows(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "localhost.example.com", "192.168.1.2", "128.0.0.1", "[fe80::1]", "0.0.0.0"})
    void allElseIsNot(String host) {
        assertThat(Reach.LOOPBACK.allows(host)).isFalse();
        assertThat(Reach.EVERYWHERE.allows(host)).isTrue();
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
