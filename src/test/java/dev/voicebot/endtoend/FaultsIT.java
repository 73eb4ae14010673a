package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Requirements;
import dev.voicebot.sound.VirtualSoundCard;
import dev.voicebot.standin.ReceivedSpeech;
import dev.voicebot.standin.Script;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packaged program when the sound server hangs, and when other programs end it. */
class FaultsIT extends CloudTest {
    private static final String LONG = "This takes very long, " + "on and ".repeat(60) + "on.";

    FaultsIT() {
        super(new Script().sentences("Front center."));
    }

    @Test
    void aSoundServerThatHangsLeavesTheChatUsableAndSpeechComesBackWithIt() throws IOException, InterruptedException {
        Requirements.commands("tmux");
        try (Tmux tmux = cloud.chat();
                VirtualSoundCard.Heard heard = cloud.card().hear()) {
            script.answer(LONG);
            tmux.type("go on");
            tmux.press("Enter");
            heard.awaitSound(0);

            cloud.card().freeze();
            tmux.press("C-c");
            tmux.waitFor("[interrupted");
            script.answer("I am here.");
            tmux.type("are you there?");
            tmux.press("Enter");
            tmux.waitFor("I am here.");
            tmux.waitFor("does not answer");
            tmux.waitFor("both replies are saved", screen -> screen.split("saved ", -1).length > 2);
            ReceivedSpeech second = spoken("I am here.");
            assertThat(second.awaitEnd()).isTrue();
            assertThat(Arrays.equals(Speech.read(newestWav()).sound(), second.sent()))
                    .as("the recording is whole")
                    .isTrue();

            cloud.card().thaw();
            int before = heard.sound().length;
            script.answer("And loud again.");
            tmux.type("and now?");
            tmux.press("Enter");
            tmux.waitFor("And loud again.");
            heard.awaitSound(before);

            tmux.press("C-d");
            tmux.waitFor("[exit 0]");
        }
    }

    @Test
    void aKillWhileAReplyIsSpokenLosesNothingThatWasShown() throws IOException, InterruptedException {
        script.answer(LONG);
        Process chat = cloud.voicebot().start("chat", "go on");
        chat.getOutputStream().close();
        BufferedReader out = chat.inputReader();

        assertThat(out.readLine()).isEqualTo(LONG);
        chat.destroyForcibly().waitFor();

        assertThat(cloud.voicebot().run("sessions", "list").out()).contains("go on");
        assertThat(cloud.voicebot()
                        .run("sessions", "search", "takes", "very", "long")
                        .out())
                .isNotEmpty();
        assertThat(Files.readString(newestSession())).contains(LONG);
    }

    @Test
    void aChatThatIsToldToEndSaysSoInItsExitCodeAndKeepsTheTurn() throws IOException, InterruptedException {
        script.answer(LONG);
        Process chat = cloud.voicebot().start("chat", "go on");
        chat.getOutputStream().close();
        BufferedReader out = chat.inputReader();

        assertThat(out.readLine()).isEqualTo(LONG);
        signal("TERM", chat);

        assertThat(chat.waitFor()).isEqualTo(143);
        assertThat(Files.readString(newestSession())).contains(LONG).contains("interrupted");
    }

    @Test
    void whatIsBeingSaidIsTranscribedWhenAnotherProgramEndsListening() throws IOException, InterruptedException {
        for (List<String> signals : List.of(List.of("TERM"), List.of("HUP"), List.of("INT", "INT"))) {
            Speech speech = Speech.in(folder);
            Process listening = cloud.voicebot().start("listen");
            cloud.card().awaitListener();
            cloud.card().say(speech.wav());

            for (String signal : signals) {
                signal(signal, listening);
            }
            Voicebot.Finished finished = cloud.voicebot().await(listening);

            assertThat(finished.out()).as("%s: %s", signals, finished.err()).containsIgnoringCase("front center");
            int expected = signals.contains("TERM") ? 143 : signals.contains("HUP") ? 129 : 0;
            assertThat(finished.exit()).as(signals.toString()).isEqualTo(expected);
        }
    }

    private ReceivedSpeech spoken(String text) throws InterruptedException {
        ReceivedSpeech speech = cloud.standIn().spoken();
        while (!String.join("", speech.texts()).contains(text)) {
            speech = cloud.standIn().spoken();
        }
        return speech;
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private Path newestWav() throws IOException {
        try (Stream<Path> files = Files.list(cloud.voicebot().recordings())) {
            return files.filter(file -> file.toString().endsWith(".wav"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private Path newestSession() throws IOException {
        Path sessions = cloud.voicebot().recordings().resolveSibling("sessions");
        try (Stream<Path> files = Files.list(sessions)) {
            return files.max(Path::compareTo).orElseThrow();
        }
    }
}
