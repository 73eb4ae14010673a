package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Requirements;
import dev.voicebot.audio.Correlation;
import dev.voicebot.sound.VirtualSoundCard;
import dev.voicebot.standin.ReceivedSpeech;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program with the cloud's stand-in, a virtual sound card and a real terminal. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CloudIT {
    @TempDir
    private Path folder;

    private final Script script =
            new Script().sentences("front center").tokens(Duration.ofMillis(50), Duration.ofMillis(10));
    private StandIn standIn;
    private VirtualSoundCard card;
    private Voicebot voicebot;

    @BeforeEach
    void startAll() throws IOException, InterruptedException {
        card = VirtualSoundCard.start(folder.resolve("card"));
        standIn = StandIn.start(script);
        voicebot = new Voicebot(Files.createDirectories(folder.resolve("home")))
                .with(card.environment())
                .with(standIn.environment());
    }

    @AfterEach
    void stopAll() throws IOException, InterruptedException {
        if (voicebot != null) {
            voicebot.close();
        }
        if (standIn != null) {
            standIn.close();
        }
        if (card != null) {
            card.close();
        }
    }

    @Test
    void listenOnceHearsTheSpeechWholeThoughTheServiceIsSlowToOpen() throws IOException, InterruptedException {
        script.handshakeDelay(Duration.ofSeconds(2)).endSilence(Duration.ofMillis(1200));
        Speech speech = Speech.in(folder);

        Process listening = voicebot.start("listen", "--once");
        card.awaitListener();
        card.say(speech.wav());
        Voicebot.Finished finished = voicebot.await(listening);

        assertThat(finished.err()).doesNotContain("Exception");
        assertThat(finished.out()).isEqualTo("front center\n");
        assertThat(finished.exit()).isZero();
        ReceivedSpeech received = standIn.recognition();
        assertThat(received.parameters().path("sample_rate").asInt()).isEqualTo(16000);
        assertThat(Correlation.best(speech.sound(), speech.rate(), received.sound(), 16000))
                .isGreaterThan(0.95);
        byte[] firstSyllable = Arrays.copyOf(speech.sound(), speech.rate() / 2 * 2);
        assertThat(Correlation.best(firstSyllable, speech.rate(), received.sound(), 16000))
                .isGreaterThan(0.95);
    }

    @Test
    void aMicrophoneThatDiesIsTold() throws IOException, InterruptedException {
        Process listening = voicebot.start("listen");
        card.awaitListener();
        card.kill();
        Voicebot.Finished finished = voicebot.await(listening);

        assertThat(finished.err()).contains("microphone");
        assertThat(finished.exit()).isEqualTo(6);
    }

    @Test
    void nothingSaidIsAnExitCodeAndNoOutput() throws IOException, InterruptedException {
        Voicebot.Finished finished = voicebot.run("listen", "--once", "--max-wait", "1s");

        assertThat(finished.exit()).isEqualTo(7);
        assertThat(finished.out()).isEmpty();
    }

    @Test
    void aConversationIsTypedSeenHeardSavedTalkedAndInterrupted() throws IOException, InterruptedException {
        Requirements.commands("tmux");
        Speech speech = Speech.in(folder);
        try (Tmux tmux = Tmux.start(
                        folder,
                        voicebot.environment(),
                        80,
                        24,
                        Voicebot.launcher().toString(),
                        "chat");
                VirtualSoundCard.Heard heard = card.hear()) {
            tmux.waitFor("cosyvoice-v2");

            tmux.type("hello 你好");
            tmux.press("Enter");
            tmux.waitFor("You said: hello 你好. That is all.");
            ReceivedSpeech spoken = standIn.spoken();
            assertThat(spoken.awaitEnd()).isTrue();
            tmux.waitFor("saved ");
            Path wav = newestWav();
            assertThat(Speech.read(wav).sound()).isEqualTo(spoken.sent());
            awaitHeard(spoken, heard);

            tmux.press("F2");
            card.awaitListener();
            card.say(speech.wav());
            tmux.waitFor("what was understood so far", screen -> screen.contains("front"));
            tmux.press("F2");
            tmux.waitFor("You said: front center.");

            script.answer("This ", "takes ", "very ", "long, ", "on ", "and ", "on ", "and ", "on, ".repeat(200));
            tmux.type("go on");
            tmux.press("Enter");
            tmux.waitFor("This takes very long");
            tmux.press("C-c");
            tmux.waitFor("[interrupted]");

            tmux.press("C-d");
            tmux.waitFor("[exit 0]");
        }
    }

    @Test
    void aPipeIsSpokenBeforeItEndsAndCanBeReplayed() throws IOException, InterruptedException {
        Process speaking = voicebot.start("speak");
        OutputStream pipe = speaking.getOutputStream();
        pipe.write("The first sentence, spoken at once.\n".getBytes(StandardCharsets.UTF_8));
        pipe.flush();
        ReceivedSpeech spoken = standIn.spoken();
        byte[] early = awaitSound(spoken);
        assertThat(speaking.isAlive()).isTrue();
        pipe.write("The second one.\n".getBytes(StandardCharsets.UTF_8));
        pipe.close();
        Voicebot.Finished finished = voicebot.await(speaking);

        Path wav = Path.of(finished.out().strip());
        assertThat(finished.exit()).isZero();
        assertThat(Speech.read(wav).sound()).isEqualTo(spoken.sent()).hasSizeGreaterThan(early.length);

        assertThat(voicebot.run("replay", "--list").out()).contains("The first sentence, spoken at once.");
        try (VirtualSoundCard.Heard heard = card.hear()) {
            assertThat(voicebot.run("replay", "second").exit()).isZero();
            awaitHeard(spoken, heard);
        }
    }

    @Test
    void aRecordingIsUnderstoodFromAFileAndFromAPipe() throws IOException, InterruptedException {
        Speech speech = Speech.in(folder);

        assertThat(voicebot.run("listen", "--file", speech.wav().toString()).lines())
                .containsExactly("front center");
        Process piped = voicebot.start("listen", "--file", "-");
        try (OutputStream stdin = piped.getOutputStream()) {
            Files.copy(speech.wav(), stdin);
        }
        assertThat(voicebot.await(piped).lines()).containsExactly("front center");
        assertThat(Correlation.best(
                        speech.sound(), speech.rate(), standIn.recognition().sound(), 16000))
                .isGreaterThan(0.99);
    }

    /** The class's time-out bounds it. */
    private static void awaitHeard(ReceivedSpeech spoken, VirtualSoundCard.Heard heard) throws InterruptedException {
        while (Correlation.best(spoken.sent(), 22050, heard.sound(), VirtualSoundCard.rate()) < 0.95) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static byte[] awaitSound(ReceivedSpeech spoken) throws InterruptedException {
        while (spoken.sent().length == 0) {
            TimeUnit.MILLISECONDS.sleep(10); // the class's time-out bounds it
        }
        return spoken.sent();
    }

    private Path newestWav() throws IOException {
        try (var files = Files.list(voicebot.recordings())) {
            List<Path> wavs = files.filter(file -> file.toString().endsWith(".wav"))
                    .sorted()
                    .toList();
            return wavs.get(wavs.size() - 1);
        }
    }
}
