package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.config.UsageSettings;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.sessions.SessionFolder;
import dev.voicebot.turn.Conversation;
import dev.voicebot.usage.Limits;
import dev.voicebot.usage.PriceList;
import dev.voicebot.usage.UsageFolder;
import dev.voicebot.usage.UsageMeter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UsageCommandsTest {
    @TempDir
    private Path home;

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void theLastTurnTheChatAndTheDayAreShown() {
        UsageMeter meter = meter(Limits.NONE);
        try (Chat chat = chat(meter)) {
            ask(chat, "one");
            ask(chat, "two");

            chat.type("/usage\r");

            chat.screen.awaitRows(
                    "usage        turns  tokens in       out     chars    heard  est. cost",
                    "last turn        1     500000    250000         0    0.0 s  0.9000 CNY",
                    "this chat        2    1000000    500000         0    0.0 s  1.8000 CNY",
                    "today            2    1000000    500000         0    0.0 s  1.8000 CNY",
                    "Costs are estimates. Check [prices] against the provider's price list.");
        }
    }

    @Test
    void aTurnBeyondTheLimitIsRefusedInOneLineAndTheChatStays() {
        UsageMeter meter = meter(Limits.ofChat(0.5));
        try (Chat chat = chat(meter)) {
            ask(chat, "one");

            chat.type("two\r");

            chat.screen.await(
                    rows -> rows.stream().anyMatch(row -> row.contains("usage.max_cost is 0.5")), "the refusal");
            chat.screen.awaitRows("", "›");
        }
        assertThat(asked).hasValue(1);
    }

    private void ask(Chat chat, String question) {
        chat.type(question + "\r");
        chat.screen.awaitRows("› " + question, "", "Fine.", "", "›");
    }

    private Chat chat(UsageMeter meter) {
        Conversation conversation = new Conversation(new Priced(), new ChatHistory(10), "", Optional.empty(), meter);
        ChatSessions none = new ChatSessions(
                new SessionFolder(home.resolve("sessions"), Clock.systemUTC()),
                Optional.empty(),
                Optional.empty(),
                ZoneOffset.UTC,
                10);
        return Chat.kept(home, 80, conversation, none, meter);
    }

    private UsageMeter meter(UsageSettings limits) {
        return new UsageMeter(
                new UsageFolder(home.resolve("usage"), Clock.systemUTC()),
                new PriceList(Map.of(), "CNY"),
                limits,
                () -> "");
    }

    /** Says the same each time, for 0.9 CNY. */
    private final class Priced implements ChatModel {
        @Override
        public ChatUsage reply(List<ChatMessage> messages, ReplyListener listener, Cancellation cancellation) {
            asked.incrementAndGet();
            listener.token("Fine.");
            return new ChatUsage(500_000, 250_000);
        }

        @Override
        public String name() {
            return "qwen-plus";
        }
    }
}
