package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voicebot.Await;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatModelContract;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.credentials.Secret;
import dev.voicebot.engine.openai.OpenAiParameters.ChatTimeouts;
import dev.voicebot.engine.openai.OpenAiParameters.Sampling;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.standin.ChatServer;
import dev.voicebot.standin.ChatStandIn;
import dev.voicebot.standin.ChatStandIn.Ending;
import dev.voicebot.standin.ChatStandIn.Refusal;
import dev.voicebot.standin.ChatStandIn.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class OpenAiChatModelTest extends ChatModelContract {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String KEY = "sk-never-to-be-seen";
    private static final List<ChatMessage> HELLO = List.of(ChatMessage.user("hello"));

    private final ChatServer server = ChatServer.start();
    private final ChatStandIn chat = server.chat();
    private final List<OpenAiChatModel> models = new ArrayList<>();

    @AfterEach
    void close() {
        models.forEach(OpenAiChatModel::close);
        server.close();
    }

    @Override
    protected ChatModel model() {
        return modelAt(server.baseUrl());
    }

    @Override
    protected ChatModel modelThatStallsAfterTheFirstToken() {
        chat.answerAlways(Reply.of("first", "second").withDelays(Duration.ZERO, MINUTE));
        return model();
    }

    @Test
    void theWholeAnswerArrivesTokenByToken() {
        chat.answerNext(Reply.of("Bei", "jing", " 北京", "🙂", "."));
        List<String> tokens = new ArrayList<>();

        model().reply(HELLO, tokens::add, new Cancellation());

        assertThat(tokens).containsExactly("Bei", "jing", " 北京", "🙂", ".");
    }

    @Test
    void theServicesCountOfTokensIsTold() {
        chat.answerNext(Reply.of("one", "two"));

        ChatUsage usage = model().reply(HELLO, token -> {}, new Cancellation());

        assertThat(usage).isEqualTo(new ChatUsage(12, 7));
    }

    @Test
    void aTokenIsHandedOnBeforeTheNextOneIsThere() throws Exception {
        ChatModel model = modelThatStallsAfterTheFirstToken();
        CompletableFuture<String> first = new CompletableFuture<>();
        Cancellation cancellation = new Cancellation();

        CompletableFuture<Void> reply =
                CompletableFuture.runAsync(() -> model.reply(HELLO, first::complete, cancellation));

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(reply).isNotDone();
        cancellation.cancel();
    }

    @Test
    void theRequestCarriesTheConversationTheModelTheKeyAndTheSampling() throws Exception {
        OpenAiParameters parameters = new OpenAiParameters(
                server.baseUrl(),
                Optional.of(new Secret(KEY)),
                "qwen-plus",
                new Sampling(Optional.of(0.5), Optional.of(200)),
                ChatTimeouts.DEFAULT);

        answer(
                model(parameters),
                List.of(
                        ChatMessage.system("Be brief."),
                        ChatMessage.user("one?"),
                        ChatMessage.assistant("1"),
                        ChatMessage.user("two?")));

        ChatStandIn.Request request = chat.takeRequest(SOON);
        JsonNode body = request.body();
        assertThat(request.headers()).containsEntry("authorization", "Bearer " + KEY);
        assertThat(body.path("model").asText()).isEqualTo("qwen-plus");
        assertThat(body.path("stream").asBoolean()).isTrue();
        assertThat(body.at("/stream_options/include_usage").asBoolean()).isTrue();
        assertThat(body.path("temperature").asDouble()).isEqualTo(0.5);
        assertThat(body.path("max_tokens").asInt()).isEqualTo(200);
        assertThat(body.path("messages"))
                .extracting(message -> message.path("role").asText() + ": "
                        + message.path("content").asText())
                .containsExactly("system: Be brief.", "user: one?", "assistant: 1", "user: two?");
    }

    @Test
    void withoutAKeyNoneIsSentAndDefaultsAreLeftToTheService() throws Exception {
        answer(model(), HELLO);

        ChatStandIn.Request request = chat.takeRequest(SOON);
        assertThat(request.headers()).doesNotContainKey("authorization");
        assertThat(request.body().has("temperature")).isFalse();
        assertThat(request.body().has("max_tokens")).isFalse();
    }

    @Test
    void reasoningAndNullContentsAreNoPartOfTheAnswer() {
        chat.answerNext(Reply.of("4", "2").withReasoning("let me think").withNullContents());

        assertThat(answer(model(), HELLO)).isEqualTo("42");
    }

    @Test
    void aStreamThatEndsWithoutDoneIsWhole() {
        chat.answerNext(Reply.of("all ", "there").withEnding(Ending.WITHOUT_DONE));

        assertThat(answer(model(), HELLO)).isEqualTo("all there");
    }

    @Test
    void anEmptyReplyIsAFaultThatSaysSo() {
        chat.answerNext(Reply.of());

        AssistantException e = fault(model());

        assertThat(e.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(e.userMessage()).contains("empty reply").contains("stop").contains("qwen-plus");
    }

    @Test
    void anErrorInTheStreamIsAServiceFaultAfterTheTokensBeforeIt() {
        chat.answerNext(Reply.of("half").withEnding(Ending.ERROR));
        List<String> tokens = new ArrayList<>();

        AssistantException e = catchThrowableOfType(
                AssistantException.class, () -> model().reply(HELLO, tokens::add, new Cancellation()));

        assertThat(tokens).containsExactly("half");
        assertThat(e.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(e.userMessage()).contains("The model broke down");
    }

    @Test
    void aCutStreamIsAServiceFault() {
        chat.answerNext(Reply.of("half").withEnding(Ending.CUT));

        AssistantException e = fault(model());

        assertThat(e.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(e.userMessage()).contains("127.0.0.1:" + server.port()).contains("broke");
    }

    @Test
    void aFaultLeavesTheModelUsable() {
        ChatModel model = model();
        chat.answerNext(Reply.of("half").withEnding(Ending.CUT)).answerNext(Refusal.tooManyRequests(1));
        fault(model);
        fault(model);

        assertThat(answer(model, HELLO)).contains("hello");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Refusal.wrongKey(), FaultKind.CREDENTIALS, "needs an API key"),
                Arguments.of(Refusal.of(403, "", "AccessDenied", "No access."), FaultKind.CREDENTIALS, "No access"),
                Arguments.of(Refusal.of(400, "", "Arrearage", "Overdue."), FaultKind.CREDENTIALS, "out of credit"),
                Arguments.of(Refusal.unknownModel("qwen-plus"), FaultKind.SETTINGS, "It has qwen-plus, qwen-turbo."),
                Arguments.of(
                        Refusal.of(404, "api_error", "", "model \"qwen-plus\" not found, try pulling it first"),
                        FaultKind.SETTINGS,
                        "try pulling it first"),
                Arguments.of(Refusal.of(404, "", "", "page not found"), FaultKind.SETTINGS, "chat.base_url"),
                Arguments.of(Refusal.inspectionFailed(), FaultKind.SERVICE, "inappropriate content"),
                Arguments.of(
                        Refusal.of(400, "", "invalid_parameter_error", "temperature must be < 2"),
                        FaultKind.SETTINGS,
                        "temperature must be < 2"),
                Arguments.of(Refusal.tooManyRequests(7), FaultKind.SERVICE, "Try again in 7 s"),
                Arguments.of(Refusal.of(429, "", "", "Slow down."), FaultKind.SERVICE, "try again"),
                Arguments.of(Refusal.of(500, "", "", "Oops\nagain"), FaultKind.SERVICE, "Oops again"),
                Arguments.of(new Refusal(502, Map.of(), "<html>bad gateway</html>"), FaultKind.SERVICE, "bad gateway"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalSaysItsKindAndTheNextStepInOneLine(Refusal refusal, FaultKind kind, String part) {
        chat.answerNext(refusal);

        AssistantException e = fault(model());

        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.userMessage()).contains(part).contains("127.0.0.1").doesNotContain("\n");
    }

    @Test
    void aRefusalIsNotRetriedBehindTheUsersBack() {
        chat.answerNext(Refusal.of(500, "", "", "Oops"));

        fault(model());

        assertThat(chat.requests()).hasSize(1);
    }

    @Test
    void dashScopesKeyIsNamedByItsOwnVariable() {
        OpenAiParameters parameters = parameters(URI.create("https://dashscope.aliyuncs.com/compatible-mode/v1"));
        var refused = com.openai.errors.UnauthorizedException.builder()
                .headers(com.openai.core.http.Headers.builder().build())
                .error(com.openai.models.ErrorObject.builder()
                        .code("invalid_api_key")
                        .message("Incorrect API key provided.")
                        .param(Optional.empty())
                        .type("invalid_request_error")
                        .build())
                .build();

        AssistantException e = new ChatFaults(parameters).from(refused);

        assertThat(e.userMessage()).contains("DASHSCOPE_API_KEY").contains("Incorrect API key provided");
    }

    @Test
    void aKeyTheServiceQuotesGoesNoFurther() {
        chat.answerNext(Refusal.of(401, "", "invalid_api_key", "Incorrect API key provided: " + KEY));

        AssistantException e = fault(model(withKey()));

        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("***").doesNotContain(KEY);
    }

    @Test
    void theParametersDoNotShowTheKey() {
        assertThat(withKey().toString()).contains("qwen-plus").doesNotContain(KEY);
    }

    @Test
    void parametersThatCannotWorkAreRefusedByTheirSettingsName() {
        URI noHost = URI.create("localhost:8080/v1");

        assertThatThrownBy(() -> parameters(noHost)).hasMessageContaining("chat.base_url");
        assertThatThrownBy(() -> parameters(URI.create("ftp://127.0.0.1/v1"))).hasMessageContaining("chat.base_url");
    }

    @Test
    void aPortWhereNothingListensIsAServiceFaultThatNamesIt() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        AssistantException e = fault(modelAt(URI.create("http://127.0.0.1:" + port + "/v1")));

        assertThat(e.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(e.userMessage()).contains("Cannot reach 127.0.0.1:" + port);
    }

    @Test
    void aHostThatDoesNotExistIsAServiceFaultThatNamesIt() {
        AssistantException e = fault(modelAt(URI.create("http://nowhere.invalid/v1")));

        assertThat(e.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(e.userMessage()).contains("Cannot find the host nowhere.invalid");
    }

    @Test
    void aServiceThatStaysSilentIsGivenUp() {
        chat.answerNext(Reply.of("late").withDelays(MINUTE, Duration.ZERO));
        ChatTimeouts impatient = new ChatTimeouts(SOON, Duration.ofMillis(200));

        AssistantException e = fault(model(
                new OpenAiParameters(server.baseUrl(), Optional.empty(), "qwen-plus", Sampling.DEFAULT, impatient)));

        assertThat(e.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(e.userMessage()).contains("sent nothing for 200 ms");
    }

    @Test
    void aCancelWhileWaitingForTheFirstTokenHangsUp() throws Exception {
        chat.answerNext(Reply.of("late").withDelays(MINUTE, Duration.ZERO));
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Void> reply = ask(model(), cancellation);
        ChatStandIn.Request request = chat.takeRequest(SOON);

        cancellation.cancel();

        assertInterrupted(reply);
        assertThat(request.awaitHangUp(SOON)).isTrue();
    }

    @Test
    void aCancelInTheMiddleOfTheStreamHangsUp() throws Exception {
        ChatModel model = modelThatStallsAfterTheFirstToken();
        Cancellation cancellation = new Cancellation();
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<Void> reply =
                CompletableFuture.runAsync(() -> model.reply(HELLO, first::complete, cancellation));
        first.get(10, TimeUnit.SECONDS);

        cancellation.cancel();

        assertInterrupted(reply);
        assertThat(chat.takeRequest(SOON).awaitHangUp(SOON)).isTrue();
    }

    @Test
    void aServerThatDoesNotAcceptIsGivenUp() throws Exception {
        try (DeafServer deaf = new DeafServer()) {
            ChatTimeouts impatient = new ChatTimeouts(Duration.ofMillis(200), MINUTE);

            AssistantException e = fault(model(
                    new OpenAiParameters(deaf.baseUrl(), Optional.empty(), "qwen-plus", Sampling.DEFAULT, impatient)));

            assertThat(e.kind()).isEqualTo(FaultKind.SERVICE);
            assertThat(e.userMessage()).contains("Cannot connect to 127.0.0.1").contains("within 200 ms");
        }
    }

    @Test
    void aCancelWhileConnectingEndsTheCall() throws Exception {
        try (DeafServer deaf = new DeafServer()) {
            ChatTimeouts patient = new ChatTimeouts(MINUTE, MINUTE);
            ChatModel model = model(
                    new OpenAiParameters(deaf.baseUrl(), Optional.empty(), "qwen-plus", Sampling.DEFAULT, patient));
            Cancellation cancellation = new Cancellation();
            CompletableFuture<FaultKind> ended = new CompletableFuture<>();
            Thread asking = new Thread(
                    () -> ended.complete(catchThrowableOfType(
                                    AssistantException.class, () -> model.reply(HELLO, token -> {}, cancellation))
                            .kind()),
                    "asking");
            asking.setDaemon(true);
            asking.start();
            untilInside(asking, "connectSocket");

            cancellation.cancel();

            assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(FaultKind.INTERRUPTED);
        }
    }

    @Test
    void anInterruptedThreadLeavesWithItsFlagSet() {
        ChatModel model = model();
        Thread.currentThread().interrupt();

        AssistantException e = fault(model);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED);
    }

    @Test
    void theConnectionIsKeptBetweenTurns() throws Exception {
        ChatModel model = model();

        answer(model, HELLO);
        answer(model, HELLO);
        answer(model, HELLO);

        assertThat(chat.requests())
                .extracting(ChatStandIn.Request::clientPort)
                .hasSize(3)
                .containsOnly(chat.takeRequest(SOON).clientPort());
    }

    @Test
    void warmingUpOpensTheConnectionTheFirstReplyUses() throws Exception {
        OpenAiChatModel model = model(withKey());

        model.warmUp(new Cancellation());

        answer(model, HELLO);
        assertThat(chat.modelListRequests())
                .containsExactly(chat.takeRequest(SOON).clientPort());
    }

    @Test
    void gettingReadyOpensAnotherConnectionOnlyAfterTheOldOneWasCut() throws Exception {
        OpenAiChatModel model = model(withKey());
        model.getReady();
        answer(model, HELLO);
        model.getReady();
        assertThat(chat.modelListRequests()).hasSize(1);

        Cancellation turn = new Cancellation();
        assertThatThrownBy(() -> model.reply(HELLO, token -> turn.cancel(), turn))
                .isInstanceOf(AssistantException.class);
        model.getReady();

        assertThat(chat.modelListRequests()).hasSize(2);
    }

    @Test
    void warmingUpListsTheModels() {
        OpenAiChatModel model = modelAt(server.baseUrl());

        model.warmUp(new Cancellation());

        assertThat(model.models()).contains("qwen-plus");
    }

    @Test
    void anotherModelIsAskedFromTheNextReplyOn() {
        OpenAiChatModel model = modelAt(server.baseUrl());
        answer(model, HELLO);

        model.use("qwen-max");
        answer(model, HELLO);

        assertThat(chat.requests())
                .extracting(request -> request.body().path("model").asText())
                .containsExactly("qwen-plus", "qwen-max");
        assertThat(model.name()).isEqualTo("qwen-max");
    }

    @Test
    void warmingUpAgainstNothingIsNoFault() {
        OpenAiChatModel model = modelAt(server.baseUrl());
        server.close();

        model.warmUp(new Cancellation());

        assertThat(fault(model).kind()).isEqualTo(FaultKind.SERVICE);
    }

    @Test
    void noThreadOfAModelKeepsTheProgramAlive() {
        Set<Thread> othersThreads = Thread.getAllStackTraces().keySet();
        OpenAiChatModel model = modelAt(server.baseUrl());
        answer(model, HELLO);

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !othersThreads.contains(thread))
                .filteredOn(thread -> thread.getName().matches("(?i).*(okhttp|okio|openai).*"))
                .allMatch(Thread::isDaemon);
    }

    @Test
    void aClosedModelAnswersNoMore() {
        OpenAiChatModel model = modelAt(server.baseUrl());
        answer(model, HELLO);

        model.close();

        assertThat(fault(model).kind()).isEqualTo(FaultKind.INTERRUPTED);
    }

    @Test
    void closingEndsARunningReply() throws Exception {
        chat.answerNext(Reply.of("late").withDelays(MINUTE, Duration.ZERO));
        OpenAiChatModel model = modelAt(server.baseUrl());
        CompletableFuture<Void> reply = ask(model, new Cancellation());
        chat.takeRequest(SOON);

        model.close();

        assertInterrupted(reply);
    }

    private static void untilInside(Thread thread, String method) {
        Await.until(
                method,
                () -> Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals(method)));
    }

    private static CompletableFuture<Void> ask(ChatModel model, Cancellation cancellation) {
        return CompletableFuture.runAsync(() -> model.reply(HELLO, token -> {}, cancellation));
    }

    private static void assertInterrupted(CompletableFuture<Void> reply) {
        assertThatThrownBy(() -> reply.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED));
    }

    private static AssistantException fault(ChatModel model) {
        return catchThrowableOfType(
                AssistantException.class, () -> model.reply(HELLO, token -> {}, new Cancellation()));
    }

    private OpenAiChatModel modelAt(URI baseUrl) {
        return model(parameters(baseUrl));
    }

    private OpenAiChatModel model(OpenAiParameters parameters) {
        OpenAiChatModel model = new OpenAiChatModel(parameters);
        models.add(model);
        return model;
    }

    private OpenAiParameters withKey() {
        return new OpenAiParameters(
                server.baseUrl(), Optional.of(new Secret(KEY)), "qwen-plus", Sampling.DEFAULT, ChatTimeouts.DEFAULT);
    }

    private static OpenAiParameters parameters(URI baseUrl) {
        return new OpenAiParameters(baseUrl, Optional.empty(), "qwen-plus", Sampling.DEFAULT, ChatTimeouts.DEFAULT);
    }

    /** A port whose queue of connections is full, so that connecting to it hangs. */
    private static final class DeafServer implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<Socket> queue = new ArrayList<>();

        DeafServer() throws IOException {
            for (boolean full = false; !full; ) {
                Socket socket = new Socket();
                queue.add(socket);
                full = isTurnedAway(socket);
            }
        }

        URI baseUrl() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : queue) {
                socket.close();
            }
            server.close();
        }

        private boolean isTurnedAway(Socket socket) throws IOException {
            try {
                socket.connect(server.getLocalSocketAddress(), 200);
                return false;
            } catch (SocketTimeoutException e) {
                return true;
            }
        }
    }
}
