package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Without voice input no talk key is offered. */
@Timeout(60)
class DeafHelpTest {
    @TempDir
    private Path folder;

    @Test
    void theHelpLeavesOutTheTalkKeys() {
        try (Chat chat = Chat.deaf(folder, 100)) {
            assertThat(help(chat)).doesNotContain("F2");
        }
    }

    @Test
    void withVoiceInputItNamesThem() {
        try (Chat chat = new Chat(folder, 100)) {
            assertThat(help(chat)).contains("F2");
        }
    }

    private static String help(Chat chat) {
        chat.type("/help\r/help all\r");
        chat.screen.await(rows -> rows.stream().anyMatch(row -> row.startsWith("Ctrl-X ")), "the end of the help");
        return String.join("\n", chat.screen.everyRow());
    }
}
