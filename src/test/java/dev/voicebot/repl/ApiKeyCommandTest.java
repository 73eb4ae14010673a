package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code /key} at the prompt. */
@Timeout(60)
class ApiKeyCommandTest {
    private static final String KEY = "sk-very-secret";

    @TempDir
    private Path folder;

    private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();
    private Chat chat;

    @BeforeEach
    void open() {
        chat = new Chat(folder, 60);
    }

    @Test
    void aKeyIsNeitherShownNorRememberedAndTheChatBeginsAgain() throws IOException, InterruptedException {
        chat.key = questions -> {
            typed.add(questions.askHidden("API key:"));
            questions.tell("Saved.");
            return true;
        };

        chat.type("/key\r");
        chat.screen.awaitRow("API key:");
        chat.type(KEY + "\r");

        assertThat(typed.take()).isEqualTo(KEY);
        chat.awaitEnd();
        assertThat(chat.screen.everyRow()).contains("Saved.").noneMatch(row -> row.contains("secret"));
        assertThat(Files.readString(folder.resolve("state/history")))
                .contains("/key")
                .doesNotContain("secret");
        chat.close();
    }

    @Test
    void ctrlCBringsThePromptBack() {
        chat.key = questions -> {
            typed.add(questions.askHidden("API key:"));
            return true;
        };

        chat.type("/key\r");
        chat.screen.awaitRow("API key:");
        chat.type("sk-half\003");

        chat.screen.awaitRow("Nothing was changed.");
        assertThat(typed).isEmpty();
        assertThat(chat.ask("are you there?").question).isEqualTo("are you there?");
        assertThat(chat.screen.everyRow()).noneMatch(row -> row.contains("sk-half"));
        chat.close();
    }
}
