package dev.voicebot.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.config.Folders;
import dev.voicebot.config.LoadedSettings;
import dev.voicebot.config.SettingsLoader;
import dev.voicebot.config.Sources;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.standin.Region;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import dev.voicebot.text.InChinese;
import dev.voicebot.wiring.Assembly;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The questions of {@code voicebot setup} against two regions of the stand-in. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SetupTest {
    private static final String OF_SINGAPORE = "sk-stand-in-singapore";

    @TempDir
    private Path home;

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final TwoOfEach devices = new TwoOfEach();
    private StandIn beijing;
    private StandIn singapore;

    @BeforeEach
    void start() {
        beijing = StandIn.start(new Script());
        singapore = StandIn.start(new Script().region(Region.SINGAPORE));
        environment.put("HOME", home.toString());
        hosts(beijing.port(), singapore.port());
    }

    @AfterEach
    void end() {
        beijing.close();
        singapore.close();
    }

    @Test
    void aKeyIsStoredWithTheRegionItBelongsTo() throws IOException {
        ScriptedQuestions questions = new ScriptedQuestions(OF_SINGAPORE, "", "");

        run(questions);

        assertThat(questions.shown())
                .contains("The key works. Its region is Singapore.", "Next, type: voicebot chat")
                .doesNotContain(OF_SINGAPORE);
        assertThat(load().settings().dashscope().region().setting()).isEqualTo("singapore");
        assertThat(load().settings().dashscope().apiKey().orElseThrow().reveal())
                .isEqualTo(OF_SINGAPORE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyOfTheUsualRegionNeedsNoRegion() throws IOException {
        run(new ScriptedQuestions(Script.KEY, "", ""));

        assertThat(Files.readString(file())).contains("\napi_key = \"" + Script.KEY + "\"\n", "\n#region = ");
    }

    @Test
    void aWrongKeyIsAskedForOnceMoreAndNeverShown() {
        ScriptedQuestions questions = new ScriptedQuestions("sk-wrong-key", "two words", Script.KEY, "", "");

        run(questions);

        assertThat(questions.shown())
                .contains("No region accepts this key. Copy it again", "That is not an API key.", "The key works.")
                .doesNotContain("sk-wrong-key", "two words");
        assertThat(load().settings().dashscope().apiKey().orElseThrow().reveal())
                .isEqualTo(Script.KEY);
    }

    @Test
    void withoutANetworkTheKeyIsSavedOnlyIfTheUserWantsIt() throws IOException {
        int closed = closedPort();
        hosts(closed, closed);
        ScriptedQuestions questions = new ScriptedQuestions(Script.KEY, "", Script.KEY, "y", "", "");

        run(questions);

        assertThat(questions.shown()).contains("Cannot reach the service, so the key was not checked.");
        assertThat(load().settings().dashscope().hasKey()).isTrue();
    }

    @Test
    void aCommandThatPrintsTheKeyIsStoredInsteadOfTheKey() throws IOException {
        Path key = Files.writeString(home.resolve("key"), OF_SINGAPORE + "\n");

        run(new ScriptedQuestions("", "cat " + key, "", ""));

        assertThat(Files.readString(file()))
                .contains("api_key_command = \"cat " + key + "\"")
                .doesNotContain(OF_SINGAPORE);
        assertThat(load().settings().dashscope().apiKey().orElseThrow().reveal())
                .isEqualTo(OF_SINGAPORE);
    }

    @Test
    void aCommandThatFailsIsAskedForOnceMore() {
        ScriptedQuestions questions = new ScriptedQuestions("", "false", "", "", "", "");

        run(questions);

        assertThat(questions.shown()).contains("The command ended with status 1.");
        assertThat(file()).doesNotExist();
    }

    @Test
    void enterSkipsEveryStepAndNothingIsWritten() {
        ScriptedQuestions questions = new ScriptedQuestions("", "", "", "");

        run(questions);

        assertThat(questions.shown()).contains("Nothing was changed.");
        assertThat(file()).doesNotExist();
        assertThat(devices.opened).isEmpty();
    }

    @Test
    void ctrlCLeavesEverythingAsItWas() {
        assertThatThrownBy(() -> run(new ScriptedQuestions(Script.KEY, "1")))
                .isInstanceOfSatisfying(
                        AssistantException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(FaultKind.INTERRUPTED));
        assertThat(file()).doesNotExist();
    }

    @Test
    void devicesAreTriedUntilOneIsRight() {
        ScriptedQuestions questions = new ScriptedQuestions("", "", "0", "7", "1", "", "1", "");

        run(questions);

        assertThat(questions.shown())
                .contains(
                        "Microphones:\n0 * Built-in microphone\n1   USB headset",
                        "completely silent",
                        "Choose a number from the list.",
                        "USB headset: level -30 dB, peak -30 dB",
                        "Display: played a quiet tone.");
        assertThat(devices.opened).containsExactly("in 0", "in 1", "out 1");
        assertThat(devices.speaker.heard()).isNotEmpty();
        assertThat(load().settings().audio().inputDevice()).contains("USB headset");
        assertThat(load().settings().audio().outputDevice()).contains("Display");
    }

    @Test
    void aDeviceThatIsUsedAlreadyChangesNothing() {
        run(new ScriptedQuestions("", "", "0", "", "0", ""));

        assertThat(devices.opened).containsExactly("in 0", "out 0");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aVariableThatWinsOverTheFileIsTold() {
        environment.put("DASHSCOPE_API_KEY", "sk-of-the-environment");
        ScriptedQuestions questions = new ScriptedQuestions(Script.KEY, "", "");

        run(questions);

        assertThat(questions.shown())
                .contains(
                        "A DashScope key is set (DASHSCOPE_API_KEY). Enter keeps it.",
                        "dashscope.api_key is overridden by DASHSCOPE_API_KEY.");
    }

    @Test
    @ExtendWith(InChinese.class)
    void theQuestionsAreInChinese() {
        ScriptedQuestions questions = new ScriptedQuestions("sk-wrong-key", OF_SINGAPORE, "1", "", "1", "");

        run(questions);

        assertThat(questions
                        .shown()
                        .replaceAll("USB headset|Built-in microphone|Built-in speaker|Display|" + file(), ""))
                .contains("新加坡")
                .doesNotContainPattern("[A-Z][a-z]+ [a-z]+ [a-z]+");
    }

    private void hosts(int first, int second) {
        environment.put("VOICEBOT_HOST_BEIJING", "http://127.0.0.1:" + first);
        environment.put("VOICEBOT_HOST_US", "http://127.0.0.1:" + first);
        environment.put("VOICEBOT_HOST_HONGKONG", "http://127.0.0.1:" + first);
        environment.put("VOICEBOT_HOST_SINGAPORE", "http://127.0.0.1:" + second);
    }

    private void run(ScriptedQuestions questions) {
        Folders folders = Folders.of(environment, home);
        try (Assembly assembly = Assembly.of(load().settings(), folders, Clock.systemUTC(), Map.of(), devices)) {
            new Setup(assembly, sources(), questions, new Cancellation()).run();
        }
    }

    private LoadedSettings load() {
        return SettingsLoader.load(sources());
    }

    private Sources sources() {
        return new Sources(
                Optional.empty(), environment, Map.of(), home, Folders.of(environment, home), Optional.empty());
    }

    private Path file() {
        return home.resolve(".config/voicebot/config.toml");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
