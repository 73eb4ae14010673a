package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ReplyCut;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.engine.openai.OpenAiParameters.ChatTimeouts;
import dev.voicebot.engine.openai.OpenAiParameters.Extra;
import dev.voicebot.engine.openai.OpenAiParameters.Sampling;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.network.Network;
import dev.voicebot.network.Route;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.service.Retries;
import dev.voicebot.standin.ChatServer;
import dev.voicebot.standin.ChatStandIn;
import dev.voicebot.standin.ChatStandIn.Answer;
import dev.voicebot.standin.ChatStandIn.Ending;
import dev.voicebot.standin.ChatStandIn.Refusal;
import dev.voicebot.standin.ChatStandIn.Reply;
import dev.voicebot.standin.ChatStandIn.Verbatim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RetriedChatTest {
    private static final List<ChatMessage> HELLO = List.of(ChatMessage.user("hello"));

    private final ChatServer server = ChatServer.start();
    private final ChatStandIn chat = server.chat();
    private final Cancellation cancellation = new Cancellation();
    private final List<String> told = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final OpenAiChatModel model = new OpenAiChatModel(new OpenAiParameters(
            server.baseUrl(),
            Optional.empty(),
            ModelChoice.fixed("qwen-plus"),
            Sampling.DEFAULT,
            ChatTimeouts.DEFAULT,
            Extra.NONE,
            new Network(Route.DIRECT, new Retries(2, told::add, () -> 1, (time, end) -> pauses.add(time)))));

    @AfterEach
    void close() {
        model.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"61", "2147483648", "99999999999999999999999"})
    void aServiceThatWantsToBeLeftAloneForLongIsNotAskedAgain(String seconds) {
        chat.answerAlways(new Refusal(503, Map.of("Retry-After", seconds), ""));

        assertThatThrownBy(() -> model.reply(HELLO, tokens::add, cancellation))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining("has an internal problem");

        assertThat(chat.requests()).hasSize(1);
        assertThat(told).isEmpty();
    }

    static List<Answer> passing() {
        return List.of(
                Refusal.tooManyRequests(7),
                Refusal.of(500, "server_error", "internal_error", "oops"),
                Refusal.of(502, "", "", ""),
                Refusal.of(503, "", "service_unavailable", "busy"),
                Refusal.of(504, "", "", ""),
                Reply.of().withEnding(Ending.CUT),
                Reply.of().withEnding(Ending.ERROR),
                Verbatim.events("{\"error\":{\"code\":\"internal_error\",\"message\":\"oops\"}}"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatMayPassIsAskedAgainAndTold(Answer fault) {
        chat.answerNext(fault).answerNext(Reply.of("well"));

        model.reply(HELLO, tokens::add, cancellation);

        assertThat(tokens).containsExactly("well");
        assertThat(told).singleElement().asString().matches("[^.].+\\. Trying again in \\d\\.\\d s \\(1 of 2\\)\\.");
        assertThat(pauses).hasSize(1);
    }

    @Test
    void theServiceSaysWhen() {
        chat.answerNext(Refusal.tooManyRequests(7)).answerNext(Reply.of("well"));

        model.reply(HELLO, tokens::add, cancellation);

        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void whatDoesNotPassFailsAfterTheLastTry() {
        chat.answerAlways(Refusal.of(503, "", "service_unavailable", "busy"));

        assertThat(fault().kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(chat.requests()).hasSize(3);
        assertThat(told).hasSize(2);
    }

    static List<Answer> lasting() {
        return List.of(
                Refusal.wrongKey(),
                Refusal.of(400, "", "Arrearage", "Access denied, please make sure your account is in good standing."),
                Refusal.of(403, "", "Model.AccessDenied", "Model access denied."),
                Refusal.of(429, "", "insufficient_quota", "You exceeded your current quota."),
                Refusal.inspectionFailed(),
                Refusal.unknownModel("qwen-plus"),
                Refusal.of(400, "", "invalid_parameter_error", "no such field"));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatWillNotPassIsAskedOnce(Answer fault) {
        chat.answerAlways(fault);

        fault();

        assertThat(chat.requests()).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void nothingIsShownTwice() {
        chat.answerNext(Reply.of("half").withEnding(Ending.CUT));

        fault();

        assertThat(tokens).containsExactly("half");
        assertThat(chat.requests()).hasSize(1);
    }

    @Test
    void aReplyWithoutAnEndIsCutOffAndTold() {
        chat.answerAlways(Reply.of("1234567890".repeat(20)));
        List<String> cuts = new ArrayList<>();
        OpenAiChatModel brief = new OpenAiChatModel(new OpenAiParameters(
                server.baseUrl(),
                Optional.empty(),
                "qwen-plus",
                new Sampling(Optional.empty(), Optional.empty(), 100),
                ChatTimeouts.DEFAULT));

        brief.reply(
                HELLO,
                new ReplyListener() {
                    @Override
                    public void token(String text) {
                        tokens.add(text);
                    }

                    @Override
                    public void cutShort(ReplyCut why, String line) {
                        cuts.add(line);
                    }
                },
                cancellation);
        brief.close();

        assertThat(cuts).containsExactly("The reply was cut off by chat.max_reply = 100. Raise it for longer replies.");
    }

    private AssistantException fault() {
        return catchThrowableOfType(AssistantException.class, () -> model.reply(HELLO, tokens::add, cancellation));
    }
}
