package dev.voicebot.bench;

import dev.voicebot.language.EastAsian;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much of what was said was recognized wrongly: words that were exchanged, left out or added, of those that were said.
 * A Chinese character counts as a word, as is usual; capitals and punctuation do not count.
 */
record WordErrors(int errors, int said) {
    static final WordErrors NONE = new WordErrors(0, 0);

    static WordErrors between(String said, String recognized) {
        List<String> expected = words(said);
        return new WordErrors(distance(expected, words(recognized)), expected.size());
    }

    WordErrors plus(WordErrors other) {
        return new WordErrors(errors + other.errors, said + other.said);
    }

    /** In percent; may be above 100. */
    double rate() {
        return said == 0 ? 0 : 100.0 * errors / said;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> {
                    boolean isHan = EastAsian.isHan(c);
                    if (isHan || !(Character.isLetterOrDigit(c) || c == '\'')) {
                        end(word, words);
                    }
                    if (isHan) {
                        words.add(Character.toString(c));
                    } else if (Character.isLetterOrDigit(c) || c == '\'') {
                        word.appendCodePoint(c);
                    }
                });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Levenshtein's. */
    private static int distance(List<String> from, List<String> to) {
        int[] row = new int[to.size() + 1];
        for (int j = 0; j <= to.size(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.size(); j++) {
                int exchanged = diagonal + (from.get(i - 1).equals(to.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.size()];
    }
}
