package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Await;
import dev.voicebot.Requirements;
import dev.voicebot.audio.Correlation;
import dev.voicebot.sound.VirtualSoundCard;
import dev.voicebot.standin.ReceivedSpeech;
import dev.voicebot.standin.Script;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packaged program with the cloud's stand-in, a virtual sound card and a real terminal. */
class CloudIT extends CloudTest {

    CloudIT() {
        super(new Script().sentences("front center").tokens(Duration.ofMillis(50), Duration.ofMillis(10)));
    }

    @Test
    void listenOnceHearsTheSpeechWholeThoughTheServiceIsSlowToOpen() throws IOException, InterruptedException {
        script.handshakeDelay(Duration.ofSeconds(2)).endSilence(Duration.ofMillis(1200));
        Speech speech = Speech.in(folder);

        Process listening = cloud.voicebot().start("listen", "--once");
        cloud.card().awaitListener();
        cloud.card().say(speech.wav());
        Voicebot.Finished finished = cloud.voicebot().await(listening);

        assertThat(finished.err()).doesNotContain("Exception");
        assertThat(finished.out()).isEqualTo("front center\n");
        assertThat(finished.exit()).isZero();
        ReceivedSpeech received = cloud.standIn().recognition();
        assertThat(received.parameters().path("sample_rate").asInt()).isEqualTo(16000);
        assertThat(Correlation.best(speech.sound(), speech.rate(), received.sound(), 16000))
                .isGreaterThan(0.95);
        byte[] firstSyllable = Arrays.copyOf(speech.sound(), speech.rate() / 2 * 2);
        assertThat(Correlation.best(firstSyllable, speech.rate(), received.sound(), 16000))
                .isGreaterThan(0.95);
    }

    @Test
    void aMicrophoneThatDiesIsTold() throws IOException, InterruptedException {
        Process listening = cloud.voicebot().start("listen");
        cloud.card().awaitListener();
        cloud.card().kill();
        Voicebot.Finished finished = cloud.voicebot().await(listening);

        assertThat(finished.err()).contains("microphone");
        assertThat(finished.exit()).isEqualTo(6);
    }

    @Test
    void nothingSaidIsAnExitCodeAndNoOutput() throws IOException, InterruptedException {
        Voicebot.Finished finished = cloud.voicebot().run("listen", "--once", "--max-wait", "1s");

        assertThat(finished.exit()).isEqualTo(7);
        assertThat(finished.out()).isEmpty();
    }

    @Test
    void aConversationIsTypedSeenHeardSavedTalkedAndInterrupted() throws IOException, InterruptedException {
        Requirements.commands("tmux");
        Speech speech = Speech.in(folder);
        try (Tmux tmux = cloud.chat();
                VirtualSoundCard.Heard heard = cloud.card().hear()) {
            tmux.type("hello 你好");
            tmux.press("Enter");
            tmux.waitFor("You said: hello 你好. That is all.");
            ReceivedSpeech spoken = cloud.standIn().spoken();
            assertThat(spoken.awaitEnd()).isTrue();
            tmux.waitFor("saved ");
            Path wav = newestWav();
            assertThat(Speech.read(wav).sound()).isEqualTo(spoken.sent());
            awaitHeard(spoken, heard);

            tmux.press("F2");
            cloud.card().awaitListener();
            cloud.card().say(speech.wav());
            tmux.waitFor("what was understood so far", screen -> screen.contains("front"));
            tmux.press("F2");
            tmux.waitFor("You said: front center.");

            script.answer("This ", "takes ", "very ", "long, ", "on ", "and ", "on ", "and ", "on, ".repeat(200));
            tmux.type("go on");
            tmux.press("Enter");
            tmux.waitFor("This takes very long");
            tmux.press("C-c");
            tmux.waitFor("[interrupted");

            tmux.press("C-d");
            tmux.waitFor("[exit 0]");
        }
    }

    @Test
    void aPipeIsSpokenBeforeItEndsAndCanBeReplayed() throws IOException, InterruptedException {
        Process speaking = cloud.voicebot().start("speak");
        OutputStream pipe = speaking.getOutputStream();
        pipe.write("The first sentence, spoken at once.\n".getBytes(StandardCharsets.UTF_8));
        pipe.flush();
        ReceivedSpeech spoken = cloud.standIn().spoken();
        byte[] early = awaitSound(spoken);
        assertThat(speaking.isAlive()).isTrue();
        pipe.write("The second one.\n".getBytes(StandardCharsets.UTF_8));
        pipe.close();
        Voicebot.Finished finished = cloud.voicebot().await(speaking);

        Path wav = Path.of(finished.out().strip());
        assertThat(finished.exit()).isZero();
        assertThat(Speech.read(wav).sound()).isEqualTo(spoken.sent()).hasSizeGreaterThan(early.length);

        assertThat(cloud.voicebot().run("replay", "--list").out()).contains("The first sentence, spoken at once.");
        try (VirtualSoundCard.Heard heard = cloud.card().hear()) {
            assertThat(cloud.voicebot().run("replay", "second").exit()).isZero();
            awaitHeard(spoken, heard);
        }
    }

    @Test
    void aRecordingIsUnderstoodFromAFileAndFromAPipe() throws IOException, InterruptedException {
        Speech speech = Speech.in(folder);

        assertThat(cloud.voicebot()
                        .run("listen", "--file", speech.wav().toString())
                        .lines())
                .containsExactly("front center");
        Process piped = cloud.voicebot().start("listen", "--file", "-");
        try (OutputStream stdin = piped.getOutputStream()) {
            Files.copy(speech.wav(), stdin);
        }
        assertThat(cloud.voicebot().await(piped).lines()).containsExactly("front center");
        assertThat(Correlation.best(
                        speech.sound(),
                        speech.rate(),
                        cloud.standIn().recognition().sound(),
                        16000))
                .isGreaterThan(0.99);
    }

    private static void awaitHeard(ReceivedSpeech spoken, VirtualSoundCard.Heard heard) {
        Await.until(
                "what was spoken",
                () -> Correlation.best(spoken.sent(), 22050, heard.sound(), VirtualSoundCard.rate()) >= 0.95);
    }

    private static byte[] awaitSound(ReceivedSpeech spoken) {
        Await.until("the first sound", () -> spoken.sent().length > 0);
        return spoken.sent();
    }

    private Path newestWav() throws IOException {
        try (var files = Files.list(cloud.voicebot().recordings())) {
            List<Path> wavs = files.filter(file -> file.toString().endsWith(".wav"))
                    .sorted()
                    .toList();
            return wavs.get(wavs.size() - 1);
        }
    }
}
