package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.FreshHome;
import dev.voicebot.Requirements;
import dev.voicebot.audio.Correlation;
import dev.voicebot.standin.ReceivedSpeech;
import dev.voicebot.standin.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program: a key that is held, a conversation without keys, and the terminal that is left behind. */
class TalkIT extends CloudTest {
    private static final String F2 = "\033OQ";
    private static final String F2_UP = "\033[1;1:3Q";
    private static final String EVENTS_ON = "\033[>3u";
    private static final String EVENTS_OFF = "\033[<u";
    private static final String PASTE_OFF = "\033[?2004l";
    private static final String PROMPT = "›";
    private static final double ALIKE = 0.7; // a place between two samples of the comparison costs a quarter

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    TalkIT() {
        super(new Script().sentences("front center").tokens(Duration.ofMillis(50), Duration.ofMillis(10)));
        script.answer(this::answer);
    }

    private PseudoTerminal chat() throws IOException, InterruptedException {
        PseudoTerminal terminal = PseudoTerminal.start(
                folder, cloud.voicebot().environment(), Voicebot.launcher().toString(), "chat");
        terminal.awaitAnswered();
        terminal.waitFor(PROMPT);
        return terminal;
    }

    @Test
    void aKeyThatIsHeldTalksUntilItGoesUp() throws IOException, InterruptedException {
        Speech speech = Speech.in(folder);
        try (PseudoTerminal terminal = chat()) {
            terminal.type(F2);
            terminal.waitFor(EVENTS_ON);
            cloud.card().awaitListener();
            cloud.card().say(speech.wav());

            terminal.type(F2_UP);

            terminal.waitFor(EVENTS_OFF);
            assertAsked("front center");
            assertFirstSyllable(speech, cloud.standIn().recognition());
            terminal.type("\003\004");
            assertThat(terminal.awaitEnd()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP"})
    void aSignalInTheMiddleOfATalkLeavesTheTerminalAsItWas(String signal) throws IOException, InterruptedException {
        try (PseudoTerminal terminal = chat()) {
            terminal.type(F2);
            terminal.waitFor(EVENTS_ON);
            long pid = terminal.running("java").orElseThrow().pid();

            new ProcessBuilder("kill", "-" + signal, "" + pid).start().waitFor();

            terminal.waitFor(EVENTS_OFF);
            terminal.waitFor(PASTE_OFF);
            assertThat(terminal.awaitEnd()).isTrue();
        }
    }

    @Test
    void ctrlZGivesTheShellItsTerminalAndFgTakesItBack() throws IOException, InterruptedException {
        Requirements.commands("bash");
        try (PseudoTerminal terminal =
                PseudoTerminal.start(folder, cloud.voicebot().environment(), "bash", "--norc", "--noprofile", "-i")) {
            String chat = FreshHome.shellLine(List.of(Voicebot.launcher().toString(), "chat"));
            terminal.type("PS1='[$?]shell: '; " + chat + "\r");
            terminal.awaitAnswered();
            terminal.waitFor(PROMPT);
            terminal.type(F2);
            terminal.waitFor(EVENTS_ON);

            terminal.type("\033[122;5u");
            terminal.waitFor(EVENTS_OFF);
            terminal.waitFor("Stopped");
            terminal.waitFor("shell: ");
            terminal.type("stty -a\r");
            terminal.waitFor(" icanon");
            terminal.waitFor(" echo ");

            terminal.type("fg\r");
            terminal.waitFor(PROMPT);
            terminal.type("hello\r");
            assertAsked("hello");
            terminal.type("\003\004");
            terminal.waitFor("]shell: ");
        }
    }

    @Test
    void withoutKeysWhatIsSaidIsAnsweredAndSoIsTheNext() throws IOException, InterruptedException {
        Requirements.commands("tmux");
        Speech speech = Speech.in(folder);
        try (Tmux tmux = cloud.chat("--hands-free")) {
            tmux.waitFor("listening ›");
            cloud.card().awaitListener();

            cloud.card().say(speech.wav());
            tmux.waitFor("You said: front center. That is all.");
            assertFirstSyllable(speech, cloud.standIn().recognition());
            tmux.waitFor("listening ›");

            script.sentences("and once more");
            cloud.card().say(speech.wav());
            tmux.waitFor("You said: and once more. That is all.");
            assertFirstSyllable(speech, cloud.standIn().recognition());

            tmux.press("C-c");
            tmux.press("C-d");
            tmux.waitFor("[exit 0]");
        }
    }

    /** What is drawn comes in pieces: the model tells what it was asked. */
    private void assertAsked(String question) throws InterruptedException {
        assertThat(asked.poll(40, TimeUnit.SECONDS)).isEqualTo(question);
    }

    private List<String> answer(String question) {
        asked.add(question);
        return List.of("You ", "said: ", question, ". ", "That ", "is ", "all.");
    }

    private static void assertFirstSyllable(Speech speech, ReceivedSpeech received) throws InterruptedException {
        assertThat(received.awaitEnd()).isTrue();
        byte[] firstSyllable = Arrays.copyOf(speech.sound(), speech.rate() / 2 * 2);
        byte[] silence = new byte[16000]; // half a second; a fresh virtual microphone may begin with the sound itself
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        sound.writeBytes(silence);
        sound.writeBytes(received.sound());
        assertThat(Correlation.best(firstSyllable, speech.rate(), sound.toByteArray(), 16000))
                .isGreaterThan(ALIKE);
    }
}
