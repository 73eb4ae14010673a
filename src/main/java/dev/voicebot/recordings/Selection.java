package dev.voicebot.recordings;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

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
        List<Numbered> all = new AllNumbered(replies);
        if (isEverything()) {
            return all;
        }
        return newest.map(count -> all.stream().filter(this::holds).limit(count))
                .orElseGet(() -> all.parallelStream().filter(this::holds))
                .toList();
    }

    /** Each is made when it is asked for. */
    private static final class AllNumbered extends AbstractList<Numbered> implements RandomAccess {
        private final List<SavedReply> replies;

        AllNumbered(List<SavedReply> replies) {
            this.replies = replies;
        }

        @Override
        public Numbered get(int place) {
            return new Numbered(place + 1, replies.get(place));
        }

        @Override
        public int size() {
            return replies.size();
        }
    }

    private boolean holds(Numbered numbered) {
        SavedReply reply = numbered.reply();
        return since.map(earliest -> !reply.time().isBefore(earliest)).orElse(true)
                && (words.isBlank() || reply.holds(words));
    }

    /** Whether it leaves anything out. */
    public boolean isEverything() {
        return words.isBlank() && since.isEmpty() && newest.isEmpty();
    }
}
