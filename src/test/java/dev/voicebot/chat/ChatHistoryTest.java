package dev.voicebot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChatHistoryTest {
    @Test
    void theFirstQuestionGoesWithTheSystemPromptAlone() {
        ChatHistory history = new ChatHistory(10);

        List<ChatMessage> messages = history.messagesFor("be brief", "hello");

        assertThat(messages).containsExactly(ChatMessage.system("be brief"), ChatMessage.user("hello"));
    }

    @Test
    void aBlankSystemPromptIsLeftOut() {
        ChatHistory history = new ChatHistory(10);

        List<ChatMessage> messages = history.messagesFor(" ", "hello");

        assertThat(messages).containsExactly(ChatMessage.user("hello"));
    }

    @Test
    void turnsComeOldestFirstBeforeTheQuestion() {
        ChatHistory history = new ChatHistory(10);
        history.add("one?", "1");
        history.add("two?", "2");

        List<ChatMessage> messages = history.messagesFor("", "three?");

        assertThat(messages)
                .containsExactly(
                        ChatMessage.user("one?"),
                        ChatMessage.assistant("1"),
                        ChatMessage.user("two?"),
                        ChatMessage.assistant("2"),
                        ChatMessage.user("three?"));
    }

    @Test
    void overTheLimitTheOldestTurnIsForgottenWhole() {
        ChatHistory history = new ChatHistory(2);
        history.add("one?", "1");
        history.add("two?", "2");
        history.add("three?", "3");

        List<ChatMessage> messages = history.messagesFor("", "four?");

        assertThat(history.size()).isEqualTo(2);
        assertThat(messages.get(0)).isEqualTo(ChatMessage.user("two?"));
    }

    @Test
    void aHistoryOfNoTurnsRemembersNothing() {
        ChatHistory history = new ChatHistory(0);
        history.add("one?", "1");

        assertThat(history.messagesFor("", "two?")).containsExactly(ChatMessage.user("two?"));
    }

    @Test
    void askingAloneLeavesTheHistoryAsItWas() {
        ChatHistory history = new ChatHistory(2);

        history.messagesFor("", "one?");

        assertThat(history.size()).isZero();
    }

    @Test
    void messagesHandedOutDoNotChangeLater() {
        ChatHistory history = new ChatHistory(2);
        List<ChatMessage> messages = history.messagesFor("", "one?");

        history.add("one?", "1");

        assertThat(messages).containsExactly(ChatMessage.user("one?"));
    }

    @Test
    void clearForgetsEveryTurn() {
        ChatHistory history = new ChatHistory(2);
        history.add("one?", "1");

        history.clear();

        assertThat(history.size()).isZero();
        assertThat(history.messagesFor("", "two?")).containsExactly(ChatMessage.user("two?"));
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThatThrownBy(() -> new ChatHistory(-1)).hasMessageContaining("-1");
    }
}
