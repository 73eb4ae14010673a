package dev.voicebot.sessions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds turns by words: every one of them, whatever its case, in the question or in the answer. */
final class SessionSearch {
    private static final int BEFORE = 20;
    private static final int LENGTH = 120;

    private final List<String> words;

    SessionSearch(String words) {
        this.words = Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    List<SessionHit> in(SavedSession session) {
        return session.turns().stream()
                .filter(this::matches)
                .map(turn -> new SessionHit(session.id(), turn, excerpt(turn)))
                .toList();
    }

    private boolean matches(SavedTurn turn) {
        String text = text(turn).toLowerCase(Locale.ROOT);
        return !words.isEmpty() && words.stream().allMatch(text::contains);
    }

    /** One row: the text around the first word. */
    private String excerpt(SavedTurn turn) {
        String text = text(turn).replaceAll("\\s+", " ");
        int at = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(words.get(0)));
        int begin = at <= BEFORE ? 0 : text.offsetByCodePoints(Math.min(at, text.length()), -BEFORE / 2);
        int end = Math.min(text.length(), begin + LENGTH);
        return (begin > 0 ? "…" : "") + text.substring(begin, end) + (end < text.length() ? "…" : "");
    }

    private static String text(SavedTurn turn) {
        return turn.asked() + " → " + turn.answered();
    }
}
