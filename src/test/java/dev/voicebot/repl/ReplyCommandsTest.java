package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.recordings.ReplyDetails;
import dev.voicebot.recordings.ReplyRecorder;
import dev.voicebot.turn.TurnEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with a reply, and the engines beside the prompt. */
@Timeout(60)
class ReplyCommandsTest {
    @TempDir
    Path folder;

    @Test
    void theLastReplyGoesToTheTerminalsClipboard() {
        try (Chat chat = new Chat(folder, 80)) {
            reply(chat, "**你好** there");

            chat.type("/copy\r");

            chat.screen.awaitRow("Copied the reply to the terminal's clipboard (OSC 52) (12 characters).");
            assertThat(chat.screen.received()).contains("\033]52;c;" + base64("**你好** there") + "\007");
        }
    }

    @Test
    void theLastCodeIsCopiedWithoutItsFence() {
        try (Chat chat = new Chat(folder, 80)) {
            reply(chat, "a:\n```sh\nls\n```\nb:\n```\necho 1\necho 2\n```\nend");

            chat.type("/copy code\r");

            chat.screen.awaitRow("Copied the code to the terminal's clipboard (OSC 52) (13 characters).");
            assertThat(chat.screen.received()).contains(base64("echo 1\necho 2"));
        }
    }

    @Test
    void whereThereIsNothingToCopyThatIsTold() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/copy\r");
            chat.screen.awaitRow("No reply yet.");
            reply(chat, "just words");

            chat.type("/copy code\r");

            chat.screen.awaitRow("The last reply contains no code.");
        }
    }

    @Test
    void theDesktopsOwnProgramGetsTheText() throws Exception {
        Path copied = folder.resolve("copied");
        Path program = Files.writeString(
                folder.resolve("wl-copy"),
                "#!/bin/sh\nPATH=/usr/bin:/bin; cat > '" + copied + ".new'; mv '" + copied + ".new' '" + copied
                        + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = Map.of("PATH", folder.toString(), "WAYLAND_DISPLAY", "wayland-0");
        try (Chat chat = new Chat(folder, 80, Chat.STYLE, environment)) {
            reply(chat, "for the desktop");

            chat.type("/copy\r");

            chat.screen.await(rows -> Files.exists(copied), "the program's file");
            assertThat(Files.readString(copied)).isEqualTo("for the desktop");
        }
    }

    @Test
    void aTextTooLongForTheTerminalIsNotSentToIt() {
        try (Chat chat = new Chat(folder, 120)) {
            reply(chat, "x ".repeat(40_000));

            chat.type("/copy\r");

            chat.screen.awaitRow("This is too long for the terminal's clipboard. Install wl-clipboard, xclip or xsel.");
            assertThat(chat.screen.received()).doesNotContain("\033]52;");
        }
    }

    @Test
    void aSavedReplyIsHeardAgainUntilEscape() throws Exception {
        save("the capital is Paris", "capital of France?");
        save("later words", "something else");
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/replay france\r");
            assertThat(chat.output.playing.await(10, TimeUnit.SECONDS)).isTrue();
            chat.screen.awaitRows("the capital is Paris", "replaying ›");

            chat.type("\033");

            assertThat(chat.output.stopped.await(10, TimeUnit.SECONDS)).isTrue();
            chat.screen.awaitRows("the capital is Paris", "›");
        }
    }

    @Test
    void aQuestionStopsWhatIsHeardAgain() throws Exception {
        save("words", "question");
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/replay\r");
            assertThat(chat.output.playing.await(10, TimeUnit.SECONDS)).isTrue();

            chat.ask("next");

            assertThat(chat.output.stopped.await(10, TimeUnit.SECONDS)).isTrue();
            chat.screen.awaitRows("› next", "", "thinking… ›");
        }
    }

    @Test
    void nothingSavedIsTold() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/replay nowhere\r");

            chat.screen.awaitRows("No saved reply matches 'nowhere'.", "", "›");
        }
    }

    @Test
    void theEnginesStandBesideThePromptUntilTheTextNeedsTheRoom() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.live.engines = List.of("qwen-plus", "模型");
            chat.type("/copy\ra");
            chat.screen.awaitRow("› a" + " ".repeat(40) + "qwen-plus · 模型");

            chat.type("bcdefghij".repeat(5));

            chat.screen.awaitRow("› a" + "bcdefghij".repeat(5));
        }
    }

    @Test
    void theEnginesLeaveThePromptAfterTheFirstTurnUntilTheConversationBeginsAnew() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.live.engines = List.of("qwen-plus");
            ScriptedTurns.Turn turn = chat.ask("hi");
            turn.token("one\n\ntwo\n");
            turn.event(new TurnEvent.TextWhole());
            turn.end();

            chat.screen.awaitRows("› hi", "", "one", "", "two", "", "›");

            chat.type("/clear\r");
            chat.screen.awaitRow("›" + " ".repeat(49) + "qwen-plus");
        }
    }

    @Test
    void aNarrowScreenShowsAsManyEnginesAsItHasRoomFor() {
        try (Chat chat = new Chat(folder, 40)) {
            chat.live.engines = List.of("qwen-plus", "cosyvoice-v2", "gummy-realtime-v1");

            chat.type("/copy\ra");

            chat.screen.awaitRow("› a" + " ".repeat(12) + "qwen-plus · cosyvoice-v2");
        }
    }

    @Test
    void theEnginesStandBesideThePromptWhileAReplyGrows() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.live.engines = List.of("qwen-plus", "cosyvoice-v2");
            ScriptedTurns.Turn turn = chat.ask("hi");

            turn.token("one");

            chat.screen.awaitRows("› hi", "", "one", "writing… ›" + " ".repeat(25) + "qwen-plus · cosyvoice-v2");
            turn.end();
        }
    }

    @Test
    void theMenuOfCompletionsHasTheRowToItself() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.live.engines = List.of("qwen-plus");

            chat.type("/copy\r/re\t");

            chat.screen.awaitRow("› /re");
        }
    }

    private static void reply(Chat chat, String text) {
        ScriptedTurns.Turn turn = chat.ask("hi");
        turn.token(text);
        turn.event(new TurnEvent.TextWhole());
        turn.end();
        chat.screen.awaitRows("", "›");
    }

    private void save(String said, String question) {
        RecordingArchive archive = new RecordingArchive(folder.resolve("recordings"), Clock.systemUTC());
        try (ReplyRecorder recorder = archive.start(new ReplyDetails(question, "voice", "engine"), 8000)) {
            recorder.write(new PcmFrame(new short[8000], 8000));
            recorder.text(said);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
