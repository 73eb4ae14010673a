package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.JsonSchema;
import dev.voicebot.standin.Region;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModelsCommandTest {
    @TempDir
    private Path home;

    @Test
    void modelsAreListedWithPartPriceAndWhatIsInUse() {
        try (StandIn standIn = StandIn.start(new Script())) {
            Shell.Finished finished = shell(standIn).run("models");

            assertThat(finished.exit()).as(finished.err()).isZero();
            assertThat(finished.lines())
                    .anyMatch(line -> line.matches("recognition \\* fun-asr-realtime +1\\.188 CNY per hour"))
                    .anyMatch(line -> line.matches("synthesis +\\* cosyvoice-v2 +2 CNY per 10,000 characters"))
                    .anyMatch(line -> line.matches("chat +\\* qwen-plus +0\\.8 CNY per million tokens in, 2 CNY out"));
        }
    }

    @Test
    void aRegionHasItsOwnModelsAndCurrency() {
        try (StandIn standIn = StandIn.start(new Script().region(Region.SINGAPORE))) {
            Shell.Finished finished =
                    shell(standIn).with("DASHSCOPE_API_REGION", "intl").run("models", "--part", "synthesis", "--json");

            assertThat(finished.out()).contains("cosyvoice-v3-flash").doesNotContain("cosyvoice-v2", "fun-asr");
            assertThat(finished.lines())
                    .allSatisfy(line ->
                            assertThat(JsonSchema.named("model").mistakes(line)).isEmpty())
                    .allMatch(line -> line.contains("\"currency\":\"USD\""));
        }
    }

    @Test
    void withoutAKeyThereIsOneLineAndExitCodeFour() {
        Shell.Finished finished = new Shell(home).run("models");

        assertThat(finished.exit()).isEqualTo(4);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err())
                .isEqualTo(
                        "voicebot: Listing models needs a DashScope key. Run voicebot setup, or export DASHSCOPE_API_KEY=sk-…\n");
    }

    @Test
    void aRefusedKeyIsAFaultOfTheKey() {
        try (StandIn standIn = StandIn.start(new Script())) {
            Shell.Finished finished =
                    shell(standIn).with("DASHSCOPE_API_KEY", "sk-wrong").run("models");

            assertThat(finished.exit()).isEqualTo(4);
            assertThat(finished.err())
                    .contains("DASHSCOPE_API_KEY", "voicebot doctor")
                    .doesNotContain("sk-wrong");
        }
    }

    private Shell shell(StandIn standIn) {
        return new Shell(home).with(standIn.environment()).with("VOICEBOT_CHAT_ENGINE", "auto");
    }
}
