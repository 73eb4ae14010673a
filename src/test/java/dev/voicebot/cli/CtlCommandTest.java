package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.JsonSchema;
import dev.voicebot.control.ControlFolder;
import dev.voicebot.control.ControlServer;
import dev.voicebot.control.Controls;
import dev.voicebot.control.Status;
import dev.voicebot.control.Verb;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ctl} and a chat that listens for it, both in this process. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CtlCommandTest {
    private static final long PID = ProcessHandle.current().pid();

    @TempDir
    private Path home;

    private final List<Verb> performed = new CopyOnWriteArrayList<>();

    @Test
    void theStatusIsARow() {
        try (ControlServer chat = chat()) {
            assertThat(chat).isNotNull();
            Shell.Finished finished = shell().run("ctl", "status");

            assertThat(finished.exit()).isZero();
            assertThat(finished.out())
                    .isEqualTo("speaking · session 20261125-0953-abc · chat: 茶 · voice: x · process " + PID + "\n");
        }
    }

    @Test
    void theStatusAsJson() {
        try (ControlServer chat = chat()) {
            assertThat(chat).isNotNull();
            Shell.Finished finished = shell().run("ctl", "status", "--json", "--pid", Long.toString(PID));

            assertThat(finished.lines()).hasSize(1);
            assertThat(JsonSchema.named("ctl-status").mistakes(finished.out())).isEmpty();
            assertThat(finished.out()).contains("\"pid\":" + PID, "\"state\":\"speaking\"");
        }
    }

    @Test
    void eachCommandReachesTheChatAndSaysNothing() {
        try (ControlServer chat = chat()) {
            assertThat(chat).isNotNull();
            for (String[] words :
                    new String[][] {{"talk"}, {"talk", "--start"}, {"talk", "--end"}, {"stop"}, {"pause"}, {"resume"}
                    }) {
                Shell.Finished finished = shell().run(withCtl(words));
                assertThat(finished.exit()).isZero();
                assertThat(finished.out() + finished.err()).isEmpty();
            }

            assertThat(performed)
                    .containsExactly(Verb.TALK, Verb.TALK_START, Verb.TALK_END, Verb.STOP, Verb.PAUSE, Verb.RESUME);
        }
    }

    @Test
    void whatCannotBeDoneNowIsOneLineAndCode1() {
        try (ControlServer chat = chat()) {
            assertThat(chat).isNotNull();
            Shell.Finished finished = shell().run("ctl", "skip");

            assertThat(finished.exit()).isEqualTo(1);
            assertThat(finished.err()).isEqualTo("voicebot: Nothing is being spoken.\n");
        }
    }

    @Test
    void withoutAChatThatIsSaid() {
        Shell.Finished finished = shell().run("ctl", "talk");

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.err()).isEqualTo("voicebot: No chat is running. Start one with 'voicebot chat'.\n");
    }

    @Test
    void mistakesAreOneLineAndCode2() {
        Shell.Finished nothing = shell().run("ctl");
        Shell.Finished both = shell().run("ctl", "talk", "--start", "--end");

        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.err()).contains("Missing command: talk, stop").hasLineCount(1);
        assertThat(both.exit()).isEqualTo(2);
        assertThat(both.err()).contains("exclude each other").hasLineCount(1);
    }

    private static String[] withCtl(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "ctl";
        System.arraycopy(words, 0, all, 1, words.length);
        return all;
    }

    private Shell shell() {
        return new Shell(home).with("XDG_RUNTIME_DIR", home.toString());
    }

    private ControlServer chat() {
        ControlFolder folder = ControlFolder.of(Map.of("XDG_RUNTIME_DIR", home.toString()), home);
        return ControlServer.start(folder, new Controls() {
            @Override
            public Optional<String> perform(Verb verb) {
                performed.add(verb);
                return verb == Verb.SKIP ? Optional.of("Nothing is being spoken.") : Optional.empty();
            }

            @Override
            public Status status() {
                return new Status(PID, "speaking", "20261125-0953-abc", "chat: 茶 · voice: x");
            }
        });
    }
}
