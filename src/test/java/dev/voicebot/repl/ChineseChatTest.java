package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.text.InChinese;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The chat as somebody with a Chinese locale sees it. */
@Timeout(60)
@ExtendWith(InChinese.class)
class ChineseChatTest {
    @TempDir
    private Path folder;

    @Test
    void commandsAndWhatTheyAnswerAreInChinese() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("/help all\r");
            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.startsWith("Ctrl-X ")), "the end of the help");

            assertThat(chat.screen.everyRow()).contains("/new                 开始新会话", "Ctrl-D               退出");

            chat.type("/undo\r");
            chat.screen.await(rows -> rows.contains("没有可撤销的。"), "the answer");
        }
    }
}
