package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Requirements;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.engine.sherpa.Tones;
import dev.voicebot.sound.VirtualSoundCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first minute without a key: the packaged program, a server of models, a virtual sound card, a terminal. */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FirstVoiceIT {
    @TempDir
    private Path folder;

    private VirtualSoundCard card;
    private ToneServer server;
    private Voicebot voicebot;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Requirements.commands("tmux", "tar");
        card = VirtualSoundCard.start(folder.resolve("card"));
        server = ToneServer.start(folder);
        voicebot = new Voicebot(Files.createDirectories(folder.resolve("home")))
                .with(card.environment())
                .with(server.environment())
                .with(Map.of("VOICEBOT_CHAT_ENGINE", "guide"));
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        voicebot.close();
        server.close();
        card.close();
    }

    @Test
    void theTalkKeyDownloadsARecognizerWhileOneTypesAndThenListens() throws IOException, InterruptedException {
        try (Tmux tmux = Tmux.start(
                folder, voicebot.environment(), 100, 30, Voicebot.launcher().toString(), "chat")) {
            tmux.waitFor("use F2 to set up voice input");
            tmux.waitFor("›");

            tmux.press("F2");
            tmux.waitFor("No recognizer yet. tones is ");
            tmux.waitFor("once, for English, 中文.");
            tmux.waitFor("Agree and download it now? [Y/n]");
            tmux.press("Enter");
            tmux.waitFor("a half of the library", screen -> screen.matches("(?s).*download (49|50)%.*"));

            tmux.type("what is 6 * 7?");
            tmux.press("Enter");
            tmux.waitFor("That is 42.");

            server.release();
            tmux.waitFor("Voice input is ready: tones (local). Talk with F2.");

            tmux.press("F2");
            card.awaitListener();
            card.say(tones("hello", "world"));
            tmux.press("F2");
            tmux.waitFor("› hello world");
            tmux.waitFor("both replies are saved", screen -> screen.split("saved ", -1).length > 2);
            tmux.type("/quit");
            tmux.press("Enter");
            tmux.waitFor("[exit 0]");
        }
        assertThat(voicebot.run("sessions", "search", "hello world").out()).contains("hello world");
    }

    @Test
    void listenAsksTheSameAndThenHears() throws IOException, InterruptedException {
        server.release();
        Path wav = tones("one", "two", "");
        try (Tmux tmux = Tmux.start(
                folder, voicebot.environment(), 100, 30, Voicebot.launcher().toString(), "listen", wav.toString())) {
            tmux.waitFor("Agree and download it now? [Y/n]");

            tmux.press("Enter");

            tmux.waitFor("[exit 0]");
            assertThat(tmux.screen().lines()).contains("one two");
        }
    }

    @Test
    void whoeverSaysNoToListenGetsTheCommandAndItsExitCode() throws IOException, InterruptedException {
        try (Tmux tmux = Tmux.start(
                folder, voicebot.environment(), 100, 30, Voicebot.launcher().toString(), "listen", "--once")) {
            tmux.waitFor("Agree and download it now? [Y/n]");

            tmux.type("n");
            tmux.press("Enter");

            tmux.waitFor("[exit 4]");
            assertThat(tmux.screen()).contains("voicebot models pull tones");
        }
    }

    private Path tones(String... words) {
        Path wav = folder.resolve("tones.wav");
        try (WavWriter writer = WavWriter.replace(wav, 16_000)) {
            writer.write(new PcmFrame(Tones.said(16_000, words), 16_000));
        }
        return wav;
    }
}
