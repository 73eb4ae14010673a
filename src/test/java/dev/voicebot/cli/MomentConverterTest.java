package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentConverterTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-25T10:30:00+08:00[Asia/Shanghai]");

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-24T16:00:00Z",
        "yesterday, 2026-11-23T16:00:00Z",
        "2026-11-01, 2026-10-31T16:00:00Z",
        "2026-11-01T08:00, 2026-11-01T00:00:00Z",
        "2h, 2026-11-25T00:30:00Z",
        "30d, 2026-10-26T02:30:00Z",
    })
    void aMomentIsMeantWhereTheUserIs(String text, Instant moment) {
        assertThat(new MomentConverter().convert(text).apply(NOW)).isEqualTo(moment);
    }

    @Test
    void anythingElseIsToldWithExamples() {
        assertThatThrownBy(() -> new MomentConverter().convert("last week"))
                .hasMessageContaining("'last week' is not a moment such as 2026-11-25");
    }
}
