package dev.voicebot.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    @ParameterizedTest(name = "{0} retries, chance {1}, wanted {2} s: {3}")
    @CsvSource(
            value = {
                "0 | 1   |    | ",
                "1 | 1   |    | 500",
                "3 | 1   |    | 500 1000 2000",
                "3 | 0   |    | 250 500 1000",
                "3 | 0.5 |    | 375 750 1500",
                "7 | 1   |    | 500 1000 2000 4000 8000 8000 8000",
                "2 | 1   | 0  | 500 1000",
                "2 | 1   | 3  | 3000 3000",
                "4 | 1   | 3  | 3000 3000 3000 4000",
                "2 | 0   | 60 | 60000 60000",
                "2 | 1   | 61 | ",
            },
            delimiter = '|')
    void pausesDoubleAreBoundedAndAsLongAsTheServiceWants(int most, double chance, String wanted, String expected) {
        AssistantException fault =
                fault(Optional.ofNullable(wanted).map(Long::valueOf).map(Duration::ofSeconds));
        Retries.Tries tries = retries(most, chance).begin();

        assertThatThrownBy(() -> failForEver(tries, fault)).isSameAs(fault);
        assertThat(pauses)
                .extracting(pause -> String.valueOf(pause.toMillis()))
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
        assertThat(told).hasSameSizeAs(pauses);
    }

    @Test
    void eachFurtherTryIsOneLineThatSaysWhyWhenAndWhich() {
        Retries.Tries tries = retries(3, 1).begin();

        tries.awaitNext(fault(Optional.empty()), cancellation);
        tries.awaitNext(fault(Optional.of(Duration.ofSeconds(7))), cancellation);

        assertThat(told)
                .containsExactly(
                        "example.com has an internal problem. Trying again in 0.5 s (1 of 3).",
                        "example.com has an internal problem. Trying again in 7.0 s (2 of 3).");
    }

    @Test
    void whatWillNotPassIsNotTriedAgain() {
        AssistantException refused = new AssistantException(FaultKind.CREDENTIALS, "the key is refused");

        assertThatThrownBy(() -> retries(3, 1).begin().awaitNext(refused, cancellation))
                .isSameAs(refused);
        assertThat(told).isEmpty();
    }

    @Test
    void countingBeginsAnewWhenTheWorkGotFurther() {
        Retries.Tries tries = retries(1, 1).begin();

        for (int i = 0; i < 100; i++) {
            tries.awaitNext(fault(Optional.empty()), cancellation);
            tries.progress();
        }

        assertThat(pauses).hasSize(100).containsOnly(Duration.ofMillis(500));
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aCancelEndsTheWait() {
        AssistantException patient = fault(Optional.of(Duration.ofSeconds(60)));
        Retries.Tries tries = new Retries(1, line -> cancellation.cancel()).begin();

        assertThatThrownBy(() -> tries.awaitNext(patient, cancellation))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "0                             | PT0S",
                "120                           | PT2M",
                " 5                            | PT5S",
                "Sun, 29 Nov 2026 12:00:30 GMT | PT30S",
                "Sun, 29 Nov 2026 11:00:00 GMT | PT0S",
                "-1                            |",
                "1.5                           |",
                "soon                          |",
                "99999999                      | PT99999999S",
                "99999999999999999999          | PT999999999S",
                "''                            |",
            },
            delimiter = '|')
    void retryAfterIsSecondsOrADate(String field, Duration expected) {
        assertThat(PassingFault.after(field, NOW)).isEqualTo(Optional.ofNullable(expected));
    }

    private void failForEver(Retries.Tries tries, AssistantException fault) {
        while (true) {
            tries.awaitNext(fault, cancellation);
        }
    }

    private Retries retries(int most, double chance) {
        return new Retries(most, told::add, () -> chance, (time, cancel) -> pauses.add(time));
    }

    private static AssistantException fault(Optional<Duration> after) {
        return new PassingFault("example.com has an internal problem.", "Try again in a moment.", after, null);
    }
}
