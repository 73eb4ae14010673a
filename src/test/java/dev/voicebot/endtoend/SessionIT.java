package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Requirements;
import dev.voicebot.standin.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged program: what is kept survives a kill, and another process steers the chat. */
class SessionIT extends CloudTest {
    private static final Pattern PROCESS = Pattern.compile("\"pid\":(\\d+)");

    SessionIT() {
        super(new Script().sentences("front center").tokens(Duration.ofMillis(50), Duration.ofMillis(300)));
    }

    @BeforeEach
    void needsATerminal() {
        Requirements.commands("tmux");
    }

    @Test
    void aConversationThatWasKilledGoesOnAndIsReplayed() throws IOException, InterruptedException {
        try (Tmux tmux = chat("--no-speak")) {
            tmux.type("你好 one");
            tmux.press("Enter");
            tmux.waitFor("You said: 你好 one. That is all.");
            script.answer(("This takes very long, " + "and on ".repeat(1_000)).split("(?<= )"));
            tmux.type("two");
            tmux.press("Enter");
            tmux.waitFor("This takes very long");
            kill();
        }

        try (Tmux tmux = chat("--no-speak", "--continue")) {
            tmux.waitFor("Resumed ");
            String screen = tmux.screen();
            assertThat(screen).contains("› 你好 one", "You said: 你好 one", "› two", "This takes");
        }
        Voicebot.Finished list = cloud.voicebot().run("sessions", "list");
        assertThat(list.lines()).singleElement().asString().endsWith("你好 one");
        String id = list.out().split(" ", 2)[0];
        Voicebot.Finished replay = cloud.voicebot().run("replay", id, "--instant");
        assertThat(replay.lines())
                .startsWith("› 你好 one", "", "You said: 你好 one. That is all.")
                .contains("› two", "[cut off]");
    }

    @Test
    void talkingIsSteeredFromAnotherProcess() throws IOException, InterruptedException {
        assertThat(cloud.voicebot().run("ctl", "status").exit()).isEqualTo(1);
        try (Tmux tmux = chat()) {
            assertThat(cloud.voicebot().run("ctl", "status").out()).startsWith("idle");

            assertThat(cloud.voicebot().run("ctl", "talk").exit()).isZero();
            tmux.waitFor("● rec");
            assertThat(cloud.voicebot().run("ctl", "status").out()).startsWith("listening");
            cloud.card().awaitListener();
            cloud.card().say(Speech.in(folder).wav());
            assertThat(cloud.voicebot().run("ctl", "talk").exit()).isZero();

            tmux.waitFor("› front center"); // in the line, while it is being understood
            tmux.waitFor("You said:"); // the request has left, so the question is on the disk
            assertThat(cloud.voicebot().run("sessions", "search", "center").out())
                    .contains("front center");
        }
    }

    private Tmux chat(String... options) throws IOException, InterruptedException {
        Tmux tmux = cloud.chat(options);
        tmux.waitFor("the control socket", screen -> isReached());
        return tmux;
    }

    private boolean isReached() {
        Path sockets = folder.resolve("home/.local/state/voicebot/run");
        try (var files = Files.exists(sockets) ? Files.list(sockets) : Stream.<Path>empty()) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private void kill() throws IOException, InterruptedException {
        Matcher process =
                PROCESS.matcher(cloud.voicebot().run("ctl", "status", "--json").out());
        assertThat(process.find()).isTrue();
        ProcessHandle chat = ProcessHandle.of(Long.parseLong(process.group(1))).orElseThrow();
        assertThat(chat.destroyForcibly()).isTrue();
        chat.onExit().join();
    }
}
