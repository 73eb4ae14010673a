package dev.voicebot.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Some of the archive's replies.
 *
 * @param words every one of them was said or asked; empty for all
 * @param since the earliest time
 * @param newest at most so many, the newest ones
 */
public record Selection(String words, Optional<Instant> since, Optional<Integer> newest) {
    /** A reply and its place in the whole list, which begins with 1 at the newest. */
    public record Numbered(int number, SavedReply reply) {}

    /** Those of {@code replies}, newest first, that are meant. */
    public List<Numbered> of(List<SavedReply> replies) {
        return IntStream.range(0, replies.size())
                .mapToObj(place -> new Numbered(place + 1, replies.get(place)))
                .filter(numbered -> holds(numbered.reply()))
                .limit(newest.orElse(Integer.MAX_VALUE))
                .toList();
    }

    private boolean holds(SavedReply reply) {
        return since.map(earliest -> !reply.time().isBefore(earliest)).orElse(true)
                && (words.isBlank() || reply.holds(words));
    }

    /** Whether it leaves anything out. */
    public boolean isEverything() {
        return words.isBlank() && since.isEmpty() && newest.isEmpty();
    }
}
