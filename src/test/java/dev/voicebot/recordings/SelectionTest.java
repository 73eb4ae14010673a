package dev.voicebot.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final List<SavedReply> replies = List.of(
            reply("Rain in Oslo.", NOON),
            reply("Sun in Rome.", NOON.minusSeconds(1)),
            reply("Rain in Rome.", NOON.minusSeconds(2)));

    @Test
    void everythingIsNumberedFromTheNewest() {
        Selection all = new Selection(" ", Optional.empty(), Optional.empty());

        assertThat(all.isEverything()).isTrue();
        assertThat(all.of(replies))
                .containsExactly(
                        new Selection.Numbered(1, replies.get(0)),
                        new Selection.Numbered(2, replies.get(1)),
                        new Selection.Numbered(3, replies.get(2)));
    }

    @Test
    void wordsLeaveTheNumbersAsTheyAre() {
        assertThat(numbers(new Selection("rome", Optional.empty(), Optional.empty())))
                .containsExactly(2, 3);
    }

    @Test
    void theEarliestTimeIsIncluded() {
        assertThat(numbers(new Selection("", Optional.of(NOON.minusSeconds(1)), Optional.empty())))
                .containsExactly(1, 2);
    }

    @Test
    void theNewestOfThoseThatMatchAreCounted() {
        assertThat(numbers(new Selection("", Optional.empty(), Optional.of(2)))).containsExactly(1, 2);
        assertThat(numbers(new Selection("rome", Optional.of(NOON.minusSeconds(2)), Optional.of(1))))
                .containsExactly(2);
    }

    private List<Integer> numbers(Selection selection) {
        assertThat(selection.isEverything()).isFalse();
        return selection.of(replies).stream().map(Selection.Numbered::number).toList();
    }

    private static SavedReply reply(String said, Instant time) {
        return new SavedReply(Path.of("reply.wav"), time, Duration.ofSeconds(1), said, "");
    }
}
