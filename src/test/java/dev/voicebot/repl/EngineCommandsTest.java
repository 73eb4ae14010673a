package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be exchanged from the prompt. */
@Timeout(60)
class EngineCommandsTest {
    @TempDir
    Path folder;

    @Test
    void withoutAnArgumentTheCurrentAndTheKnownValuesAreShown() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/voice\r");

            chat.screen.awaitRows(
                    "voice: longxiaochun_v2",
                    "longxiaochun_v2      about longxiaochun_v2",
                    "loongeva_v2          about loongeva_v2");
        }
    }

    @Test
    void aKnownNameIsCompletedAndTaken() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/voice loo\t\r");

            chat.screen.awaitRow("voice: loongeva_v2 (from now on)");
            assertThat(chat.live.chosen).containsEntry("voice", "loongeva_v2");
        }
    }

    @Test
    void anUnknownNameIsPassedOn() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/model my-own:7b\r");

            chat.screen.awaitRow("model: my-own:7b (from now on)");
        }
    }

    @Test
    void aNameThatIsTakenThoughNobodyKnowsItIsTold() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/voice " + ScriptedEngines.UNKNOWN + "\r");

            chat.screen.awaitRows("voice: unknown (from now on)", "unknown is not known");
        }
    }

    @Test
    void aSwitchInMidReplyLeavesTheReplyAlone() {
        try (Chat chat = new Chat(folder, 80)) {
            ScriptedTurns.Turn turn = chat.ask("hi");
            turn.token("one");
            chat.type("/model qwen-max\r");
            chat.screen.awaitRow("model: qwen-max (from now on)");

            turn.token(" two");

            chat.screen.awaitRow("one two");
            assertThat(turn.cancellation.isCancelled()).isFalse();
        }
    }

    @Test
    void theSystemPromptMayHaveSpaces() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/system You are a pirate.\r");

            chat.screen.awaitRow("system prompt: You are a pirate. (from now on)");
        }
    }

    @Test
    void whatCannotBeTakenIsTold() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/lang " + ScriptedEngines.IMPOSSIBLE + "\r");

            chat.screen.awaitRow("that is no language");
        }
    }

    @Test
    void devicesAreListedAndASoundServerThatHangsIsTold() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/devices\r");

            chat.screen.awaitRows(
                    "microphones:",
                    "- 0 Pulse, 16 kHz",
                    "* 1 USB mic, 16, 44.1 kHz",
                    "the sound server does not answer");
        }
    }

    @Test
    void aMicrophoneThatIsNotThereIsRefused() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/devices in usb nic\r");

            chat.screen.awaitRow("Unknown microphone usb nic. Did you mean USB mic?");
            assertThat(chat.live.chosen).doesNotContainKey("microphone");
            chat.type("/devices in default\r");
            chat.screen.awaitRow("microphone: default");
        }
    }

    @Test
    void anotherMicrophoneIsTaken() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/devices\r");
            chat.screen.awaitRow("the sound server does not answer");

            chat.type("/devices in U\t\r");

            chat.screen.awaitRow("microphone: USB mic");
            assertThat(chat.live.chosen).containsEntry("microphone", "USB mic");
        }
    }
}
