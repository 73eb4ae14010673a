package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Requirements;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.engine.sherpa.Tones;
import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.sound.VirtualSoundCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program without a key in a network namespace of its own, where nothing can be reached: even the loopback
 * interface is down. The sound server is reached by its Unix socket.
 */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoNetworkIT {
    private static final String[] NAMESPACE = {"unshare", "-rn"};

    @TempDir
    private Path folder;

    private Path home;
    private Voicebot voicebot;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Requirements.networkNamespaces();
        home = Files.createDirectories(folder.resolve("home"));
        voicebot = new Voicebot(home).within(NAMESPACE);
        ModelStore store = ModelStore.in(home.resolve(".local/share/voicebot"));
        Tones.engine(store);
        Tones.ears(store);
    }

    @AfterEach
    void end() throws InterruptedException {
        voicebot.close();
    }

    @Test
    void nothingCanBeReachedThere() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(NAMESPACE[0], NAMESPACE[1], "cat", "/proc/net/route").start();

        String routes = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(routes.lines().skip(1)).isEmpty(); // without the heading
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aQuestionIsSpokenHeardAnsweredSpokenAndSaved() throws IOException, InterruptedException {
        Requirements.commands("tmux");
        try (VirtualSoundCard card = VirtualSoundCard.start(folder.resolve("card"));
                VirtualSoundCard.Heard speaker = card.hear()) {
            voicebot.with(card.environment());
            try (Tmux tmux = chat()) {
                tmux.waitFor("press F2 to talk");
                tmux.waitFor("›");
                tmux.press("F2");
                card.awaitListener();
                card.say(tones("hello", "world"));
                tmux.press("F2");

                tmux.waitFor("› hello world");
                tmux.waitFor("saved ");
                tmux.type("/quit");
                tmux.press("Enter");
                tmux.waitFor("[exit 0]");
            }
            assertThat(speaker.sound()).as("what the speaker played").containsAnyOf(new byte[] {40, -40, 60});
        }
        try (Stream<Path> replies = Files.list(voicebot.recordings())) {
            assertThat(replies.filter(file -> file.toString().endsWith(".wav")))
                    .singleElement()
                    .satisfies(wav -> assertThat(Speech.read(wav).sound()).hasSizeGreaterThan(22_050));
        }
    }

    @Test
    void withTheProfilePrivateNoCommandFailsOrWaitsForANetwork() throws IOException, InterruptedException {
        voicebot.with(Map.of("VOICEBOT_PROFILE", "private"));
        Path wav = home.resolve("spoken.wav");

        assertDone("chat", "--no-speak", "what is 3 + 4?").contains("That is 7.");
        assertDone("listen", tones("one", "two", "").toString()).contains("one two");
        assertDone("speak", "--no-play", "-o", wav.toString(), "hello").contains("spoken.wav");
        assertDone("chat", "what is 3 + 5?").contains("That is 8.");
        assertDone("replay", "--list").contains("That is 8.");
        assertDone("sessions", "list").contains("what is 3 + 5?");
        assertDone("models", "list").contains("tones");
        assertDone("usage");
        assertDone("doctor").contains("tones");
    }

    private AbstractStringAssert<?> assertDone(String... arguments) throws IOException, InterruptedException {
        Voicebot.Finished finished = voicebot.run(arguments);
        assertThat(finished.exit())
                .as("%s: %s%s", arguments[0], finished.out(), finished.err())
                .isZero();
        return assertThat(finished.out()).as("voicebot " + arguments[0]);
    }

    private Tmux chat(String... options) throws IOException, InterruptedException {
        return Tmux.start(
                folder,
                voicebot.environment(),
                100,
                30,
                Stream.concat(
                                Stream.of(
                                        NAMESPACE[0],
                                        NAMESPACE[1],
                                        Voicebot.launcher().toString(),
                                        "chat"),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    private Path tones(String... words) {
        Path wav = folder.resolve("tones.wav");
        try (WavWriter writer = WavWriter.replace(wav, 16_000)) {
            writer.write(new PcmFrame(Tones.said(16_000, words), 16_000));
        }
        return wav;
    }
}
