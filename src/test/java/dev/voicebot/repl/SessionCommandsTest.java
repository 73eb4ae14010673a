package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.sessions.SavedSession;
import dev.voicebot.sessions.SessionFolder;
import dev.voicebot.sessions.SessionRecorder;
import dev.voicebot.turn.BothKeepers;
import dev.voicebot.turn.Conversation;
import dev.voicebot.turn.TurnKeeper;
import dev.voicebot.turn.Turns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands about kept conversations, by a real conversation with a model that repeats what it was told. */
@Timeout(60)
class SessionCommandsTest {
    @TempDir
    private Path home;

    private final List<List<ChatMessage>> asked = new CopyOnWriteArrayList<>();
    private final ChatModel echo = (messages, tokens, cancellation) -> {
        asked.add(List.copyOf(messages));
        tokens.token("You said " + messages.get(messages.size() - 1).text() + ".");
        return ChatUsage.NONE;
    };
    private final List<SessionRecorder> recorders = new ArrayList<>();
    private SessionFolder folder;

    @BeforeEach
    void openFolder() {
        folder = new SessionFolder(home.resolve("sessions"), Clock.systemUTC());
    }

    @Test
    void aNewConversationForgetsTheOldOneAndIsKeptApart() {
        try (Chat chat = chat(Optional.empty())) {
            say(chat, "one");

            chat.type("/new\r");
            chat.screen.awaitRow("New conversation.");
            say(chat, "two");
        }

        assertThat(asked.get(1)).containsExactly(ChatMessage.user("two"));
        assertThat(folder.list()).hasSize(2);
    }

    @Test
    void aConversationIsTakenUpWithItsEndOnTheScreenAndInTheModelsMemory() {
        try (Chat chat = chat(Optional.empty())) {
            say(chat, "茶道 one");
        }

        SavedSession earlier = folder.newest().orElseThrow();
        try (Chat chat = chat(Optional.of(earlier))) {
            chat.screen.awaitRows("› 茶道 one", "", "You said 茶道 one.", "", "Resumed " + earlier.id() + " (1 turn).");
            say(chat, "two");
        }

        assertThat(asked.get(1))
                .containsExactly(
                        ChatMessage.user("茶道 one"), ChatMessage.assistant("You said 茶道 one."), ChatMessage.user("two"));
        assertThat(folder.list())
                .singleElement()
                .satisfies(session -> assertThat(session.turns()).isEqualTo(2));
    }

    @Test
    void anEarlierReplyIsShownAsItsMarkdownMeansIt() {
        try (Chat chat = chat(Optional.empty())) {
            chat.type("a **bold** word\r");
            chat.screen.awaitRows("You said a bold word.", "", "›");
            chat.type("/history\r");

            chat.screen.await(rows -> Collections.frequency(rows, "You said a bold word.") == 2, "the reply twice");
        }
    }

    @Test
    void anotherConversationIsTakenUpFromTheList() {
        try (Chat chat = chat(Optional.empty())) {
            say(chat, "about tea");
        }
        String tea = folder.ids().get(0);

        try (Chat chat = chat(Optional.empty())) {
            say(chat, "about sun");
            chat.type("/sessions\r");
            awaitRow(chat, row -> row.startsWith(tea) && row.endsWith("about tea"));

            chat.type("/resume " + tea + "\r");
            chat.screen.awaitRow("Resumed " + tea + " (1 turn).");
            say(chat, "and cups");
        }

        assertThat(folder.find(tea).turns()).hasSize(2);
        assertThat(asked.get(2)).contains(ChatMessage.user("about tea")).doesNotContain(ChatMessage.user("about sun"));
    }

    @Test
    void withoutANameTheConversationBeforeThisIsTakenUp() {
        try (Chat chat = chat(Optional.empty())) {
            say(chat, "about tea");
        }

        try (Chat chat = chat(Optional.empty())) {
            chat.type("/resume\r");

            chat.screen.awaitRow("Resumed " + folder.ids().get(0) + " (1 turn).");
        }
    }

    @Test
    void aNameThatNoConversationHasIsTold() {
        try (Chat chat = chat(Optional.empty())) {
            chat.type("/resume 1999\r");

            awaitRow(chat, row -> row.contains("No session '1999'."));
        }
    }

    @Test
    void wordsAreFoundInAllConversations() {
        try (Chat chat = chat(Optional.empty())) {
            say(chat, "about TEA and cups");
        }

        try (Chat chat = chat(Optional.empty())) {
            chat.type("/search cups tea\r");
            awaitRow(chat, row -> row.startsWith(folder.ids().get(0)) && row.contains("about TEA and cups"));

            chat.type("/search moon\r");
            chat.screen.awaitRow("No conversation contains 'moon'.");
        }
    }

    @Test
    void theLastTurnIsTakenBackFromMemoryAndFile() {
        try (Chat chat = chat(Optional.empty())) {
            say(chat, "one");
            say(chat, "two");

            chat.type("/undo\r");
            chat.screen.awaitRow("Removed: two");
            say(chat, "three");
            chat.type("/undo\r/undo\r/undo\r");
            chat.screen.awaitRow("Nothing to undo.");
        }

        assertThat(asked.get(2)).doesNotContain(ChatMessage.user("two"));
        assertThat(folder.list()).isEmpty();
    }

    @Test
    void theConversationSoFarIsShown() {
        try (Chat chat = chat(Optional.empty())) {
            say(chat, "one");
            chat.type("/clear\r");
            chat.screen.awaitGone("You said one.");
            chat.type("/history\r");
            awaitRow(chat, row -> row.contains("This conversation is empty."));
            say(chat, "two");

            chat.type("/history\r");

            chat.screen.awaitRows("› two", "", "You said two.", "", "› two", "", "You said two.", "", "›");
        }
    }

    @Test
    void theHistoryAskedForRightBehindNewIsTheNewConversations() {
        SessionRecorder recorder = new SessionRecorder(folder, () -> "chat: echo");
        CountDownLatch later = new CountDownLatch(1);
        TurnKeeper slow = new TurnKeeper() {
            @Override
            public void forgotten() {
                await(later);
            }
        };
        Turns turns = conversation(new BothKeepers(slow, recorder));
        try (Chat chat = Chat.kept(home, 160, turns, sessions(Optional.of(recorder), Optional.empty()))) {
            say(chat, "one");

            chat.type("/new\r/history\r/timings\r");
            awaitRow(chat, row -> row.contains("Timings"));
            later.countDown();

            awaitRow(chat, row -> row.contains("This conversation is empty."));
            assertThat(chat.screen.rows()).containsOnlyOnce("You said one.");
        }
        recorder.close();
    }

    @Test
    void theConversationIsWrittenAsMarkdownAndOnlyOverItsOwnFile() throws Exception {
        Path file = home.resolve("talk.md");
        Path other = Files.writeString(home.resolve("other.md"), "mine");
        try (Chat chat = chat(Optional.empty())) {
            say(chat, "one");

            chat.type("/export " + file + "\r");
            awaitRow(chat, row -> row.startsWith("Saved to"));
            say(chat, "two");
            chat.type("/export " + file + "\r/export " + other + "\r");
            awaitRow(chat, row -> row.contains("already exists. Choose another name."));
        }

        assertThat(Files.readString(file))
                .contains("> one", "You said one.", "> two")
                .containsOnlyOnce("# Conversation of");
        assertThat(other).hasContent("mine");
    }

    @Test
    void aPrivateTalkLeavesNothing() {
        Conversation conversation = conversation(TurnKeeper.NONE);
        try (Chat chat = Chat.kept(home, 160, conversation, sessions(Optional.empty(), Optional.empty()))) {
            say(chat, "secret");
            chat.type("/export\r");
            awaitRow(chat, row -> row.contains("This conversation is private"));
            chat.type("/history\r");
            chat.screen.awaitRows("› secret", "", "You said secret.", "", "›");
        }

        assertThat(folder.ids()).isEmpty();
    }

    private void say(Chat chat, String question) {
        int before = asked.size();
        chat.type(question + "\r");
        chat.screen.awaitRows("You said " + question + ".", "", "›");
        assertThat(asked).hasSize(before + 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitRow(Chat chat, Predicate<String> wanted) {
        chat.screen.await(rows -> rows.stream().anyMatch(wanted), "a row");
    }

    private Chat chat(Optional<SavedSession> earlier) {
        recorders.forEach(SessionRecorder::close); // the chat before this one is over
        SessionRecorder recorder = new SessionRecorder(folder, () -> "chat: echo");
        recorders.add(recorder);
        Conversation conversation = conversation(recorder);
        earlier.ifPresent(session -> {
            recorder.resume(session);
            session.restore(conversation, 10);
        });
        return Chat.kept(home, 160, conversation, sessions(Optional.of(recorder), earlier));
    }

    private Conversation conversation(TurnKeeper keeper) {
        return new Conversation(echo, new ChatHistory(10), "", Optional.empty(), keeper);
    }

    private ChatSessions sessions(Optional<SessionRecorder> recorder, Optional<SavedSession> earlier) {
        return new ChatSessions(folder, recorder, earlier, ZoneOffset.UTC, 10);
    }
}
