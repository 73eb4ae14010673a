package dev.voicebot.endtoend;

import dev.voicebot.Requirements;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A reply in English and Chinese Markdown, in a real terminal. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MarkdownIT {
    private static final String REPLY = """
            ## Tea 绿茶 ✅

            It is **not** fermented. 绿茶是不发酵的茶。

            | name | 数量 |
            |------|----:|
            | 绿茶 | 12 |
            | a tea with a long name | 3 |

            - one
            - `two`

            The end.
            """;

    @TempDir
    private Path folder;

    @Test
    void markdownIsDrawnWhileItStreams() throws IOException, InterruptedException {
        Requirements.commands("tmux");
        Script script = new Script().tokens(Duration.ofMillis(20), Duration.ofMillis(5));
        script.answer(REPLY.split("(?<=\\G.{3})(?s)"));
        try (StandIn standIn = StandIn.start(script);
                Voicebot voicebot = new Voicebot(folder).with(standIn.environment());
                Tmux tmux = Tmux.start(
                        folder,
                        voicebot.environment(),
                        60,
                        30,
                        Voicebot.launcher().toString(),
                        "chat",
                        "--no-speak")) {
            tmux.waitFor("›");

            tmux.type("tea?");
            tmux.press("Enter");
            tmux.waitFor(
                    "the reply's picture",
                    screen -> contains(
                            screen,
                            "Tea 绿茶 ✅",
                            "It is not fermented. 绿茶是不发酵的茶。",
                            "name                   │ 数量",
                            "绿茶                   │   12",
                            "a tea with a long name │    3",
                            "• one",
                            "• two",
                            "The end."));

            tmux.press("C-d");
            tmux.waitFor("[exit 0]");
        }
    }

    private static boolean contains(String screen, String... rows) {
        return screen.lines().map(String::stripTrailing).toList().containsAll(List.of(rows));
    }
}
