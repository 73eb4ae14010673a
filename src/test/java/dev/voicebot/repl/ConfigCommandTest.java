package dev.voicebot.repl;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConfigCommandTest {
    @TempDir
    Path folder;

    @Test
    void allSettingsAreShownWithTheirOrigin() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/config\r");

            chat.screen.awaitRows(
                    "chat.model          qwen-plus  (default)",
                    "chat.history_turns  3  (/home/me/config.toml:2)",
                    "synthesis.voice     -  (default)");
        }
    }

    @Test
    void oneIsShownWithWhatItMeans() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/config chat.h\t\r");

            chat.screen.awaitRows("chat.history_turns  3  (/home/me/config.toml:2)", "What is remembered.");
        }
    }

    @Test
    void aTableIsShownAlone() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/config synthesis\r");

            chat.screen.awaitRows("hello", "", "synthesis.voice  -  (default)");
        }
    }

    @Test
    void whatThisConversationChangedSaysSo() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/model qwen-max\r");
            chat.screen.awaitRow("model: qwen-max (from now on)");

            chat.type("/config changed\r");

            chat.screen.awaitRows(
                    "chat.model          qwen-max  (/model)", "chat.history_turns  3  (/home/me/config.toml:2)", "");
        }
    }

    @Test
    void anUnknownNameGetsTheNearest() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/config chat.modle\r");

            chat.screen.awaitRow("No setting or table is named chat.modle. Did you mean chat.model?");
        }
    }
}
