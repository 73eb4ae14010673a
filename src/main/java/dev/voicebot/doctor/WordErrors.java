package dev.voicebot.doctor;

import dev.voicebot.language.EastAsian;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far what was understood is from what was said: the fewest words that must be exchanged, left out or put in. A
 * Chinese character counts as a word. Case and punctuation count nothing.
 *
 * @param said how many words were said
 */
public record WordErrors(int errors, int said, boolean inCharacters) {
    /** Of {@code understood} against {@code said}. */
    public static WordErrors between(String said, String understood) {
        List<String> wanted = words(said);
        long ideographs = wanted.stream()
                .filter(word -> EastAsian.isHan(word.codePointAt(0)))
                .count();
        return new WordErrors(distance(wanted, words(understood)), wanted.size(), 2 * ideographs > wanted.size());
    }

    /** Errors for each word that was said; more than 1, when much was put in. */
    public double rate() {
        return (double) errors / Math.max(1, said);
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) && !EastAsian.isHan(c)) {
                word.appendCodePoint(c);
            } else if (c != '\'' && c != '’') { // "don't" is one word
                end(word, words);
            }
            if (EastAsian.isHan(c)) {
                words.add(Character.toString(c));
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

    /** Levenshtein's, row by row. */
    private static int distance(List<String> wanted, List<String> found) {
        int[] row = new int[found.size() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= wanted.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int exchanged = diagonal + (wanted.get(i - 1).equals(found.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[found.size()];
    }
}
