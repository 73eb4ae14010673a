package dev.voicebot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "https://dashscope.aliyuncs.com | | proxy",
                "wss://dashscope.aliyuncs.com | | proxy",
                "http://192.168.1.5:11434 | | direct",
                "ws://127.0.0.1:8080 | | direct",
                "https://dashscope.aliyuncs.com | * | direct",
                "https://dashscope.aliyuncs.com | aliyuncs.com | direct",
                "https://dashscope.aliyuncs.com | .aliyuncs.com | direct",
                "https://dashscope.aliyuncs.com | *.aliyuncs.com | direct",
                "https://dashscope.aliyuncs.com | localhost, DashScope.AliYunCS.com:443 | direct",
                "https://dashscope.aliyuncs.com | yuncs.com | proxy",
                "https://dashscope.aliyuncs.com | localhost,127.0.0.1 | proxy",
            },
            delimiter = '|')
    void encryptedConnectionsGoThroughTheProxyButForSomeHosts(URI target, String direct, String way) {
        Proxies proxies =
                new Proxies(Optional.of(URI.create("http://proxy.example:3128")), direct == null ? "" : direct);

        Proxy proxy = proxies.of(target);

        assertThat(proxy.equals(Proxy.NO_PROXY) ? "direct" : "proxy").isEqualTo(way);
        assertThat(proxies.select(target)).containsExactly(proxy);
    }

    @Test
    void theProxyIsReachedAtItsPortAndToldWhoAsks() {
        Proxies proxies = new Proxies(Optional.of(URI.create("http://me:secret@127.0.0.1:3128")), "");

        assertThat(((InetSocketAddress)
                                proxies.of(URI.create("https://a.example")).address())
                        .getPort())
                .isEqualTo(3128);
        assertThat(proxies.authorization()).contains("Basic bWU6c2VjcmV0");
        assertThat(Proxies.NONE.authorization()).isEmpty();
    }
}
