package dev.voicebot.sessions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds turns by words: every one of them, whatever its case, in the question or in the answer. Most files hold none of
 * it, which their bytes tell before any JSON is read. Any thread.
 */
final class SessionSearch {
    private static final byte[] ESCAPE = "\\u".getBytes(StandardCharsets.US_ASCII);
    private static final String ARROW = " → ";
    private static final int BEFORE = 20;
    private static final int LENGTH = 120;
    private static final int WINDOW = 3; // as much is looked at, for runs of spaces become one

    private final List<String> words;
    private final List<RawWord> raw;
    private final RareBytes otherwise;

    SessionSearch(String words) {
        this.words = Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        this.raw = this.words.stream().map(RawWord::of).toList();
        List<byte[]> rare = new ArrayList<>(List.of(ESCAPE));
        raw.forEach(word -> rare.addAll(word.otherwise()));
        this.otherwise = new RareBytes(rare);
    }

    /** Whether there is nothing to look for. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    List<SessionHit> in(String id, RawSession session) {
        byte[] bytes = session.bytes();
        boolean isPlain = !otherwise.mayBeIn(bytes);
        if (isEmpty() || (isPlain && !mayBeIn(bytes, 0, bytes.length))) {
            return List.of();
        }
        List<SessionHit> hits = new ArrayList<>();
        List<Integer> turns = session.turns();
        for (int i = 0; i < turns.size(); i++) {
            int next = i + 1 < turns.size() ? turns.get(i + 1) : bytes.length;
            if (!isPlain || mayBeIn(bytes, turns.get(i), Math.max(turns.get(i), next))) {
                addIfFound(id, TurnText.of(bytes, turns.get(i)), hits);
            }
        }
        return hits;
    }

    private boolean mayBeIn(byte[] bytes, int from, int to) {
        for (RawWord word : raw) {
            if (!word.isIn(bytes, from, to)) {
                return false;
            }
        }
        return true;
    }

    private void addIfFound(String id, TurnText turn, List<SessionHit> hits) {
        String question = turn.question().toLowerCase(Locale.ROOT);
        String reply = turn.reply().toLowerCase(Locale.ROOT);
        if (words.stream().allMatch(word -> question.contains(word) || reply.contains(word))) {
            int asked = question.indexOf(words.get(0));
            int at = asked >= 0 ? asked : question.length() + ARROW.length() + reply.indexOf(words.get(0));
            hits.add(new SessionHit(id, turn, excerpt(turn.question() + ARROW + turn.reply(), at)));
        }
    }

    /** One row: the text around {@code at}. */
    private static String excerpt(String text, int at) {
        int hit = Math.min(at, text.length()); // a lower case may be longer than its upper one
        String before = oneRow(text.substring(Math.max(0, hit - WINDOW * BEFORE), hit));
        String row = oneRow(text.substring(hit, Math.min(text.length(), hit + WINDOW * LENGTH)));
        boolean isWhole = before.length() <= BEFORE;
        String shown = (isWhole ? before : "…" + end(before)) + row;
        int length = LENGTH + (isWhole ? 0 : 1);
        return shown.length() <= length ? shown : shown.substring(0, length) + "…";
    }

    /** Half a character at its begin goes. */
    private static String end(String text) {
        int begin = text.length() - BEFORE / 2;
        return text.substring(Character.isLowSurrogate(text.charAt(begin)) ? begin + 1 : begin);
    }

    private static String oneRow(String text) {
        StringBuilder row = new StringBuilder(text.length());
        boolean wasSpace = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isSpace = c == ' ' || (c >= '\t' && c <= '\r');
            if (!isSpace || !wasSpace) {
                row.append(isSpace ? ' ' : c);
            }
            wasSpace = isSpace;
        }
        return row.toString();
    }
}
