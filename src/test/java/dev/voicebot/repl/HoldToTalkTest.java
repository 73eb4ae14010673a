package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.config.GivenSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.talk.HoldTimes;
import dev.voicebot.talk.TalkStyle;
import dev.voicebot.terminal.KeyName;
import dev.voicebot.terminal.KeyProtocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that are held, by the bytes a terminal sends. */
@Timeout(60)
class HoldToTalkTest {
    private static final String F2 = "\033OQ";
    private static final String F2_UP = "\033[1;1:3Q";
    private static final String EVENTS_ON = "\033[>3u";
    private static final String OFF = "\033[<u";

    private static final Duration NEVER = Duration.ofDays(1);
    private static final TalkStyle HELD = style(Duration.ZERO, Duration.ZERO);

    @TempDir
    Path folder;

    /** Whatever is held was not tapped when the tap takes no time. */
    private static TalkStyle style(Duration tap, Duration gap) {
        return new TalkStyle(
                KeyName.all(List.of("f2", "ctrl-space", "space")),
                true,
                GivenSettings.talk(Map.of("tail", Duration.ofMillis(1))),
                false,
                new HoldTimes(tap, gap));
    }

    @ParameterizedTest
    @CsvSource({
        "'\033OQ', '\033[1;1:2Q', '\033[1;1:3Q', '\033[>3u'",
        "'\0', '\033[32;5:2u', '\033[32;1:3u', '\033[>3u'",
        "' ', '\033[32;1:2;32u', '\033[32;1:3u', '\033[>27u'"
    })
    void theReleaseOfTheKeyEndsTheTalk(String press, String again, String release, String on) {
        try (Chat chat = new Chat(folder, HELD, MemoryTerminal.KITTY)) {
            chat.type(press);
            chat.speech.updates().accept(ScriptedSpeech.partial("hel"));
            awaitLine(chat, "hel");
            chat.type(again + again);
            chat.speech.said = "hello";

            chat.type(release);

            assertThat(chat.turns.next().question).isEqualTo("hello");
            assertThat(modes(chat)).isEqualTo(on + OFF);
        }
    }

    @Test
    void aKeyThatIsPressedBeforeTheTerminalAnswersIsToldToo() {
        try (Chat chat = new Chat(folder, HELD, "")) {
            chat.type(F2);
            chat.speech.updates();

            chat.type(MemoryTerminal.KITTY);
            chat.screen.await(rows -> modes(chat).equals(EVENTS_ON), "events");
            chat.speech.said = "early";
            chat.type(F2_UP);

            assertThat(chat.turns.next().question).isEqualTo("early");
        }
    }

    @Test
    void aTapLocksTheTalkUntilTheSecondPress() {
        try (Chat chat = new Chat(folder, style(NEVER, Duration.ZERO), MemoryTerminal.KITTY)) {
            chat.type(F2 + F2_UP);
            chat.speech.updates().accept(ScriptedSpeech.partial("still talk"));
            awaitLine(chat, "still talk");
            assertThat(modes(chat)).isEqualTo(EVENTS_ON);

            chat.speech.said = "still talking";
            chat.type("\033[Q" + F2_UP);

            assertThat(chat.turns.next().question).isEqualTo("still talking");
            assertThat(modes(chat)).isEqualTo(EVENTS_ON + OFF);
        }
    }

    @Test
    void whatIsTypedWhileTalkingIsTextAndNoGarbage() {
        try (Chat chat = new Chat(folder, style(NEVER, Duration.ZERO), MemoryTerminal.KITTY)) {
            chat.type(" \033[32;1:3u");
            chat.speech.updates().accept(ScriptedSpeech.partial("said"));
            awaitLine(chat, "said");

            chat.type("\033[44;;44u\033[44;1:3u\033[97;2;65u\033[97;1:3u\033[57441;1:3ub\033[98;1:3u");

            awaitLine(chat, "said,Ab");
            chat.type("\033[127u\033[127;1:3u");
            awaitLine(chat, "said,A");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[99;5u", "\033[27u"})
    void cancelKeysWorkAsTheProtocolSendsThemAndTurnItOff(String key) throws Exception {
        try (Chat chat = new Chat(folder, style(NEVER, Duration.ZERO), MemoryTerminal.KITTY)) {
            chat.type(F2 + F2_UP);
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.updates();

            chat.type(key);

            assertThat(take.closed.await(10, TimeUnit.SECONDS)).isTrue();
            chat.screen.awaitRows("hello", "", "›", "");
            assertThat(modes(chat)).isEqualTo(EVENTS_ON + OFF);
        }
    }

    @Test
    void aReleaseThatComesLateIsSwallowed() {
        try (Chat chat = new Chat(folder, style(NEVER, Duration.ZERO), MemoryTerminal.KITTY)) {
            chat.type(F2);
            chat.speech.updates();
            chat.speech.said = "hi";
            chat.type("\033[13u");
            chat.turns.next();

            chat.type("\033[13;1:3u" + F2_UP + "\033[116uyped");

            chat.screen.awaitRow("thinking… › typed");
        }
    }

    @Test
    void leavingTurnsItOff() {
        try (Chat chat = new Chat(folder, style(NEVER, Duration.ZERO), MemoryTerminal.KITTY)) {
            chat.type(F2);
            chat.speech.updates();

            chat.type("\033[100;5u");

            chat.awaitEnd();
            assertThat(modes(chat)).isEqualTo(EVENTS_ON + OFF);
        }
    }

    @Test
    void ctrlZTurnsItOffAndTheTerminalIsAsItWasUntilTheShellComesBack() {
        try (Chat chat = new Chat(folder, style(NEVER, Duration.ZERO), MemoryTerminal.KITTY)) {
            Attributes usual = chat.screen.terminal().getAttributes(); // compared by what can be seen of them
            chat.type(F2);
            chat.speech.updates().accept(ScriptedSpeech.partial("hel"));
            awaitLine(chat, "hel");
            chat.speech.said = "";

            CompletableFuture<String> meanwhile = new CompletableFuture<>();
            chat.suspensions.add(() -> meanwhile.complete(modes(chat)
                    + chat.screen.rows()
                    + chat.screen.terminal().getAttributes().getLocalFlag(Attributes.LocalFlag.ICANON)));
            chat.type("\033[122;5u");

            assertThat(meanwhile)
                    .succeedsWithin(Duration.ofSeconds(10))
                    .asString()
                    .startsWith(EVENTS_ON + OFF)
                    .contains("[hello, , , ")
                    .endsWith("true");
            chat.screen.awaitRow("Didn't hear anything.");
            assertThat(usual.getLocalFlag(Attributes.LocalFlag.ICANON)).isFalse();
            chat.type("typed");
            chat.screen.awaitRow("› typed");
        }
    }

    @Test
    void afterAStopFromOutsideTheTerminalIsTheChatsAgain() {
        try (Chat chat = new Chat(folder, HELD, MemoryTerminal.XTERM)) {
            chat.type("typed");
            chat.screen.awaitRow("› typed");
            Terminal terminal = chat.screen.terminal();
            Attributes shells = terminal.getAttributes();
            shells.setLocalFlags(EnumSet.of(Attributes.LocalFlag.ICANON, Attributes.LocalFlag.ECHO), true);
            shells.setControlChar(Attributes.ControlChar.VINTR, 3);
            terminal.setAttributes(shells);

            terminal.raise(Terminal.Signal.CONT);

            assertThat(terminal.getAttributes().getLocalFlag(Attributes.LocalFlag.ICANON))
                    .isFalse();
            assertThat(terminal.getAttributes().getControlChar(Attributes.ControlChar.VINTR))
                    .isNotEqualTo(3);
            chat.type("!");
            chat.screen.awaitRow("› typed!");
        }
    }

    @Test
    void aTalkThatFailsTurnsItOff() {
        try (Chat chat = new Chat(folder, HELD, MemoryTerminal.KITTY)) {
            chat.speech.noMicrophone = new AssistantException(FaultKind.AUDIO_DEVICE, "there is no microphone");

            chat.type(F2);

            chat.screen.awaitRow("there is no microphone");
            assertThat(modes(chat)).isEqualTo(EVENTS_ON + OFF);
        }
    }

    @Test
    void withoutTheProtocolTheEndOfTheRepeatsEndsTheTalk() {
        try (Chat chat = new Chat(folder, style(NEVER, Duration.ofMillis(300)), MemoryTerminal.XTERM)) {
            chat.type(F2);
            chat.speech.updates();
            chat.speech.said = "held";

            chat.type(F2 + F2 + F2);

            assertThat(chat.turns.next().question).isEqualTo("held");
            assertThat(modes(chat)).isEmpty();
        }
    }

    @Test
    void aSpaceThatIsStillHeldTypesNothing() {
        try (Chat chat = new Chat(folder, style(NEVER, NEVER), MemoryTerminal.XTERM)) {
            chat.type(" ");
            chat.speech.updates();

            chat.type("\003   typed");

            chat.screen.awaitRow("› typed");
        }
    }

    @Test
    void theAnswersOfTheTerminalNeverLandInTheLine() {
        try (Chat chat = new Chat(folder, HELD, "\033[?0u\033[?62;4c")) {
            chat.type("typed\033[?62c");

            chat.screen.awaitRow("› typed");
            assertThat(chat.screen.received()).containsOnlyOnce(KeyProtocol.QUESTION);
        }
    }

    private static void awaitLine(Chat chat, String line) {
        chat.screen.await(
                rows -> rows.stream().anyMatch(row -> row.startsWith("● rec ") && row.endsWith("› " + line)),
                line + " while recording");
    }

    /** What was switched on and off. */
    private static String modes(Chat chat) {
        return chat.screen.received().replaceAll("(?s).*?(\033\\[>\\d+u|\033\\[<u|\\z)", "$1");
    }
}
