package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.SoundDevice;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.sessions.SessionFolder;
import dev.voicebot.sessions.SessionRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that comes from outside steers the terminal, wherever it is shown. */
@Timeout(60)
class ForeignTextTest {
    /** Would clear the screen, set its title and write backwards. */
    private static final String EVIL = "x\033[2J\033]0;owned\007\u009b31m\u202e";

    @TempDir
    Path folder;

    @Test
    void theNameOfADeviceIsOnlyShown() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.live.devices = List.of(new SoundDevice(1, "USB " + EVIL + "y", EVIL, true, List.of(16_000)));
            chat.type("/devices\r");
            chat.screen.awaitRow("* 1 USB xy, 16 kHz");

            chat.type("/devices in USB\t");

            chat.screen.awaitRow("› /devices in USB xy");
            assertHarmless(chat);
        }
    }

    @Test
    void theCompletionsOfACommandAreOnlyShown() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.live.model = List.of("qwen-" + EVIL + "one", "qwen-" + EVIL + "two");

            chat.type("/model qw\t\t");

            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.contains("qwen-xone")), "the completions");
            assertHarmless(chat);
        }
    }

    @Test
    void theTitleOfASessionIsOnlyShown() {
        SessionFolder sessions = new SessionFolder(folder.resolve("sessions"), Clock.systemUTC());
        try (SessionRecorder recorder = new SessionRecorder(sessions, () -> "")) {
            recorder.asked("tea " + EVIL + "time");
        }
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/sessions\r");
            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.endsWith("tea xtime")), "the title");

            chat.type("/search time\r");

            chat.screen.await(
                    rows -> rows.stream().filter(row -> row.contains("time")).count() == 2, "what was found");
            assertHarmless(chat);
        }
    }

    @Test
    void theNameOfAFileIsOnlyShown() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.ask("hi").end(new AssistantException(FaultKind.FAILED, "cannot write " + EVIL + ".wav"));

            chat.screen.awaitRow("cannot write x.wav");
            assertHarmless(chat);
        }
    }

    @Test
    void aTranscriptIsOnlyShown() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("\033OQ");
            chat.speech.updates().accept(ScriptedSpeech.partial("so " + EVIL + "far"));
            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.endsWith("› so xfar")), "the words so far");
            assertHarmless(chat);
        }
    }

    @Test
    void anEarlierQuestionIsOnlyShownHoweverLong() throws IOException {
        Path history = Files.createDirectories(folder.resolve("state")).resolve("history");
        Files.writeString(history, Instant.now().toEpochMilli() + ":" + "long ".repeat(300) + EVIL + "end\n");
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("\033[A");

            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.contains("xend")), "the end of the text");
            assertHarmless(chat);
        }
    }

    @Test
    void aPastedTextIsOnlyShownHoweverLong() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("(" + "\033[200~" + "long ".repeat(300) + EVIL + "🎉 end\033[201~");

            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.contains("x🎉 end")), "the end of the text");
            chat.type("\001");
            chat.screen.await(
                    rows -> rows.stream().anyMatch(row -> row.startsWith("› (long long")), "the beginning of the text");
            assertHarmless(chat);
        }
    }

    private static void assertHarmless(Chat chat) {
        assertThat(chat.screen.received()).doesNotContain("\033[2J", "\033]0;", "\007", "\u009b", "\u202e");
    }
}
