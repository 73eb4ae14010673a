package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.JsonSchema;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.Playback;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.standin.Region;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import dev.voicebot.turn.MemoryOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor} against the stand-in, with devices out of memory. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoctorCommandTest {
    @TempDir
    private Path home;

    private final Script script = new Script();
    private final MemoryOutput speaker = new MemoryOutput();
    private StandIn standIn;
    private FakeDevices devices;
    private Shell shell;

    @BeforeEach
    void start() {
        standIn = StandIn.start(script);
        devices = new FakeDevices().hearing(tone(500)).speaker(speaker);
        shell = new Shell(home)
                .with(standIn.environment())
                .with("VOICEBOT_CHAT_ENGINE", "auto")
                .devices(devices);
    }

    @AfterEach
    void end() {
        standIn.close();
    }

    @Test
    void aGoodKeyIsAcceptedEverywhereAndNeverShown() {
        Shell.Finished finished = shell.run("doctor");

        assertThat(finished.exit()).as(finished.out()).isZero();
        assertThat(finished.out().replaceAll("\\d+ ms", "N ms"))
                .contains("ok       key            DashScope key from DASHSCOPE_API_KEY\n")
                .contains("ok       chat           qwen-plus (auto) at 127.0.0.1 (name N ms, connection N ms, answer N"
                        + " ms):"
                        + " accepted\n")
                .contains("ok       recognition    fun-asr-realtime (auto) at 127.0.0.1")
                .contains("ok       synthesis      cosyvoice-v2 (auto) at 127.0.0.1");
        assertThat(finished.out() + finished.err()).doesNotContain(Script.KEY);
    }

    @Test
    void hearingIsProvedByASpokenSentenceAndTheVoiceByNothing() throws InterruptedException {
        Shell.Finished finished = shell.run("doctor");

        assertThat(finished.lines()).anyMatch(line -> line.contains("recognition") && line.contains(": heard: "));
        assertThat(standIn.recognition().sound()).isNotEmpty();
        assertThat(standIn.synthesis().texts()).isEmpty();
    }

    @Test
    void aWrongKeyFailsWithWhatToDo() {
        Shell.Finished finished = shell.with("DASHSCOPE_API_KEY", "sk-wrong").run("doctor");

        assertThat(finished.exit()).isEqualTo(4);
        assertThat(finished.lines())
                .anyMatch(line -> line.startsWith("failed   chat") && line.contains("from DASHSCOPE_API_KEY"))
                .anyMatch(line -> line.startsWith("failed   recognition") && line.contains("from DASHSCOPE_API_KEY"))
                .anyMatch(line -> line.startsWith("failed   synthesis") && line.contains("from DASHSCOPE_API_KEY"));
        assertThat(finished.err())
                .isEqualTo("voicebot: Core features do not work. Errors: region, chat, recognition, synthesis\n");
        assertThat(finished.out() + finished.err()).doesNotContain("sk-wrong");
    }

    @Test
    void aRecognizerThatHearsNoWordsFails() {
        script.sentences();

        Shell.Finished finished = shell.run("doctor", "--no-sound");

        assertThat(finished.exit()).isEqualTo(5);
        assertThat(finished.lines())
                .anyMatch(line -> line.startsWith("failed   recognition") && line.contains("returned no words"));
    }

    @Test
    void aKeyOfAnotherRegionIsToldWhereItBelongs() {
        try (StandIn singapore = StandIn.start(new Script().region(Region.SINGAPORE))) {
            shell.with("VOICEBOT_HOST_SINGAPORE", "http://127.0.0.1:" + singapore.port())
                    .with("VOICEBOT_HOST_BEIJING", "http://127.0.0.1:" + standIn.port())
                    .with("VOICEBOT_HOST_US", "http://127.0.0.1:" + standIn.port())
                    .with("VOICEBOT_HOST_HONGKONG", "http://127.0.0.1:" + standIn.port())
                    .with("DASHSCOPE_API_KEY", singapore.environment().getOrDefault("DASHSCOPE_API_KEY", ""));

            Shell.Finished finished = shell.run("doctor", "--no-sound");

            assertThat(finished.exit()).isEqualTo(4);
            assertThat(finished.lines())
                    .contains("failed   region         This key belongs to Singapore. Set dashscope.region ="
                            + " \"singapore\".")
                    .anyMatch(
                            line -> line.startsWith("failed   recognition") && line.endsWith("See the line 'region'."));
        }
    }

    @Test
    void aClosedPortIsTold() throws IOException {
        int port = closedPort();
        shell.with("VOICEBOT_CHAT_BASE_URL", "http://127.0.0.1:" + port + "/v1")
                .with("DASHSCOPE_WEBSOCKET_BASE_URL", "ws://127.0.0.1:" + port + "/");

        Shell.Finished finished = shell.run("doctor");

        assertThat(finished.exit()).isEqualTo(5);
        assertThat(finished.lines())
                .anyMatch(line -> line.startsWith("failed   chat")
                        && line.contains("Cannot reach 127.0.0.1:" + port)
                        && line.contains("chat.base_url"))
                .anyMatch(line -> line.startsWith("failed   synthesis") && line.contains("dashscope.websocket_url"));
    }

    @Test
    void aHostThatDoesNotExistIsTold() {
        Shell.Finished finished = shell.with("VOICEBOT_CHAT_BASE_URL", "https://no-such-host.invalid/v1")
                .run("doctor", "--no-sound");

        assertThat(finished.exit()).isEqualTo(5);
        assertThat(finished.lines())
                .anyMatch(line ->
                        line.startsWith("failed   chat") && line.contains("Cannot find the host no-such-host.invalid"));
    }

    @Test
    void aModelThatTheServiceDoesNotHaveIsTold() {
        script.fault(Script.Fault.TASK_FAILED, "ModelNotFound", "no such model");

        Shell.Finished finished = shell.run("doctor", "--no-sound");

        assertThat(finished.exit()).isEqualTo(3);
        assertThat(finished.lines())
                .anyMatch(line -> line.startsWith("failed   recognition") && line.contains("recognition.model"));
    }

    @Test
    void withoutAKeyTheBuiltInEnginesCount() {
        Shell.Finished finished = new Shell(home).devices(devices).run("doctor");

        assertThat(finished.exit()).as(finished.out()).isZero();
        assertThat(finished.lines())
                .anyMatch(line -> line.startsWith("warning  key") && line.contains("Set DASHSCOPE_API_KEY"))
                .anyMatch(line -> line.startsWith("ok       chat           built-in guide"))
                .anyMatch(line -> line.startsWith("ok       synthesis      espeak-ng (built-in): ready"));
        assertThat(finished.err()).contains("Core features work. Warnings: key, recognition");
    }

    @Test
    void anEngineThatNeedsAKeyFailsWithoutOne() {
        Shell.Finished finished =
                new Shell(home).devices(devices).run("doctor", "--no-sound", "--set", "chat.engine=dashscope");

        assertThat(finished.exit()).isEqualTo(4);
        assertThat(finished.lines())
                .anyMatch(line -> line.startsWith("failed   chat") && line.contains("export DASHSCOPE_API_KEY="));
    }

    @Test
    void theMicrophoneIsMeasured() throws IOException {
        JsonNode figures = check(shell.run("doctor", "--json"), "microphone").path("figures");

        assertThat(figures.path("level_db").asInt()).isEqualTo(-39); // 500 of 32768, as a sine
        assertThat(figures.path("peak_db").asInt()).isEqualTo(-36);
        assertThat(figures.path("clipped_samples").asInt()).isZero();
    }

    @Test
    void aSilentMicrophoneIsAWarningThatSaysWhy() {
        devices.hearing(new short[TestSound.RATE]);

        Shell.Finished finished = shell.run("doctor");

        assertThat(finished.exit()).isZero();
        assertThat(finished.lines())
                .anyMatch(line -> line.startsWith("warning  microphone     fake microphone: completely silent")
                        && line.contains("muted"));
    }

    @Test
    void aMicrophoneThatIsTooLoudIsAWarning() {
        devices.hearing(tone(40_000));

        Shell.Finished finished = shell.run("doctor");

        assertThat(finished.lines())
                .anyMatch(line -> line.startsWith("warning  microphone") && line.contains("samples clipped"));
    }

    @Test
    void noMicrophoneIsAWarningOnly() {
        shell.devices(new FakeDevices().speaker(speaker));

        Shell.Finished finished = shell.run("doctor");

        assertThat(finished.exit()).isZero();
        assertThat(finished.lines())
                .anyMatch(line -> line.startsWith("warning  microphone     there is no microphone: plug one in"));
    }

    @Test
    void aQuietToneIsPlayed() {
        shell.run("doctor");

        assertThat(speaker.heard()).hasSize(22_050 * 3 / 10);
        for (short sample : speaker.heard()) {
            assertThat(Math.abs(sample)).isLessThan((short) 2000);
        }
    }

    @Test
    void aSpeakerThatFailsIsAWarningOnly() {
        devices.speaker(new DeadSpeaker());

        Shell.Finished finished = shell.run("doctor");

        assertThat(finished.exit()).isZero();
        assertThat(finished.lines()).anyMatch(line -> line.startsWith("warning  speaker        the speaker is gone"));
    }

    @Test
    void withoutSoundNoDeviceIsTouched() {
        Shell.Finished finished = shell.run("doctor", "--no-sound");

        assertThat(finished.out()).doesNotContain("microphone", "speaker");
        assertThat(devices.asked()).isEmpty();
        assertThat(speaker.heard()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsAWarning() throws IOException {
        Path file = Files.writeString(home.resolve("in-the-way"), "");

        Shell.Finished finished = shell.run("doctor", "--no-sound", "--set", "recordings.directory=" + file + "/wavs");

        assertThat(finished.exit()).isZero();
        assertThat(finished.lines())
                .anyMatch(line -> line.startsWith("warning  recordings") && line.contains("Cannot write in"));
    }

    @Test
    void lookingLeavesNothingBehind() throws IOException {
        shell.run("doctor");

        assertThat(home.resolve(".config")).doesNotExist();
        try (var files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> !name.startsWith(".voicebot-doctor"));
        }
    }

    @Test
    void settingsThatCannotBeReadAreAFindingAmongOthers() throws IOException {
        Files.writeString(home.resolve("config.toml"), "[chat]\nmodle = \"x\"\n");

        Shell.Finished finished = shell.run("doctor");

        assertThat(finished.exit()).isEqualTo(3);
        assertThat(finished.lines())
                .anyMatch(line -> line.startsWith("failed   settings") && line.contains("config.toml:2"))
                .anyMatch(line -> line.startsWith("ok       java"));
    }

    @Test
    void theTerminalsFeaturesAreTold() {
        shell.terminals(true, true, true)
                .with(Map.of("TERM", "xterm-256color", "LANG", "zh_CN.UTF-8", "COLORTERM", "truecolor", "TMUX", "x"));

        Shell.Finished finished = shell.run("doctor", "--no-sound");

        assertThat(finished.out())
                .contains("xterm-256color in tmux, 80 columns, UTF-8, true color, kitty keyboard no")
                .contains("\033[32mok     \033[0m  java");
    }

    @Test
    void aLocaleWithoutUtf8IsAWarningInATerminal() {
        shell.terminals(true, true, true).with("LANG", "C");

        Shell.Finished finished = shell.run("doctor", "--no-sound");

        assertThat(finished.out()).contains("Run: export LC_ALL=C.UTF-8, to show Chinese");
    }

    @Test
    void jsonIsOneDocumentThatItsSchemaDescribes() throws IOException {
        Shell.Finished well = shell.run("doctor", "--json");
        Shell.Finished wrong = shell.with("DASHSCOPE_API_KEY", "sk-wrong").run("doctor", "--json");

        assertThat(well.lines()).hasSize(1);
        assertThat(JsonSchema.named("doctor").mistakes(well.out())).isEmpty();
        assertThat(JsonSchema.named("doctor").mistakes(wrong.out())).isEmpty();
        assertThat(new ObjectMapper().readTree(well.out()).path("works").asBoolean())
                .isTrue();
        assertThat(new ObjectMapper().readTree(wrong.out()).path("works").asBoolean())
                .isFalse();
        assertThat(new ObjectMapper().readTree(wrong.out()).path("exit").asInt())
                .isEqualTo(4);
        assertThat(check(well, "chat").path("figures").path("connect_ms").isIntegralNumber())
                .isTrue();
        assertThat(well.err()).isEmpty();
    }

    private static JsonNode check(Shell.Finished finished, String name) throws IOException {
        for (JsonNode check : new ObjectMapper().readTree(finished.out()).path("checks")) {
            if (check.path("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("no " + name + " in " + finished.out());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A second of 440 Hz; cut off where it is too loud. */
    private static short[] tone(int loudness) {
        short[] samples = new short[TestSound.RATE];
        for (int i = 0; i < samples.length; i++) {
            double sample = loudness * Math.sin(2 * Math.PI * 440 * i / TestSound.RATE);
            samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
        }
        return samples;
    }

    private static final class DeadSpeaker implements AudioOutput {
        @Override
        public Playback start(int sampleRate) {
            throw new AssistantException(FaultKind.AUDIO_DEVICE, "the speaker is gone");
        }

        @Override
        public void close() {}
    }
}
