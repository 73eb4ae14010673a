package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes from outside, nothing that a command prints or writes down would steer a terminal. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForeignTextOutTest {
    /** Would clear the screen, set its title and write backwards. */
    private static final String EVIL = "x\033[2J\033]0;owned\007\u009b31m\u202ey";

    @TempDir
    private Path home;

    private final Script script = new Script();
    private StandIn standIn;
    private Shell shell;

    @BeforeEach
    void start() {
        standIn = StandIn.start(script);
        shell = new Shell(home)
                .with(standIn.environment())
                .with("PATH", System.getenv("PATH"))
                .with("VOICEBOT_CHAT_ENGINE", "dashscope");
    }

    @AfterEach
    void end() {
        standIn.close();
    }

    @Test
    void namesAndOptionsOnTheCommandLineAreOnlyShown() throws IOException {
        Path settings = Files.writeString(home.resolve("evil.toml"), "[chat]\n\"" + escaped() + "\" = 1\n");
        for (List<String> arguments : List.of(
                List.of(EVIL),
                List.of("chat", "--" + EVIL),
                List.of("chat", "--set", EVIL + "=1", "hi"),
                List.of("chat", "--set", "chat.temperature=" + EVIL, "hi"),
                List.of("chat", "--config", EVIL, "hi"),
                List.of("chat", "--config", settings.toString(), "hi"),
                List.of("chat", "--resume", EVIL, "hi"),
                List.of("speak", "-f", EVIL),
                List.of("speak", "--no-play", "-o", home.resolve("none") + "/" + EVIL, "hi"),
                List.of("speak", "--debug", "--voice", EVIL, "--no-play", "hi"),
                List.of("listen", EVIL),
                List.of("listen", "--exec", EVIL, EVIL),
                List.of("replay", EVIL),
                List.of("sessions", "show", EVIL),
                List.of("sessions", "search", EVIL),
                List.of("usage", "--days", EVIL),
                List.of("ctl", EVIL),
                List.of("completion", EVIL),
                List.of("config", "--set", "chat.model=" + EVIL))) {
            assertHarmless(shell.run(arguments.toArray(String[]::new)), String.join(" ", arguments));
        }
    }

    @Test
    void whatAServiceSaysIsOnlyShown() {
        script.fault(Script.Fault.TASK_FAILED, "InvalidParameter", EVIL);

        assertHarmless(shell.run("speak", "--debug", "--no-play", "-o", home + "/a.wav", "hi"), "speak");
        assertHarmless(shell.run("listen", "--debug", talk().toString()), "listen");
    }

    @Test
    void aReplyIsOnlyShownExportedAndFound() throws IOException {
        script.answer("Tea " + EVIL, " is\ta drink.");

        assertHarmless(shell.run("chat", "--no-speak", "tea"), "chat");
        assertHarmless(shell.run("chat", "--no-speak", "--json", "tea"), "chat --json");
        assertHarmless(shell.run("sessions", "list"), "list");
        assertHarmless(shell.run("sessions", "search", "tea"), "search");
        String id = newestSession();
        assertHarmless(shell.run("sessions", "show", id), "show");
        assertHarmless(shell.run("sessions", "show", "--json", id), "show --json");
        shell.run("sessions", "export", id, "-o", home + "/talk.md");
        assertHarmless(Files.readString(home.resolve("talk.md")), "export");
        assertThat(home.resolve("talk.md")).content().contains(" is\ta drink.");
    }

    @Test
    void aTranscriptIsOnlyShownWrittenAndHandedToACommand() throws IOException {
        script.sentences(EVIL);

        assertHarmless(shell.run("listen", talk().toString()), "listen");
        assertHarmless(shell.run("listen", "--exec", "printf %s", talk().toString()), "--exec");
        shell.run("listen", "--output-dir", home + "/texts", talk().toString());
        assertHarmless(Files.readString(home.resolve("texts/talk.txt")), "--output-dir");
    }

    @Test
    void theLogIsOnlyRead() throws IOException {
        Path log = home.resolve("state/voicebot.log");
        LogSetup.sendTo(log, false);
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        LogSetup setup = new LogSetup();
        setup.setContext(context);
        setup.configure(context);

        context.getLogger(Logger.ROOT_LOGGER_NAME).warn("it said {}", EVIL, new IllegalStateException(EVIL));
        context.stop();

        assertHarmless(Files.readString(log), "log");
        assertThat(log).content(StandardCharsets.UTF_8).contains("it said x").contains("IllegalStateException: x");
    }

    private Path talk() {
        return TestSound.wav(home.resolve("talk.wav"), Duration.ofSeconds(1));
    }

    private String newestSession() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(".local/share/voicebot/sessions"))) {
            return String.valueOf(files.findFirst().orElseThrow().getFileName()).replace(".jsonl", "");
        }
    }

    private static String escaped() {
        return "x\\u001b[2J\\u001b]0;owned\\u0007\\u009b31m\\u202ey";
    }

    private static void assertHarmless(Shell.Finished finished, String what) {
        assertHarmless(finished.out() + finished.err(), what);
        assertThat(finished.out() + finished.err()).as(what).isNotEmpty();
    }

    private static void assertHarmless(String printed, String what) {
        assertThat(printed.codePoints()
                        .filter(c ->
                                (Character.isISOControl(c) && c != '\n' && c != '\t') || (c >= 0x202a && c <= 0x202e))
                        .toArray())
                .as(what + ": " + printed)
                .isEmpty();
    }
}
