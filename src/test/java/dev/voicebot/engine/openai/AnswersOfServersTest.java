package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.HistoryTooLongException;
import dev.voicebot.chat.ReplyCut;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.chat.ThinkingMode;
import dev.voicebot.engine.openai.OpenAiParameters.ChatTimeouts;
import dev.voicebot.engine.openai.OpenAiParameters.Extra;
import dev.voicebot.engine.openai.OpenAiParameters.Sampling;
import dev.voicebot.models.MissingModels;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.standin.ChatServer;
import dev.voicebot.standin.ChatStandIn;
import dev.voicebot.standin.ChatStandIn.Refusal;
import dev.voicebot.standin.ChatStandIn.Reply;
import dev.voicebot.standin.ChatStandIn.Verbatim;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What services and servers of all kinds answer, and what is asked of them in their own way. */
@Timeout(30)
class AnswersOfServersTest {
    private static final List<ChatMessage> HELLO = List.of(ChatMessage.user("hello"));
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ChatServer server = ChatServer.start();
    private final ChatStandIn chat = server.chat();
    private final List<OpenAiChatModel> models = new ArrayList<>();

    @AfterEach
    void close() {
        models.forEach(OpenAiChatModel::close);
        server.close();
    }

    @Test
    void aServerThatIgnoresStreamAndAnswersAtOnceIsUnderstood() {
        chat.answerNext(Verbatim.of("application/json", """
                        {"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":
                        {"role":"assistant","content":"<think>plan</think>Hello.","reasoning_content":"hm"},
                        "finish_reason":"length"}],"usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7}}
                        """));

        Taken taken = ask(model());

        assertThat(taken.reply).hasToString("Hello.");
        assertThat(taken.thoughts).hasToString("hmplan");
        assertThat(taken.cuts).containsExactly(ReplyCut.LENGTH);
        assertThat(taken.usage).isEqualTo(new ChatUsage(3, 4));
    }

    static Stream<Arguments> noReplies() {
        String openAi = "{\"error\":{\"message\":\"The gears jammed.\",\"type\":\"x\",\"code\":null}}";
        String dashScope = "{\"code\":\"InternalError\",\"message\":\"The gears jammed.\",\"request_id\":\"1\"}";
        return Stream.of(
                Arguments.of(Verbatim.of("application/json", openAi)),
                Arguments.of(Verbatim.of("text/event-stream", openAi)),
                Arguments.of(Verbatim.of("application/json", dashScope)),
                Arguments.of(Verbatim.of("application/json", "[" + openAi + "]")),
                Arguments.of(Verbatim.of("application/json", "{\"error\":\"The gears jammed.\"}")),
                Arguments.of(Verbatim.of("application/json", "{\"detail\":\"The gears jammed.\"}")),
                Arguments.of(Verbatim.of("text/plain", "The gears jammed.")),
                Arguments.of(Verbatim.events(openAi)),
                Arguments.of(Verbatim.events(dashScope)),
                Arguments.of(Verbatim.events("{\"object\":\"error\",\"message\":\"The gears jammed.\",\"code\":500}")),
                Arguments.of(Verbatim.events("{\"choices\":[],\"error\":{\"message\":\"The gears jammed.\"}}")),
                Arguments.of(Verbatim.of(
                        "text/event-stream", "event: error\ndata: {\"message\":\"The gears jammed.\"}\n\n")),
                Arguments.of(Verbatim.of("text/event-stream", "event:error\ndata:The gears jammed.\n\n")),
                Arguments.of(Verbatim.of(
                        "text/html", "<!doctype html><html><head><title>The gears jammed.</title></head></html>")),
                Arguments.of(Refusal.of(500, "", "", "The gears jammed.")),
                Arguments.of(new Refusal(400, Map.of(), dashScope)),
                Arguments.of(new Refusal(503, Map.of(), "<html><h1>The gears jammed.</h1></html>")),
                Arguments.of(new Refusal(422, Map.of(), "{\"detail\":[{\"msg\":\"The gears jammed.\"}]}")));
    }

    @ParameterizedTest
    @MethodSource("noReplies")
    void whatIsNoReplyIsToldInTheServersWords(ChatStandIn.Answer answer) {
        chat.answerNext(answer);

        AssistantException e = fault(model());

        assertThat(e.userMessage())
                .contains("The gears jammed")
                .contains("127.0.0.1")
                .doesNotContain("empty reply", "Exception", "\n");
    }

    @Test
    void aPageOfTheNetworksOwnIsToldAsOne() {
        chat.answerNext(Verbatim.of("text/html", "\n<HTML><TITLE>Sign in to\nAirport WiFi</TITLE><p>x</p></HTML>"));

        AssistantException e = fault(model());

        assertThat(e.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(e.userMessage())
                .contains("web page: Sign in to Airport WiFi")
                .contains("sign-in page");
    }

    @Test
    void anErrorThatIsNullIsNone() {
        chat.answerNext(Verbatim.events(
                "{\"error\":null,\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello.\"}}]}", "[DONE]"));

        assertThat(ask(model()).reply).hasToString("Hello.");
    }

    @Test
    void anAnswerThatEndsWithoutAReasonWasCutOff() {
        chat.answerNext(Verbatim.events(content("Half of a")));

        AssistantException fault = fault(model());
        assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(fault.userMessage()).contains("broke");
    }

    @Test
    void aReasonToEndIsEnoughForAWholeAnswer() {
        chat.answerNext(
                Verbatim.events("{\"choices\":[{\"delta\":{\"content\":\"All.\"},\"finish_reason\": \"stop\"}]}"));

        assertThat(ask(model()).reply).hasToString("All.");
    }

    @Test
    void onlyTheFirstChoiceCounts() {
        chat.answerNext(Verbatim.events(
                "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"No\"}},{\"index\":0,\"delta\":{\"content\":\"Yes\"}}]}",
                "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"no\"},\"finish_reason\":\"length\"}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"!\"},\"finish_reason\":\"stop\"}]}",
                "[DONE]"));

        Taken taken = ask(model());

        assertThat(taken.reply).hasToString("Yes!");
        assertThat(taken.cuts).isEmpty();
    }

    @Test
    void aCharacterThatIsCutBetweenChunksArrivesWhole() {
        chat.answerNext(Verbatim.events(content("茶 \\ud83d"), content("\\ude42!"), "[DONE]"));
        Taken escaped = ask(model());
        chat.answerNext(new Verbatim(
                200, "text/event-stream", inSingleBytes("data: " + content("茶 🙂!") + "\n\ndata: [DONE]\n\n")));
        Taken bytes = ask(model());

        assertThat(escaped.reply).hasToString("茶 🙂!");
        assertThat(escaped.tokens).doesNotContain("\ud83d");
        assertThat(bytes.reply).hasToString("茶 🙂!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reasoning_content", "reasoning"})
    void thoughtsOfAFieldOfTheirOwnAreNoReply(String field) {
        chat.answerNext(Verbatim.events(
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":null,\"" + field + "\":\"hm\"}}]}",
                content("Hello."),
                "[DONE]"));

        Taken taken = ask(model());

        assertThat(taken.reply).hasToString("Hello.");
        assertThat(taken.thoughts).hasToString("hm");
    }

    @Test
    void aListOfPartsIsReadAsItsTextAndItsThoughts() {
        chat.answerNext(Verbatim.events("""
                {"choices":[{"index":0,"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},\
                {"type":"text","text":"Hello."}]}}]}""", "[DONE]"));

        Taken taken = ask(model());

        assertThat(taken.reply).hasToString("Hello.");
        assertThat(taken.thoughts).hasToString("hm");
    }

    @Test
    void aReplyThatIsCutByItsLengthNamesTheSetting() {
        chat.answerAlways(Reply.of("Once upon").withFinishReason("length"));

        Taken limited = ask(model(parameters(Extra.NONE, new Sampling(Optional.empty(), Optional.of(20)))));
        Taken unlimited = ask(model());

        assertThat(limited.cuts).containsExactly(ReplyCut.LENGTH);
        assertThat(limited.lines)
                .containsExactly("The reply was cut off by chat.max_tokens = 20. Raise it for longer replies.");
        assertThat(unlimited.lines)
                .singleElement()
                .asString()
                .contains("qwen-plus")
                .contains("chat.max_tokens");
    }

    @Test
    void aReplyThatAFilterStoppedSaysSo() {
        chat.answerNext(Reply.of("Well").withFinishReason("content_filter"));

        Taken taken = ask(model());

        assertThat(taken.cuts).containsExactly(ReplyCut.CONTENT_FILTER);
        assertThat(taken.lines).singleElement().asString().contains("content filter");
    }

    @Test
    void aModelThatOnlyThoughtIsAFaultThatNamesTheSettings() {
        chat.answerNext(Reply.of("<think>and so on").withFinishReason("length"));

        AssistantException e = fault(model());

        assertThat(e.userMessage()).contains("chat.max_tokens").contains("chat.thinking");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Range of input length should be [1, 30720]",
                "This model's maximum context length is 4097 tokens.",
                "request (5000 tokens) exceeds the available context size (4096 tokens), try increasing it",
            })
    void aHistoryThatIsTooLongIsAFaultOfItsOwn(String message) {
        chat.answerAlways(Refusal.of(400, "invalid_request_error", "invalid_parameter_error", message));
        List<ChatMessage> history =
                List.of(ChatMessage.user("one"), ChatMessage.assistant("1"), ChatMessage.user("two"));

        assertThat(catchThrowableOfType(
                        AssistantException.class, () -> model().reply(history, token -> {}, new Cancellation())))
                .isInstanceOf(HistoryTooLongException.class);
        assertThat(fault(model()))
                .isNotInstanceOf(HistoryTooLongException.class)
                .hasMessageContaining("Ask a shorter one");
    }

    @Test
    void dashScopeIsToldNotToThinkWhileAnswersAreSpoken() throws Exception {
        OpenAiChatModel model = model(parameters(extra(true, ThinkingMode.AUTO, 500), Sampling.DEFAULT));

        ask(model);
        model.spoken(true);
        ask(model);

        assertThat(body().has("enable_thinking")).isFalse();
        JsonNode spoken = body();
        assertThat(spoken.path("enable_thinking").isBoolean()).isTrue();
        assertThat(spoken.path("enable_thinking").asBoolean()).isFalse();
        assertThat(spoken.has("thinking_budget")).isFalse();
        assertThat(spoken.has("reasoning_effort")).isFalse();
    }

    @Test
    void thinkingThatIsOnHasItsBudget() throws Exception {
        OpenAiChatModel model = model(parameters(extra(true, ThinkingMode.ON, 500), Sampling.DEFAULT));
        model.spoken(true);

        ask(model);

        JsonNode body = body();
        assertThat(body.path("enable_thinking").asBoolean()).isTrue();
        assertThat(body.path("thinking_budget").asInt()).isEqualTo(500);
    }

    @Test
    void otherServersAreToldByTheEffort() throws Exception {
        ask(model(parameters(extra(false, ThinkingMode.OFF, 500), Sampling.DEFAULT)));
        ask(model(parameters(extra(false, ThinkingMode.ON, 500), Sampling.DEFAULT)));

        JsonNode off = body();
        assertThat(off.path("reasoning_effort").asText()).isEqualTo("none");
        assertThat(off.has("enable_thinking") || off.has("thinking_budget")).isFalse();
        assertThat(body().path("reasoning_effort").asText()).isEqualTo("medium");
    }

    @Test
    void aServerThatKnowsNoThinkingIsAskedWithoutItOnceAndForAll() throws Exception {
        OpenAiChatModel model = model(parameters(extra(false, ThinkingMode.OFF, 500), Sampling.DEFAULT));
        chat.answerNext(Refusal.of(400, "", "", "Unrecognized request argument supplied: reasoning_effort"));

        Taken first = ask(model);
        ask(model);

        assertThat(first.reply.toString()).contains("hello");
        assertThat(body().has("reasoning_effort")).isTrue();
        assertThat(body().has("reasoning_effort")).isFalse();
        assertThat(body().has("reasoning_effort")).isFalse();
        assertThat(chat.requests()).hasSize(3);
    }

    @Test
    void furtherFieldsAreSentAsTheyAreAndWin() throws Exception {
        Map<String, Object> more = Map.of(
                "top_k",
                20,
                "enable_thinking",
                true,
                "stop",
                List.of("a", "b"),
                "chat_template_kwargs",
                Map.of("enable_thinking", false, "depth", 0.5));
        Extra extra = new Extra(true, new Thinking(ThinkingMode.OFF, Optional.empty()), more);

        ask(model(parameters(extra, Sampling.DEFAULT)));

        JsonNode body = body();
        assertThat(body.path("top_k").isInt()).isTrue();
        assertThat(body.path("enable_thinking").asBoolean()).isTrue();
        assertThat(body.path("stop")).hasToString("[\"a\",\"b\"]");
        assertThat(body.at("/chat_template_kwargs/depth").asDouble()).isEqualTo(0.5);
    }

    @Test
    void aModelThatTheServiceLacksIsReplacedWhereTheProgramChooses() throws Exception {
        List<String> notices = new ArrayList<>();
        ModelChoice auto = ModelChoice.auto(List.of("qwen-plus", "qwen-next"), MissingModels.inMemory(), notices::add);
        OpenAiChatModel model = model(new OpenAiParameters(
                server.baseUrl(),
                Optional.empty(),
                auto,
                Sampling.DEFAULT,
                ChatTimeouts.DEFAULT,
                extra(true, ThinkingMode.AUTO, 1),
                Network.DIRECT));
        chat.answerNext(Refusal.unknownModel("qwen-plus"));

        Taken taken = ask(model);

        assertThat(taken.reply.toString()).contains("hello");
        assertThat(body().path("model").asText()).isEqualTo("qwen-plus");
        assertThat(body().path("model").asText()).isEqualTo("qwen-next");
        assertThat(model.name()).isEqualTo("qwen-next");
        assertThat(notices).hasSize(1);
    }

    @Test
    void whereEveryModelIsRefusedOnlyThoseThatCanChatAreNamed() throws Exception {
        chat.listModels(
                "text-embedding-v4",
                "qwen-plus",
                "cosyvoice-v3",
                "qwen3-vl-plus",
                "qwen-mt-turbo",
                "wan2.5-t2i",
                "qwen-max");
        OpenAiChatModel model = choosing(extra(true, ThinkingMode.AUTO, 1));
        chat.answerNext(Refusal.unknownModel("qwen-plus"));

        assertThatThrownBy(() -> ask(model)).hasMessageEndingWith("It has qwen-max.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nomic-embed-text",
                "whisper-1",
                "gpt-4o-mini-tts",
                "qwen3-asr-flash",
                "gpt-image-1",
                "wanx2.1-t2i-turbo",
                "wan2.5-i2v",
                "gpt-4o-realtime-preview",
                "paraformer-v2",
                "qwen3-livetranslate-flash",
                "sambert-zhichu-v1",
                "deepseek-ocr",
                "flux.1-dev"
            })
    void aModelForOtherThingsIsNotAskedToChat(String name) {
        assertThat(ChattingModels.of(List.of(name, "llama-3"), false)).containsExactly("llama-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen2.5-coder:7b", "qwen2.5-vl:7b", "gpt-4o", "wanda-7b", "deepseek-r1", "mistral-small"})
    void aModelOfAnotherServerThatCanChatMayBeAsked(String name) {
        assertThat(ChattingModels.of(List.of(name), false)).containsExactly(name);
    }

    @Test
    void anotherServerIsAskedForTheFirstModelItListsThatCanTalk() throws Exception {
        chat.listModels("nomic-embed-text", "llama-3", "qwen-plus");
        OpenAiChatModel model = choosing(Extra.NONE);

        ask(model);

        assertThat(body().path("model").asText()).isEqualTo("llama-3");
    }

    @Test
    void dashScopesHostsAreKnownByTheirNames() {
        assertThat(Stream.of(
                        "https://dashscope.aliyuncs.com/compatible-mode/v1",
                        "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
                        "https://dashscope-us.aliyuncs.com/compatible-mode/v1",
                        "https://llm-1.ap-southeast-1.maas.aliyuncs.com/compatible-mode/v1"))
                .allMatch(host -> at(host).isDashScope());
        assertThat(at("https://api.openai.com/v1").isDashScope()).isFalse();
    }

    private static OpenAiParameters at(String baseUrl) {
        return new OpenAiParameters(URI.create(baseUrl), Optional.empty(), "m", Sampling.DEFAULT, ChatTimeouts.DEFAULT);
    }

    private static String content(String text) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}";
    }

    private static List<byte[]> inSingleBytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<byte[]> pieces = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            pieces.add(Arrays.copyOfRange(bytes, i, i + 1));
        }
        return pieces;
    }

    private static Extra extra(boolean dashScope, ThinkingMode mode, int budget) {
        return new Extra(dashScope, new Thinking(mode, Optional.of(budget)), Map.of());
    }

    private JsonNode body() throws InterruptedException {
        return chat.takeRequest(SOON).body();
    }

    private OpenAiChatModel choosing(Extra extra) {
        return model(new OpenAiParameters(
                server.baseUrl(),
                Optional.empty(),
                ModelChoice.auto(List.of("qwen-plus"), MissingModels.inMemory(), line -> {}),
                Sampling.DEFAULT,
                ChatTimeouts.DEFAULT,
                extra,
                Network.DIRECT));
    }

    private OpenAiChatModel model() {
        return model(parameters(Extra.NONE, Sampling.DEFAULT));
    }

    private OpenAiChatModel model(OpenAiParameters parameters) {
        OpenAiChatModel model = new OpenAiChatModel(parameters);
        models.add(model);
        return model;
    }

    private OpenAiParameters parameters(Extra extra, Sampling sampling) {
        return new OpenAiParameters(
                server.baseUrl(),
                Optional.empty(),
                ModelChoice.fixed("qwen-plus"),
                sampling,
                ChatTimeouts.DEFAULT,
                extra,
                Network.DIRECT);
    }

    private static AssistantException fault(OpenAiChatModel model) {
        return catchThrowableOfType(
                AssistantException.class, () -> model.reply(HELLO, token -> {}, new Cancellation()));
    }

    private static Taken ask(OpenAiChatModel model) {
        Taken taken = new Taken();
        taken.usage = model.reply(HELLO, taken, new Cancellation());
        return taken;
    }

    private static final class Taken implements ReplyListener {
        final StringBuilder reply = new StringBuilder();
        final StringBuilder thoughts = new StringBuilder();
        final List<String> tokens = new ArrayList<>();
        final List<ReplyCut> cuts = new ArrayList<>();
        final List<String> lines = new ArrayList<>();
        ChatUsage usage = ChatUsage.NONE;

        @Override
        public void token(String text) {
            tokens.add(text);
            reply.append(text);
        }

        @Override
        public void thought(String text) {
            thoughts.append(text);
        }

        @Override
        public void cutShort(ReplyCut why, String line) {
            cuts.add(why);
            lines.add(line);
        }
    }
}
