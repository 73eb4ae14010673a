package dev.voicebot.wording;

import dev.voicebot.language.EastAsian;
import dev.voicebot.wording.tokens.Marks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Marks the user's own words with how they are said, while the text is being written. A word in small letters counts in any case, one
 * with capitals as it stands; Latin words count only whole. One thread.
 */
public final class Pronunciations {
    private final List<Entry> entries; // longest first
    private final StringBuilder held = new StringBuilder();
    private char before = '\n';

    private record Entry(String word, String said, boolean anyCase) {
        private boolean mayBecome(CharSequence text) {
            return text.length() <= word.length() && sameAs(text, text.length());
        }

        private boolean begins(CharSequence text) {
            return text.length() >= word.length() && sameAs(text, word.length());
        }

        private boolean sameAs(CharSequence text, int length) {
            for (int i = 0; i < length; i++) {
                char c = text.charAt(i);
                if (word.charAt(i) != (anyCase ? Character.toLowerCase(c) : c)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** {@code words}: as they are written, and how they are said. */
    public Pronunciations(Map<String, String> words) {
        List<Entry> all = new ArrayList<>();
        words.forEach((word, said) -> all.add(new Entry(word, said, word.equals(word.toLowerCase(Locale.ROOT)))));
        all.sort(Comparator.comparingInt((Entry entry) -> entry.word().length())
                .reversed()
                .thenComparing(Entry::anyCase));
        entries = List.copyOf(all);
    }

    /** Takes the next character; adds to {@code out} what is settled. */
    public void take(char c, StringBuilder out) {
        held.append(c);
        drain(false, out);
    }

    /** Adds what is left. */
    public void finish(StringBuilder out) {
        drain(true, out);
    }

    private void drain(boolean whole, StringBuilder out) {
        int used = -1;
        while (!held.isEmpty() && used != 0) {
            used = step(whole, out);
            if (used > 0) {
                before = held.charAt(used - 1);
                held.delete(0, used);
            }
        }
    }

    /** Settles the beginning of what is held; gives how many characters that were, 0 to wait for more. */
    private int step(boolean whole, StringBuilder out) {
        if (entries.isEmpty() || (isPartOfWord(held.charAt(0)) && isPartOfWord(before))) {
            out.append(held.charAt(0));
            return 1;
        }
        if (!whole && entries.stream().anyMatch(entry -> entry.mayBecome(held))) {
            return 0;
        }
        Optional<Entry> found = entries.stream().filter(this::isHere).findFirst();
        int used = found.map(entry -> entry.word().length()).orElse(1);
        String written = held.substring(0, used);
        found.ifPresentOrElse(
                entry -> out.append(Marks.SAID)
                        .append(entry.said())
                        .append(Marks.WRITTEN)
                        .append(written)
                        .append(Marks.END_OF_WRITTEN),
                () -> out.append(written));
        return used;
    }

    private boolean isHere(Entry entry) {
        int end = entry.word().length();
        return entry.begins(held)
                && !(isPartOfWord(held.charAt(end - 1)) && held.length() > end && isPartOfWord(held.charAt(end)));
    }

    private static boolean isPartOfWord(char c) {
        return c == '_' || (Character.isLetterOrDigit(c) && !EastAsian.isHan(c));
    }
}
