package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProfileTest {
    @TempDir
    private Path home;

    @Test
    void aProfileOverridesFileAndEnvironment() throws IOException {
        settings("[chat]\nhistory_turns = 3\n[profile.short]\nchat.history_turns = 1\nsynthesis.voice = \"en-gb\"\n");

        Shell.Finished finished = new Shell(home)
                .with("VOICEBOT_CHAT_HISTORY_TURNS", "2")
                .run("config", "show", "chat.history_turns", "--profile", "short");

        assertThat(finished.out()).as(finished.err()).startsWith("chat.history_turns  1  (");
    }

    @Test
    void anOptionOverridesTheProfile() throws IOException {
        settings("[profile.short.chat]\nhistory_turns = 1\n");

        Shell.Finished finished = new Shell(home)
                .with("VOICEBOT_PROFILE", "short")
                .run("config", "show", "chat.history_turns", "--set", "chat.history_turns=5");

        assertThat(finished.out()).as(finished.err()).startsWith("chat.history_turns  5  (");
    }

    @Test
    void aMistakeInAProfileIsToldWithItsLine() throws IOException {
        settings("[profile.short]\nchat.histroy_turns = 1\n");

        Shell.Finished finished = new Shell(home).run("devices", "--profile", "short");

        assertThat(finished.exit()).isEqualTo(3);
        assertThat(finished.err())
                .endsWith("config.toml:2: chat.histroy_turns is not a setting. Did you mean chat.history_turns?\n");
    }

    @Test
    void anUnknownProfileHasASuggestion() {
        Shell.Finished finished = new Shell(home).run("models", "list", "--profile", "privat");

        assertThat(finished.exit()).isEqualTo(3);
        assertThat(finished.err()).isEqualTo("voicebot: Unknown profile privat. Did you mean private?\n");
    }

    @Test
    void anotherOneHasTheList() {
        assertThat(new Shell(home).run("models", "list", "--profile", "zzz").err())
                .isEqualTo("voicebot: Unknown profile zzz. Profiles: cloud, offline, private.\n");
    }

    @Test
    void offlineForgetsTheKey() {
        Shell.Finished finished =
                new Shell(home).with("DASHSCOPE_API_KEY", "sk-secret").run("models", "--profile", "offline");

        assertThat(finished.exit()).isEqualTo(4);
    }

    /** A command may ask a server for the key. */
    @ParameterizedTest
    @ValueSource(strings = {"chat", "recognition", "synthesis", "dashscope"})
    void privateRunsNoCommandForAKey(String table) throws IOException {
        settings("[" + table + "]\napi_key_command = \"echo sk-secret\"\n");

        Shell.Finished finished =
                new Shell(home).run("config", "show", table + ".api_key_command", "--profile", "private");

        assertThat(finished.out()).as(finished.err()).doesNotContain("echo").contains("profile private");
    }

    private void settings(String text) throws IOException {
        Files.createDirectories(home.resolve(".config/voicebot"));
        Files.writeString(home.resolve(".config/voicebot/config.toml"), text);
    }
}
