package dev.voicebot.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageLineTest {
    private static final Usage USAGE = new Usage(1, 20, 3_000_000_000L, 40, Duration.ofMillis(1500), 0.0125);
    private static final String LINE =
            UsageLine.of(OffsetDateTime.parse("2026-11-25T09:53:00.1234+08:00"), "gummy \"1\" 你好", USAGE, "CNY");

    @Test
    void aLineTellsWhatWasUsedWhenAndOfWhom() {
        assertThat(LINE)
                .isEqualTo("{\"at\":\"2026-11-25T09:53:00.123+08:00\",\"service\":\"gummy \\\"1\\\" 你好\",\"turns\":1,"
                        + "\"prompt_tokens\":20,\"completion_tokens\":3000000000,\"characters\":40,\"audio_ms\":1500,"
                        + "\"cost\":0.0125,\"currency\":\"CNY\"}");
        assertThat(UsageLine.read(LINE)).isEqualTo(USAGE);
    }

    @Test
    void whatHasNoPriceIsNamed() {
        Usage usage = new Usage(1, 2, 3, 4, Duration.ZERO, 0, Set.of("b", "a"));

        String line = UsageLine.of(OffsetDateTime.parse("2026-11-25T09:53:00+08:00"), "a+b", usage, "USD");

        assertThat(line).endsWith("\"unpriced\":\"a b\"}");
        assertThat(UsageLine.read(line)).isEqualTo(usage);
        assertThat(UsageText.row("today", usage, "USD")).endsWith("  unknown");
        assertThat(UsageText.row("today", usage.plus(USAGE), "USD")).endsWith("  0.0125 USD");
        assertThat(UsageText.unpriced(usage)).isEqualTo("Price unknown, not included: a, b");
        assertThat(UsageText.unpriced(USAGE)).isEmpty();
    }

    @Test
    void aTornLineCountsAsNothing() {
        for (int length = 0; length < LINE.length(); length++) {
            assertThat(UsageLine.read(LINE.substring(0, length))).isEqualTo(Usage.NONE);
        }
    }

    @Test
    void whatIsMissingOrNoNumberCountsAsNothing() {
        assertThat(UsageLine.read("{\"turns\":2,\"cost\":\"dear\",\"more\":[1,{\"x\":null}]}"))
                .isEqualTo(new Usage(2, 0, 0, 0, Duration.ZERO, 0));
        assertThat(UsageLine.read("[]")).isEqualTo(Usage.NONE);
        assertThat(UsageLine.read("no JSON")).isEqualTo(Usage.NONE);
    }
}
