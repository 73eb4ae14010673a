package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Await;
import dev.voicebot.engine.openai.LocalServers.Candidate;
import dev.voicebot.standin.ChatServer;
import io.undertow.Undertow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LocalServersTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    @Test
    void aServerThatListsAModelIsFound() {
        Candidate candidate = serving("llama3.2", "qwen3");

        assertThat(new LocalServers(List.of(candidate)).find(LONG))
                .hasValue(new LocalServer(candidate.name(), candidate.baseUrl(), "llama3.2"));
    }

    @Test
    void theOneListedFirstIsPreferred() {
        Candidate first = serving("first-model");
        Candidate second = serving("second-model");

        assertThat(new LocalServers(List.of(first, second)).find(LONG))
                .map(LocalServer::model)
                .hasValue("first-model");
        assertThat(new LocalServers(List.of(second, first)).find(LONG))
                .map(LocalServer::model)
                .hasValue("second-model");
    }

    @Test
    void wherePortsRefuseTheNextCandidateIsTaken() throws IOException {
        assertThat(new LocalServers(List.of(refusing(), serving("model"))).find(LONG))
                .map(LocalServer::model)
                .hasValue("model");
    }

    @Test
    void whereNothingListensNothingIsFound() throws IOException {
        assertThat(new LocalServers(List.of(refusing(), refusing())).find(LONG)).isEmpty();
    }

    @Test
    void aModelThatOnlyEmbedsIsNoChatModel() {
        assertThat(new LocalServers(List.of(serving("text-embedding-nomic", "qwen3"))).find(LONG))
                .map(LocalServer::model)
                .hasValue("qwen3");
        assertThat(new LocalServers(List.of(serving("nomic-embed-text"))).find(LONG))
                .isEmpty();
    }

    @Test
    void aServerWithoutAModelIsNone() {
        assertThat(new LocalServers(List.of(serving())).find(LONG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Tomcat</html>",
                "",
                "[]",
                "{\"data\":null}",
                "{\"data\":{\"id\":\"x\"}}",
                "{\"data\":[{\"name\":\"x\"}]}",
                "{\"data\":[",
                "{\"models\":[{\"id\":\"x\"}]}"
            })
    void whatAnswersSomethingElseIsNone(String body) {
        assertThat(new LocalServers(List.of(answering(200, body))).find(LONG)).isEmpty();
    }

    @Test
    void whatAnswersWithAnErrorIsNone() {
        Candidate locked = answering(401, "{\"data\":[{\"id\":\"x\"}]}");

        assertThat(new LocalServers(List.of(locked)).find(LONG)).isEmpty();
    }

    @Test
    void fieldsAroundTheListAreSkipped() {
        String body = "{\"meta\":{\"data\":[1]},\"data\":[{\"meta\":{\"id\":\"no\"},\"id\":\"yes\",\"n\":[1]}]}";

        assertThat(new LocalServers(List.of(answering(200, body))).find(LONG))
                .map(LocalServer::model)
                .hasValue("yes");
    }

    @Test
    void aServerThatStaysSilentIsGivenUpAndItsNeighbourTaken() throws IOException {
        assertThat(new LocalServers(List.of(silent(), serving("model"))).find(Duration.ofSeconds(1)))
                .map(LocalServer::model)
                .hasValue("model");
    }

    @Test
    void noThreadIsLeftBehind() throws IOException {
        new LocalServers(List.of(silent(), refusing(), serving("model"))).find(Duration.ofMillis(200));

        assertThat(CompletableFuture.runAsync(LocalServersTest::untilNoProbeRuns))
                .succeedsWithin(LONG);
    }

    @Test
    void theUsualOnesAreOnLoopbackWithOllamaFirst() {
        assertThat(LocalServers.usual().candidates())
                .extracting(Candidate::name)
                .containsExactly("Ollama", "LM Studio", "llama.cpp");
        assertThat(LocalServers.usual().candidates())
                .allMatch(candidate -> candidate.baseUrl().getHost().equals("127.0.0.1"));
    }

    private static void untilNoProbeRuns() {
        Await.until(
                "the end of every probe",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("look-for-")));
    }

    private Candidate serving(String... models) {
        ChatServer server = ChatServer.start();
        open.add(server);
        server.chat().listModels(models);
        return new Candidate("server " + server.port(), URI.create("http://127.0.0.1:" + server.port() + "/v1"));
    }

    private Candidate answering(int status, String body) {
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(exchange -> {
                    exchange.setStatusCode(status);
                    exchange.getResponseSender().send(body);
                })
                .build();
        server.start();
        open.add(server::stop);
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return new Candidate("odd", URI.create("http://127.0.0.1:" + address.getPort() + "/v1"));
    }

    private static Candidate refusing() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return at(socket);
        }
    }

    private Candidate silent() throws IOException {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open.add(socket);
        return at(socket);
    }

    private static Candidate at(ServerSocket socket) {
        return new Candidate("socket", URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1"));
    }
}
