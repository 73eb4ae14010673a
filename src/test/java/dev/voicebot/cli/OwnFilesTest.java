package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a command writes is its owner's alone. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OwnFilesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void othersMayReadWhatIsMadeCarelessly() throws IOException {
        Path careless = Files.writeString(folder.resolve("careless"), "");

        Assumptions.assumeFalse(permissions(careless).equals("rw-------"), "the umask hides what this looks for");

        Files.delete(careless);
    }

    @Test
    void everythingThatEveryCommandWritesIsTheOwnersAlone() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path talk = TestSound.wav(folder.resolve("talk.wav"), Duration.ofSeconds(1));
        Path words = Files.writeString(folder.resolve("words.txt"), "Grafana\n");
        try (StandIn standIn = StandIn.start(new Script().sentences("Hello, world."))) {
            Shell shell = new Shell(home)
                    .with(standIn.environment())
                    .with("EDITOR", "true")
                    .with("PATH", System.getenv("PATH"))
                    .with(
                            "VOICEBOT_RECORDINGS_DIRECTORY",
                            home.resolve("replies").toString());
            run(shell, "chat", "hello");
            run(shell, "speak", "--no-play", "Hello there.");
            run(shell, "speak", "--no-play", "--set", "synthesis.engine=espeak", "Hello there.");
            run(shell, "speak", "--no-play", "-o", home + "/a.wav", "--subtitles", home + "/a.srt", "One. Two.");
            run(shell, "speak", "--no-play", "-o", home + "/b.wav", "--split", "One.\n\nTwo.");
            run(shell, "listen", "--output-dir", home + "/texts", "--hotwords", words.toString(), talk.toString());
            run(shell, "replay", "--last", "1", "--export", home + "/exported");
            run(shell, "sessions", "export", newestSession(home), "-o", home + "/talk.md");
            run(shell, "config", "edit");
            run(shell, "man-pages", home + "/man");
            shell.run("doctor", "--no-sound"); // which finds no microphone
            run(shell, "usage");
        }

        assertThat(openToOthers(home)).isEmpty();
        assertThat(home.resolve(".local/share/voicebot/usage")).isNotEmptyDirectory();
        assertThat(home.resolve(".cache/voicebot")).isNotEmptyDirectory();
        assertThat(home.resolve("texts/talk.txt")).isNotEmptyFile();
    }

    @Test
    void theLogAndItsFolderAreTheOwnersAlsoWhenTheyWereNot() throws IOException {
        Path state = Files.createDirectory(folder.resolve("state"));
        Path log = Files.writeString(state.resolve("voicebot.log"), "from an earlier version\n");

        logOnBothSidesOfARoll(log);

        assertThat(state.resolve("voicebot.log.1"))
                .content()
                .contains("from an earlier version")
                .contains("before");
        assertThat(log).content().contains("after");
        assertThat(openToOthers(state)).isEmpty();
        assertThat(permissions(state)).isEqualTo("rwx------");
    }

    private static void logOnBothSidesOfARoll(Path log) {
        LogSetup.sendTo(log, false);
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        LogSetup setup = new LogSetup();
        setup.setContext(context);
        setup.configure(context);
        Logger logger = context.getLogger(Logger.ROOT_LOGGER_NAME);
        logger.info("before");
        logger.iteratorForAppenders().forEachRemaining(appender -> ((RollingFileAppender<?>) appender).rollover());
        logger.info("after");
        context.stop();
    }

    private static void run(Shell shell, String... arguments) {
        Shell.Finished finished = shell.run(arguments);

        assertThat(finished.exit())
                .as(String.join(" ", arguments) + ": " + finished.err())
                .isZero();
    }

    private static String newestSession(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(".local/share/voicebot/sessions"))) {
            return String.valueOf(files.findFirst().orElseThrow().getFileName()).replace(".jsonl", "");
        }
    }

    private static List<String> openToOthers(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .filter(path -> !permissions(path).equals(Files.isDirectory(path) ? "rwx------" : "rw-------"))
                    .map(path -> permissions(path) + " " + path)
                    .toList();
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
