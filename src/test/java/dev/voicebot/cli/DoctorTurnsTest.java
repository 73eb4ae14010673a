package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.text.Messages;
import dev.voicebot.text.UiLanguage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor --turns} as a command; what it measures is {@code TurnsCheckTest}'s. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoctorTurnsTest {
    @TempDir
    private Path home;

    @AfterEach
    void speakEnglish() {
        Messages.use(UiLanguage.EN);
    }

    @Test
    void withoutAMicrophoneTheReasonIsOneLineWithItsExitCode() {
        Shell.Finished finished = new Shell(home).devices(new FakeDevices()).run("doctor", "--turns", "--json");

        assertThat(finished.exit()).isEqualTo(6);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err()).endsWith("voicebot: there is no microphone: plug one in\n");
    }

    @Test
    void aMicrophoneThatEndsBeforeAnythingWasSaidHeardNothing() {
        FakeDevices devices = new FakeDevices().hearing(new short[16_000]);

        Shell.Finished finished = new Shell(home).devices(devices).run("doctor", "--turns");

        assertThat(finished.exit()).as(finished.err()).isEqualTo(7);
        assertThat(finished.out()).contains("heard         0 of 6 lines");
        assertThat(finished.err()).contains("1/5 Be silent", "Nothing you read was heard.");
    }

    @Test
    void optionsThatDoNotGoTogetherAreUsageErrors() {
        assertUsage("--turns needs sound. Remove --no-sound.", "doctor", "--turns", "--no-sound");
        assertUsage("Choose one of --turns and --loop.", "doctor", "--turns", "--loop");
    }

    @Test
    void theGuideIsInTheUsersLanguageAndTheJsonInEnglish() {
        FakeDevices devices = new FakeDevices().hearing(new short[16_000]);

        Messages.use(UiLanguage.ZH);

        Shell.Finished finished = new Shell(home).devices(devices).run("doctor", "--turns", "--json");

        assertThat(finished.err()).contains("1/5 请安静 15 秒。", "明天天气怎么样？");
        assertThat(finished.out()).contains("\"verdict\":\"Nothing you read was heard.");
    }

    private void assertUsage(String complaint, String... arguments) {
        Shell.Finished finished = new Shell(home).run(arguments);

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains(complaint);
    }
}
