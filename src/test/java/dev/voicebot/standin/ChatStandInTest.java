package dev.voicebot.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.standin.ChatStandIn.Ending;
import dev.voicebot.standin.ChatStandIn.Refusal;
import dev.voicebot.standin.ChatStandIn.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stand-in speaks the wire format the adapters are tested against, so it is tested without them. */
@Timeout(20)
class ChatStandInTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String QUESTION =
            "{\"model\":\"qwen-plus\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hello there\"}]}";

    private final ChatServer server = ChatServer.start();
    private final ChatStandIn standIn = server.chat();
    private final int port = server.port();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aReplyIsARoleChunkDeltasAUsageChunkWithoutChoicesAndDone() throws Exception {
        standIn.answerNext(Reply.of("Hel", "lo"));

        List<String> events = events(post().body());

        assertThat(events).hasSize(6);
        assertThat(events.get(0)).contains("\"delta\":{\"role\":\"assistant\"}");
        assertThat(events.get(1)).contains("\"delta\":{\"content\":\"Hel\"}");
        assertThat(events.get(2)).contains("\"delta\":{\"content\":\"lo\"}");
        assertThat(events.get(3)).contains("\"finish_reason\":\"stop\"");
        assertThat(events.get(4)).contains("\"choices\":[]").contains("\"total_tokens\":19");
        assertThat(events.get(5)).isEqualTo("[DONE]");
    }

    @Test
    void unscriptedItQuotesTheQuestion() throws Exception {
        String body = post().body();

        assertThat(body).contains("hello").contains("there").endsWith("data: [DONE]\n\n");
        assertThat(standIn.takeRequest(SOON).question()).isEqualTo("hello there");
    }

    @Test
    void aScriptedAnswerServesOneRequestAndTheUsualOneTheRest() throws Exception {
        standIn.answerAlways(Reply.of("usual")).answerNext(Reply.of("special"));

        assertThat(post().body()).contains("special");
        assertThat(post().body()).contains("usual");
        assertThat(standIn.requests()).hasSize(2);
    }

    @Test
    void reasoningAndNullContentsAreSentAsReasoningModelsDo() throws Exception {
        standIn.answerNext(Reply.of("42").withReasoning("hm").withNullContents());

        List<String> events = events(post().body());

        assertThat(events.get(1)).contains("\"delta\":{\"reasoning_content\":\"hm\",\"content\":null}");
        assertThat(events.get(2)).contains("\"delta\":{\"content\":null}");
        assertThat(events.get(3)).contains("\"delta\":{\"content\":\"42\"}");
    }

    @Test
    void otherKeysAreRefused() throws Exception {
        standIn.requireKey("sk-right");

        HttpResponse<String> none = post();
        HttpResponse<String> right = http.send(
                request().header("Authorization", "Bearer sk-right").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.body()).contains("\"code\":\"invalid_api_key\"").contains("request_id");
        assertThat(right.statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusalHasItsStatusItsHeadersAndItsBody() throws Exception {
        standIn.answerNext(Refusal.tooManyRequests(3));

        HttpResponse<String> response = post();

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(response.body()).contains("requests limit");
    }

    @Test
    void aStreamMayEndWithoutDoneOrWithAnErrorOrBeCut() throws Exception {
        standIn.answerNext(Reply.of("a").withEnding(Ending.WITHOUT_DONE))
                .answerNext(Reply.of("b").withEnding(Ending.ERROR))
                .answerNext(Reply.of("c").withEnding(Ending.CUT));

        assertThat(events(post().body())).last().asString().contains("\"finish_reason\":\"stop\"");
        assertThat(events(post().body())).last().asString().startsWith("{\"error\":{\"message\"");
        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    }

    @Test
    void aClientThatHangsUpWhileItWaitsIsNoticed() throws Exception {
        standIn.answerNext(Reply.of("never").withDelays(Duration.ofMinutes(1), Duration.ZERO));

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            byte[] body = QUESTION.getBytes(StandardCharsets.UTF_8);
            String head =
                    "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            standIn.takeRequest(SOON);
        }

        assertThat(standIn.requests().get(0).awaitHangUp(SOON)).isTrue();
    }

    @Test
    void aConnectionServesTheNextRequestAfterDelays() throws Exception {
        standIn.answerAlways(Reply.of("a", "b").withDelays(Duration.ofMillis(20), Duration.ofMillis(20)));

        assertThat(post().body()).endsWith("data: [DONE]\n\n");
        assertThat(post().body()).endsWith("data: [DONE]\n\n");
        assertThat(standIn.requests()).allMatch(request -> request.hungUp().getCount() == 1);
    }

    @Test
    void tokensComeOneByOne() throws Exception {
        standIn.answerNext(Reply.of("first", "second").withDelays(Duration.ZERO, Duration.ofMinutes(1)));

        HttpResponse<InputStream> response = http.send(request().build(), HttpResponse.BodyHandlers.ofInputStream());
        StringBuilder seen = new StringBuilder();
        try (InputStream body = response.body()) {
            while (seen.indexOf("first") < 0) {
                seen.append((char) body.read());
            }
        }

        assertThat(seen).doesNotContain("second");
        assertThat(standIn.takeRequest(SOON).awaitHangUp(SOON)).isTrue();
    }

    @Test
    void modelsAreListed() throws Exception {
        standIn.listModels("llama3.2");

        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/models"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.body()).contains("\"object\":\"list\"").contains("\"id\":\"llama3.2\"");
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
        return http.send(request().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/compatible-mode/v1/chat/completions"))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofString(QUESTION));
    }

    private static List<String> events(String body) {
        return body.lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()))
                .toList();
    }
}
