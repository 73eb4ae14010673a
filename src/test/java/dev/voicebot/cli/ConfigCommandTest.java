package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path home;

    @Test
    void everySettingTellsWhereItComesFrom() throws IOException {
        Path file = write("[chat]\nmodel = \"qwen-max\"\n[pronunciations]\nkubectl = \"cube control\"\n");
        environment.put("VOICEBOT_SYNTHESIS_RATE", "1.5");

        CommandLineRun run = run("config", "--set", "chat.history_turns=3");

        assertThat(run.exit()).isZero();
        assertThat(run.out().replaceAll(" +", " "))
                .contains("chat.model qwen-max (" + file + ":2)")
                .contains("synthesis.rate 1.5 (VOICEBOT_SYNTHESIS_RATE)")
                .contains("chat.history_turns 3 (option chat.history_turns)")
                .contains("chat.temperature - (default)")
                .contains("pronunciations.kubectl cube control (" + file + ":4)");
    }

    @Test
    void aKeyIsNeverShown() {
        environment.put("DASHSCOPE_API_KEY", "sk-very-secret");

        CommandLineRun run = run("config", "show", "dashscope.api_key");

        assertThat(run.lines()).containsExactly("dashscope.api_key  ***  (DASHSCOPE_API_KEY)");
    }

    @Test
    void onlyWhatChangedIsShownWhenAsked() {
        environment.put("VOICEBOT_CHAT_MODEL", "qwen-max");

        CommandLineRun run = run("config", "show", "--changed", "--json");

        assertThat(run.lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("{\"key\":\"chat.model\",\"value\":\"qwen-max\"");
    }

    @Test
    void anUnknownNameIsAMistake() {
        CommandLineRun run = run("config", "show", "chta");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("No setting or table is named 'chta'");
    }

    @Test
    void thePathIsTheFileInUseOrTheOneToMake() throws IOException {
        assertThat(run("config", "path").lines())
                .containsExactly(home.resolve(".config/voicebot/config.toml").toString());

        Path file = write("");
        assertThat(run("config", "path").lines()).containsExactly(file.toString());
    }

    @Test
    void editingMakesAFileThatChangesNothingYet() throws IOException {
        environment.put("EDITOR", "true");

        CommandLineRun run = run("config", "edit");

        Path file = home.resolve(".config/voicebot/config.toml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(file)).contains("[chat]", "#model = \"auto\"");
        assertThat(run("config", "show", "--changed").out()).isEmpty();
    }

    @Test
    void aMistakeMadeInTheEditorIsToldWithItsLine() throws IOException {
        Path file = write("[chat]\nmodle = \"x\"\n");
        environment.put("EDITOR", "true");

        CommandLineRun run = run("config", "edit");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains(file + ":2", "chat.model");
    }

    private Path write(String toml) throws IOException {
        return Files.writeString(home.resolve("config.toml"), toml);
    }

    private CommandLineRun run(String... args) {
        return CommandLineRun.of(home, Clock.systemUTC(), environment, args);
    }
}
