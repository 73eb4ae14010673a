package dev.voicebot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.NamedPipe;
import dev.voicebot.chat.ThinkingMode;
import dev.voicebot.credentials.Secret;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.text.InChinese;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private Optional<Path> named = Optional.empty();
    private Optional<Path> checkout = Optional.empty();
    private Path standing;

    @BeforeEach
    void standSomewhere() throws IOException {
        standing = Files.createDirectories(folder.resolve("standing"));
    }

    @Test
    @Timeout(60)
    void aPipeThatNobodyWritesToIsNoSettingsFile() throws IOException, InterruptedException {
        named = Optional.of(NamedPipe.make(folder.resolve("pipe")));

        assertThatThrownBy(this::load)
                .isInstanceOf(AssistantException.class)
                .hasMessage("The settings file " + named.get() + " is not a regular file. Choose another.");
    }

    @Test
    @ExtendWith(InChinese.class)
    void theSettingsDecideTheLanguageBeforeTheyComplain() {
        options.put("ui.language", "en");
        options.put("synthesis.rate", "9");

        assertThatThrownBy(this::load).hasMessageContaining("must be at most 2");

        options.put("ui.language", "zh");

        assertThatThrownBy(this::load).hasMessage("选项 synthesis.rate 不能大于 2，现为 9。");
    }

    @Test
    @Timeout(60)
    void whatHasNoEndIsNoSettingsFile() {
        named = Optional.of(Path.of("/dev/zero"));

        assertThatThrownBy(this::load).isInstanceOf(AssistantException.class).hasMessageContaining("too long");
    }

    @Test
    void aFileInAnotherEncodingIsTold() throws IOException {
        named = Optional.of(
                Files.write(folder.resolve("c.toml"), "# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)));

        assertThatThrownBy(this::load).isInstanceOf(AssistantException.class).hasMessageContaining("not UTF-8");
    }

    @Test
    void withoutAnythingTheDefaultsHold() {
        Settings settings = load().settings();

        assertThat(settings.chat().model()).isEqualTo(Settings.AUTO);
        assertThat(settings.chat().historyTurns()).isEqualTo(10);
        assertThat(settings.chat().redrawInterval()).isEqualTo(Duration.ofMillis(8));
        assertThat(settings.synthesis().sampleRate()).isEqualTo(22050);
        assertThat(settings.chat().temperature()).isEmpty();
        assertThat(settings.dashscope().apiKey()).isEmpty();
    }

    @Test
    void keysAreAListInTheFileAndDividedByCommasInAVariable() throws IOException {
        file("[keys]\ntalk = [\"f5\", \"alt-t\"]\n");
        assertThat(load().settings().keys().talk()).containsExactly("f5", "alt-t");

        environment.put("VOICEBOT_KEYS_TALK", "ctrl-t, f9");
        assertThat(load().settings().keys().talk()).containsExactly("ctrl-t", "f9");
    }

    @Test
    void anEmptyListOfKeysIsNone() throws IOException {
        file("[keys]\ntalk = []\n");

        assertThat(load().settings().keys().talk()).isEmpty();
    }

    @Test
    void aKeyThatNobodyHasIsToldWithItsLineAndTheNearest() throws IOException {
        file("[keys]\n\ntalk = [\"f2\", \"crtl-space\"]\n");

        assertThatThrownBy(this::load)
                .hasMessage(folder.resolve("standing/config.toml")
                        + ":3: keys.talk contains an unknown key 'crtl-space' (did you mean 'ctrl-space'?),"
                        + " got f2, crtl-space.");
    }

    @Test
    void anOptionWinsOverTheEnvironmentThatOverTheFileThatOverTheDefault() throws IOException {
        file("[chat]\nmodel = \"of-the-file\"\nhistory_turns = 3\n[synthesis]\nvolume = 7\n");
        environment.put("VOICEBOT_CHAT_MODEL", "of-the-environment");
        environment.put("VOICEBOT_CHAT_HISTORY_TURNS", "4");
        options.put("chat.model", "of-the-option");

        Settings settings = load().settings();

        assertThat(settings.chat().model()).isEqualTo("of-the-option");
        assertThat(settings.chat().historyTurns()).isEqualTo(4);
        assertThat(settings.synthesis().volume()).isEqualTo(7);
        assertThat(settings.audio().captureRate()).isEqualTo(16000);
    }

    @Test
    void theFileIsTheNamedOneElseTheVariablesElseTheOneHereElseTheUsers() throws IOException {
        write(folder.resolve("home/.config/voicebot/config.toml"), "[chat]\nmodel = \"users\"\n");
        assertThat(load().settings().chat().model()).isEqualTo("users");

        file("[chat]\nmodel = \"here\"\n");
        assertThat(load().settings().chat().model()).isEqualTo("here");

        environment.put(
                "VOICEBOT_CONFIG",
                write(folder.resolve("variable.toml"), "[chat]\nmodel = \"variables\"\n")
                        .toString());
        assertThat(load().settings().chat().model()).isEqualTo("variables");

        named = Optional.of(write(folder.resolve("named.toml"), "[chat]\nmodel = \"named\"\n"));
        assertThat(load().settings().chat().model()).isEqualTo("named");
    }

    @Test
    void aNamedFileThatIsMissingIsAMistake() {
        named = Optional.of(folder.resolve("missing.toml"));

        assertMistake("Cannot find the settings file " + named.get() + ". Check --config or VOICEBOT_CONFIG.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [chat]~modle = "x"                     | 2 | chat.modle is not a setting. Did you mean chat.model?
                    [chta]~model = "x"                     | 1 | [chta] is not a table. Did you mean [chat]?
                    # nothing~~[audio]~capture_rate = 4000 | 4 | audio.capture_rate must be at least 8000, got 4000.
                    [audio]~capture_rate = "fast"          | 2 | audio.capture_rate must be 8000 to 192000, without quotes.
                    [chat]~model = 3                       | 2 | chat.model must be text in quotes.
                    [chat]~redraw_interval = "5 apples"    | 2 | chat.redraw_interval must be a time from 1ms to 2s, such as "1ms", got 5 apples.
                    [chat]~engine = "gpt"                  | 2 | chat.engine must be one of auto, dashscope, openai, guide, got gpt.
                    [synthesis]~rate = 2.5                 | 2 | synthesis.rate must be at most 2, got 2.5.
                    [synthesis]~enabled = 1                | 2 | synthesis.enabled must be true or false, got 1.
                    chat.modle = "x"                       | 1 | chat.modle is not a setting. Did you mean chat.model?
                    model = "x"                            | 1 | model is outside any table. Did you mean chat.model?
                    # nothing~version = 2                    | 2 | The settings are of version 2, this voicebot knows 1. Update it.
                    version = "1"                          | 1 | version must be 1, without quotes.
                    version = 0                            | 1 | version must be 1, without quotes.
                    """)
    void aMistakeIsToldWithFileLineAndKey(String text, int line, String told) throws IOException {
        Path file = file(text.replace('~', '\n') + "\n");

        assertMistake(file + ":" + line + ": " + told);
    }

    @Test
    void brokenTomlIsToldWithItsLine() throws IOException {
        Path file = file("[chat]\nmodel = \"x\n");

        assertThatThrownBy(this::load).hasMessageStartingWith(file + ":2: not valid TOML");
    }

    @Test
    void aWrongVariableIsNamed() {
        environment.put("VOICEBOT_AUDIO_CAPTURE_RATE", "4000");

        assertMistake("VOICEBOT_AUDIO_CAPTURE_RATE must be at least 8000, got 4000.");
    }

    @Test
    void anUnknownOptionNamesTheNearest() {
        options.put("synthesis.voise", "x");

        assertFault(FaultKind.USAGE, "synthesis.voise is not a setting. Did you mean synthesis.voice?");
    }

    @Test
    void aKeyIsNotTakenFromTheCommandLineWhereOthersSeeIt() {
        options.put("dashscope.api_key", "sk-secret");

        assertFault(
                FaultKind.USAGE,
                "Other users can see a key on the command line. Set VOICEBOT_DASHSCOPE_API_KEY instead.");
    }

    @Test
    void everySettingHasAVariable() {
        SettingsReference.entries().forEach(setting -> {
            environment.clear();
            environment.put(setting.variable(), "\u0000 never valid \u0000");
            if (setting.kind().isBare()) {
                assertThatThrownBy(this::load).hasMessageStartingWith(setting.variable());
            }
        });
    }

    @Test
    void theUsualVariablesOfTheSdkWork() {
        environment.put("DASHSCOPE_API_KEY", "sk-secret");
        environment.put("DASHSCOPE_WEBSOCKET_BASE_URL", "wss://example.org/ws");

        Settings settings = load().settings();

        assertThat(settings.dashscope().apiKey()).contains(new Secret("sk-secret"));
        assertThat(settings.dashscope().websocketUrl()).hasHost("example.org");
    }

    @Test
    void theVariablesOfOpenAiCountOnlyForThatEngine() {
        environment.put("OPENAI_BASE_URL", "https://example.org/v1");
        environment.put("OPENAI_API_KEY", "sk-other");

        assertThat(load().settings().chat().apiKey()).isEmpty();
        options.put("chat.engine", "openai");
        assertThat(load().settings().chat().baseUrl()).hasHost("example.org");
        assertThat(load().settings().chat().apiKey()).contains(new Secret("sk-other"));
    }

    @Test
    void aKeyNeverShows() throws IOException {
        Path file = file("[dashscope]\napi_key = \"sk-secret\"\n[chat]\napi_key = \"sk-other\"\n");

        assertThat(load().toString()).doesNotContain("sk-secret").doesNotContain("sk-other");
        Files.writeString(file, "[dashscope]\napi_key = sk-secret\n");
        assertThatThrownBy(this::load).message().doesNotContain("sk-secret");
        assertThatThrownBy(this::load).hasNoCause();
    }

    @Test
    void aKeyThatOthersCanReadIsWarnedOf() throws IOException {
        Path file = file("[dashscope]\napi_key = \"sk-secret\"\n");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(load().warnings())
                .containsExactly("Other users can read the key in " + file + ". Run: chmod 600 " + file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(load().warnings()).isEmpty();
    }

    @Test
    void aKeyIsNotSentInTheClearExceptToThisMachine() {
        environment.put("DASHSCOPE_API_KEY", "sk-secret");
        environment.put("DASHSCOPE_WEBSOCKET_BASE_URL", "ws://127.0.0.1:9/x");
        assertThat(load().settings().dashscope().websocketUrl()).hasPort(9);

        environment.put("DASHSCOPE_WEBSOCKET_BASE_URL", "ws://example.org/x");
        assertMistake("DASHSCOPE_WEBSOCKET_BASE_URL would send the key unencrypted to example.org. Use wss://");
    }

    @Test
    void recordingsGoToTheCheckoutOnlyWhenStartedFromThere() {
        Path data = folder.resolve("home/.local/share/voicebot/output_wavs");
        assertThat(load().settings().recordings().directory()).isEqualTo(data);

        checkout = Optional.of(folder.resolve("other"));
        assertThat(load().settings().recordings().directory()).isEqualTo(data);

        checkout = Optional.of(standing);
        assertThat(load().settings().recordings().directory()).isEqualTo(standing.resolve("output_wavs"));
    }

    @Test
    void aRelativeFolderIsTakenFromTheFilesOwnFolder() throws IOException {
        named = Optional.of(write(folder.resolve("far/away.toml"), "[recordings]\ndirectory = \"wavs\"\n"));
        assertThat(load().settings().recordings().directory()).isEqualTo(folder.resolve("far/wavs"));

        options.put("recordings.directory", "here");
        assertThat(load().settings().recordings().directory()).isEqualTo(standing.resolve("here"));

        options.put("recordings.directory", "~/wavs");
        assertThat(load().settings().recordings().directory()).isEqualTo(folder.resolve("home/wavs"));
    }

    @Test
    void chineseACarriageReturnAndAByteOrderMarkAreNoTrouble() throws IOException {
        file("\uFEFF[chat]\r\nsystem_prompt = \"请用中文回答\"\r\n");

        assertThat(load().settings().chat().systemPrompt()).isEqualTo("请用中文回答");
    }

    @Test
    void anEmptyTextTurnsAnOptionalSettingOff() throws IOException {
        file("[chat]\ntemperature = \"\"\nmax_tokens = 12\n");

        assertThat(load().settings().chat().temperature()).isEmpty();
        assertThat(load().settings().chat().maxTokens()).contains(12);
    }

    @Test
    void anOpenTableTakesAnyKey() throws IOException {
        file("""
                [pronunciations]
                kubectl = "cube control"
                "C++" = "C plus plus"
                "行家" = "航家"
                node.js = "node J S"
                "e.g." = "for example"
                """);
        options.put("pronunciations.kubectl", "kube C T L");
        options.put("pronunciations.nginx", "engine X");

        assertThat(load().settings().pronunciations())
                .containsOnly(
                        Map.entry("kubectl", "kube C T L"),
                        Map.entry("C++", "C plus plus"),
                        Map.entry("行家", "航家"),
                        Map.entry("node.js", "node J S"),
                        Map.entry("e.g.", "for example"),
                        Map.entry("nginx", "engine X"));
    }

    @Test
    void anOpenTableHoldsItsKindToo() throws IOException {
        Path file = file("\n[pronunciations]\n\"C++\" = 3\n");

        assertMistake(file + ":3: pronunciations.C++ must be text in quotes.");
    }

    @Test
    void aPriceIsANumber() throws IOException {
        Path file = file("[prices]\nm-input = \"\"\n");
        assertMistake(file + ":2: prices.m-input must be 0 to 1000000, without quotes.");

        file("");
        options.put("prices.m-input", "");
        assertFault(FaultKind.USAGE, "option prices.m-input must not be empty.");
    }

    @Test
    void certificatesOfOtherProgramsThatAreNotThereAreLeftOut() throws IOException {
        Path present = Files.createFile(folder.resolve("present.pem"));

        environment.put("SSL_CERT_FILE", folder.resolve("missing.pem").toString());
        assertThat(load().settings().network().certificates()).isEmpty();

        environment.put("SSL_CERT_FILE", present.toString());
        assertThat(load().settings().network().certificates()).contains(present.toString());
    }

    @Test
    void aFileMayTellItsVersion() throws IOException {
        file("version = 1\n[chat]\nmodel = \"m\"\n");

        assertThat(load().settings().chat().model()).isEqualTo("m");
    }

    @Test
    void anOpenTableNeedsAKey() {
        options.put("pronunciations", "x");

        assertThatThrownBy(this::load).hasMessageStartingWith("pronunciations is not a setting");
    }

    @Test
    void furtherFieldsOfAChatRequestAreOfAnyType() throws IOException {
        file("""
                [chat]
                model = "m"

                [chat.extra]
                top_k = 20
                min_p = 0.5
                "odd.name" = "text"
                seed = true
                stop = ["a", 1]
                options = { num_ctx = 8192, deep = { er = [1, 2] } }

                [chat.extra.chat_template_kwargs]
                enable_thinking = false
                """);
        options.put("chat.extra.top_k", "7");
        options.put("chat.extra.user", "me");

        Map<String, Object> extra = load().settings().chat().extra();

        assertThat(extra)
                .containsOnly(
                        Map.entry("top_k", 7),
                        Map.entry("min_p", 0.5),
                        Map.entry("odd.name", "text"),
                        Map.entry("seed", true),
                        Map.entry("stop", List.of("a", 1)),
                        Map.entry("options", Map.of("num_ctx", 8192, "deep", Map.of("er", List.of(1, 2)))),
                        Map.entry("chat_template_kwargs", Map.of("enable_thinking", false)),
                        Map.entry("user", "me"));
    }

    @Test
    void thinkingIsAutomaticUnlessSaid() throws IOException {
        assertThat(load().settings().chat().thinking()).isEqualTo(ThinkingMode.AUTO);

        Path file = file("[chat]\nthinking = \"on\"\nthinking_budget = 500\n");
        assertThat(load().settings().chat().thinking()).isEqualTo(ThinkingMode.ON);
        assertThat(load().settings().chat().thinkingBudget()).contains(500);

        Files.writeString(file, "[chat]\nthinking = \"maybe\"\n");
        assertMistake(file + ":2: chat.thinking must be one of off, on, auto, got maybe.");
    }

    private void assertMistake(String message) {
        assertFault(FaultKind.SETTINGS, message);
    }

    private void assertFault(FaultKind kind, String message) {
        assertThatThrownBy(this::load)
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private LoadedSettings load() {
        Folders folders = Folders.of(environment, folder.resolve("home"));
        return SettingsLoader.load(new Sources(named, environment, options, standing, folders, checkout));
    }

    private Path file(String text) throws IOException {
        return write(standing.resolve("config.toml"), text);
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
