package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.voicebot.standin.ConnectProxy;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import dev.voicebot.standin.TlsFront;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encrypted services, proxies and redirects, over real sockets, with every part that is asked over the network. */
class NetworkPathsTest {
    private static final String USER =
            "Basic " + Base64.getEncoder().encodeToString("ann:secret".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path home;

    private StandIn standIn;

    @BeforeEach
    void start() {
        standIn = StandIn.start(new Script().sentences("front center"));
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    private static HeldCertificate.Builder certificate() {
        return new HeldCertificate.Builder().commonName("localhost").addSubjectAlternativeName("localhost");
    }

    private Shell shell(TlsFront front) {
        return new Shell(home)
                .with("VOICEBOT_CHAT_ENGINE", "dashscope")
                .with("VOICEBOT_NETWORK_RETRIES", "0")
                .with(front.environment(standIn));
    }

    /** Trusts the certificate by a file in PEM. */
    private Shell trusting(TlsFront front, HeldCertificate certificate) throws IOException {
        Path file = Files.writeString(home.resolve("own.pem"), certificate.certificatePem());
        return shell(front).with("SSL_CERT_FILE", file.toString());
    }

    private void assertAllPartsWork(Shell shell) {
        Path talk = TestSound.wav(home.resolve("talk.wav"), Duration.ofMillis(800));
        Path spoken = home.resolve("spoken.wav");

        Shell.Finished chat = shell.run("chat", "--no-speak", "hi");
        assertThat(chat.err()).doesNotContain("certificate");
        assertThat(chat.exit()).isZero();
        Shell.Finished heard = shell.run("listen", talk.toString());
        assertThat(heard.err()).isEmpty();
        assertThat(heard.out()).isEqualTo("front center\n");
        assertThat(shell.run("speak", "-o", spoken.toString(), "Hello.").exit()).isZero();
        assertThat(spoken).isNotEmptyFile();
        assertThat(shell.run("models").out()).contains("qwen-plus");
        Shell.Finished doctor = shell.run("doctor");
        assertThat(doctor.out()).contains("heard: front center").doesNotContain("ertificate");
    }

    @Test
    void aCertificateOfOnesOwnIsTrustedByItsFile() throws IOException {
        HeldCertificate own = certificate().build();
        try (TlsFront front = TlsFront.start(own, standIn.port())) {
            assertAllPartsWork(trusting(front, own));
        }
    }

    @ParameterizedTest
    @CsvSource({"chat, hi", "speak, hi", "listen, talk.wav"})
    void anUnknownCertificateIsToldInWords(String command, String argument) {
        assertRefused(certificate().build(), "signed by nobody who is trusted here", command, argument);
    }

    private void assertRefused(HeldCertificate certificate, String words, String command, String argument) {
        TestSound.wav(home.resolve("talk.wav"), Duration.ofMillis(800));
        try (TlsFront front = TlsFront.start(certificate, standIn.port())) {
            Shell.Finished finished = shell(front)
                    .run(
                            command,
                            argument.replace(
                                    "talk.wav", home.resolve("talk.wav").toString()));

            assertThat(finished.err()).contains(words);
            assertThat(finished.exit()).isEqualTo(5);
            assertThat(finished.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"chat, hi", "speak, hi", "listen, talk.wav"})
    void anExpiredCertificateIsToldInWords(String command, String argument) throws IOException {
        long now = System.currentTimeMillis();
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate expired = certificate()
                .signedBy(authority)
                .validityInterval(
                        now - Duration.ofDays(9).toMillis(),
                        now - Duration.ofDays(2).toMillis())
                .build();
        TestSound.wav(home.resolve("talk.wav"), Duration.ofMillis(800));
        try (TlsFront front = TlsFront.start(expired, standIn.port())) {
            Shell.Finished finished = trusting(front, authority)
                    .run(
                            command,
                            argument.replace(
                                    "talk.wav", home.resolve("talk.wav").toString()));

            assertThat(finished.err()).contains("expired");
            assertThat(finished.exit()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @CsvSource({"chat, hi", "speak, hi", "listen, talk.wav"})
    void aCertificateOfAnotherHostIsToldInWords(String command, String argument) throws IOException {
        HeldCertificate other = new HeldCertificate.Builder()
                .commonName("portal.example")
                .addSubjectAlternativeName("portal.example")
                .build();
        TestSound.wav(home.resolve("talk.wav"), Duration.ofMillis(800));
        try (TlsFront front = TlsFront.start(other, standIn.port())) {
            Shell.Finished finished = trusting(front, other)
                    .run(
                            command,
                            argument.replace(
                                    "talk.wav", home.resolve("talk.wav").toString()));

            assertThat(finished.err()).contains("its certificate is for another host");
            assertThat(finished.exit()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @CsvSource({"chat, hi", "speak, hi", "listen, talk.wav"})
    void aPortWithoutEncryptionIsToldInWords(String command, String argument) {
        TestSound.wav(home.resolve("talk.wav"), Duration.ofMillis(800));
        String plain = "://localhost:" + standIn.port();
        Shell.Finished finished = new Shell(home)
                .with("DASHSCOPE_API_KEY", "sk-test")
                .with("VOICEBOT_CHAT_ENGINE", "dashscope")
                .with("VOICEBOT_NETWORK_RETRIES", "0")
                .with("VOICEBOT_CHAT_BASE_URL", "https" + plain + "/compatible-mode/v1")
                .with("DASHSCOPE_WEBSOCKET_BASE_URL", "wss" + plain + "/api-ws/v1/inference/")
                .with("DASHSCOPE_HTTP_BASE_URL", "https" + plain + "/api/v1")
                .run(
                        command,
                        argument.replace("talk.wav", home.resolve("talk.wav").toString()));

        assertThat(finished.err()).contains("it does not speak TLS");
        assertThat(finished.exit()).isEqualTo(5);
    }

    @Test
    void allPartsGoThroughAProxyThatWantsAPassword() throws IOException {
        HeldCertificate own = certificate().build();
        try (TlsFront front = TlsFront.start(own, standIn.port());
                ConnectProxy proxy = ConnectProxy.start(USER)) {
            assertAllPartsWork(trusting(front, own).with("HTTPS_PROXY", "http://ann:secret@127.0.0.1:" + proxy.port()));

            assertThat(proxy.hosts()).hasSizeGreaterThanOrEqualTo(3).containsOnly("localhost:" + front.port());
        }
    }

    @Test
    void whatNoProxyNamesIsReachedDirectly() throws IOException {
        HeldCertificate own = certificate().build();
        try (TlsFront front = TlsFront.start(own, standIn.port());
                ConnectProxy proxy = ConnectProxy.start(USER)) {
            assertAllPartsWork(trusting(front, own)
                    .with("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port())
                    .with("NO_PROXY", "example.org, localhost"));

            assertThat(proxy.hosts()).isEmpty();
        }
    }

    @Test
    void aRedirectTakesNoQuestionElsewhere() throws IOException {
        List<String> elsewhere = new CopyOnWriteArrayList<>();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            elsewhere.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
        });
        HttpServer first = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        first.createContext("/", exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/login");
            exchange.sendResponseHeaders(307, -1);
        });
        other.start();
        first.start();
        String address = "http://127.0.0.1:" + first.getAddress().getPort();
        Path talk = TestSound.wav(home.resolve("talk.wav"), Duration.ofMillis(800));
        Shell shell = new Shell(home)
                .with("DASHSCOPE_API_KEY", "sk-test")
                .with("VOICEBOT_CHAT_ENGINE", "dashscope")
                .with("VOICEBOT_NETWORK_RETRIES", "0")
                .with("VOICEBOT_CHAT_BASE_URL", address + "/v1")
                .with("DASHSCOPE_WEBSOCKET_BASE_URL", address.replace("http", "ws") + "/")
                .with("DASHSCOPE_HTTP_BASE_URL", address + "/api/v1");
        try {
            Shell.Finished chat = shell.run("chat", "--no-speak", "a private question");
            assertThat(chat.err()).contains("redirects to", "where nothing was sent");
            assertThat(chat.exit()).isEqualTo(5);
            assertThat(shell.run("speak", "a private text").err()).contains("a web page or a redirect");
            assertThat(shell.run("listen", talk.toString()).err()).contains("a web page or a redirect");
            assertThat(shell.run("models").exit()).isNotZero();
        } finally {
            first.stop(0);
            other.stop(0);
        }
        assertThat(elsewhere).isEmpty();
    }
}
