package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program in a terminal, by voice alone, with the real speech library and without any network. */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OfflineTalkIT {
    private static final List<String> NAMESPACE = List.of("unshare", "-rn");

    @TempDir
    private Path folder;

    private Path home;
    private Voicebot voicebot;
    private VirtualSoundCard card;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Requirements.commands("tmux");
        Requirements.networkNamespaces();
        home = Files.createDirectories(folder.resolve("home"));
        ModelStore store = ModelStore.in(home.resolve(".local/share/voicebot"));
        Tones.engine(store);
        Tones.ears(store);
        card = VirtualSoundCard.start(folder.resolve("card"));
        voicebot = new Voicebot(home)
                .with(card.environment())
                .with(Map.of("VOICEBOT_CHAT_ENGINE", "guide", "VOICEBOT_PROFILE", "private"));
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        if (card != null) {
            voicebot.close();
            card.close();
        }
    }

    @Test
    void withoutKeysQuestionsAreHeardAndTalkingStopsTheReply() throws IOException, InterruptedException {
        tonesAreSpeech();
        voicebot.with(Map.of(
                "VOICEBOT_SYNTHESIS_RATE", "0.5", // or the reply is over before anybody interrupts it
                "VOICEBOT_HANDSFREE_HEADPHONES", "true"));
        try (Tmux tmux = chat("--hands-free")) {
            tmux.waitFor("listening ›");
            card.awaitListener();

            card.say(tones("hello", "world"));
            tmux.waitFor("› hello world");
            tmux.waitFor("speaking");

            card.say(tones("one", "two", "please", "stop"));
            tmux.waitFor("[interrupted");

            tmux.press("C-c");
            tmux.type("/quit");
            tmux.press("Enter");
            tmux.waitFor("[exit 0]");
        }
    }

    @Test
    void aTalkThatIsDroppedLeavesTheNextOneItsEars() throws IOException, InterruptedException {
        try (Tmux tmux = chat("--no-speak")) {
            tmux.waitFor("press F2 to talk");
            tmux.waitFor("No language model found: start Ollama.");
            tmux.press("F2");
            card.awaitListener();
            card.say(tones("one", "two"));
            tmux.waitFor("● rec ");
            tmux.press("Escape");
            tmux.waitFor("the end of the talk", screen -> !screen.contains("● rec "));

            tmux.press("F2");
            card.awaitListener();
            card.say(tones("hello", "world"));
            tmux.press("F2");

            String screen = tmux.waitFor("› hello world");
            assertThat(screen).doesNotContain("› one two");
            quit(tmux);
        }
    }

    @Test
    void anEngineThatCrashesInATalkIsOneLineAndTheNextTalkHasANewOne() throws IOException, InterruptedException {
        try (Tmux tmux = chat("--no-speak")) {
            tmux.waitFor("press F2 to talk");
            tmux.press("F2");
            card.awaitListener();
            card.say(tones("one", "two"));
            tmux.waitFor("one two"); // while it is said
            List<ProcessHandle> engines = engines();
            assertThat(engines).isNotEmpty();
            engines.forEach(ProcessHandle::destroyForcibly);
            tmux.press("F2");
            tmux.waitFor("The local speech engine crashed (exit 137). Try again.");

            tmux.press("F2");
            card.awaitListener();
            card.say(tones("hello", "world"));
            tmux.press("F2");

            tmux.waitFor("› hello world");
            quit(tmux);
        }
        assertThat(engines()).as("processes left").isEmpty();
    }

    @Test
    void theLanguageOfTheTalkIsChinese() throws IOException, InterruptedException {
        try (Tmux tmux = chat("--no-speak")) {
            tmux.waitFor("press F2 to talk");
            tmux.press("F2");
            card.awaitListener();
            card.say(tones("你", "好"));
            tmux.press("F2");

            tmux.waitFor("› 你好");
            quit(tmux, "让我算个数。");
        }
    }

    /** The model that tells speech from noise takes tones for noise: without its library, loudness decides. */
    private void tonesAreSpeech() throws IOException {
        String version = OrtEnvironment.class.getPackage().getImplementationVersion();
        String processor = System.getProperty("os.arch").equals("amd64") ? "x64" : "aarch64";
        Path cache = Files.createDirectories(home.resolve(".cache/voicebot"));
        Files.writeString(cache.resolve("onnxruntime-" + version + "-linux-" + processor), "no folder");
    }

    private static void quit(Tmux tmux) throws IOException, InterruptedException {
        quit(tmux, "restart voicebot.");
    }

    /** After the answer, which ends so. */
    private static void quit(Tmux tmux, String answered) throws IOException, InterruptedException {
        tmux.waitFor(answered);
        tmux.type("/quit");
        tmux.press("Enter");
        tmux.waitFor("[exit 0]");
    }

    /** Those of this test: others run voicebot, too. */
    private List<ProcessHandle> engines() {
        return ProcessHandle.allProcesses()
                .filter(process -> proc(process, "cmdline").contains("EngineProcess"))
                .filter(process -> proc(process, "environ").contains("HOME=" + home))
                .toList();
    }

    private static String proc(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid(), file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it has ended, or is another user's
        }
    }

    private Tmux chat(String... options) throws IOException, InterruptedException {
        String[] command = Stream.of(
                        NAMESPACE.stream(), Stream.of(Voicebot.launcher().toString(), "chat"), Stream.of(options))
                .flatMap(words -> words)
                .toArray(String[]::new);
        return Tmux.start(folder, voicebot.environment(), 100, 30, command);
    }

    private Path tones(String... words) {
        Path wav = folder.resolve("tones.wav");
        try (WavWriter writer = WavWriter.replace(wav, 16_000)) {
            writer.write(new PcmFrame(Tones.said(16_000, words), 16_000));
        }
        return wav;
    }
}
