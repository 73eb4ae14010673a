package dev.voicebot.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts text that arrives over time into pieces worth speaking, each as soon as it is complete: first a clause, so that
 * the sound begins early, then whole sentences. The pieces, joined, are the text. One thread.
 */
public final class SentenceSplitter {
    private static final String WIDE_ENDS = "。！？…\n";
    private static final String ENDS = ".!?";
    private static final String WIDE_CLAUSE_ENDS = "，、；：";
    private static final String CLAUSE_ENDS = ",;:";
    private static final String CLOSERS = "\"')]}”’」』）》】";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "e.g", "i.e", "cf", "fig", "no", "approx", "inc", "jr",
            "sr");
    private static final int FIRST_CLAUSE = 10; // letters; a Chinese character counts as two
    private static final int LONG_SENTENCE = 160; // letters, from where a clause's end will do
    private static final int ENDLESS_SENTENCE = 400; // letters, from where a space will do

    private final StringBuilder text = new StringBuilder();
    private int looked; // characters of text known to hold no cut
    private int letters; // of the looked-at part
    private boolean first = true;

    /** Takes the next text, gives the pieces that are complete now. */
    public List<String> add(String more) {
        text.append(more);
        List<String> pieces = new ArrayList<>();
        while (looked < text.length()) {
            int end = endAt(looked);
            if (end < 0) {
                break; // the next character decides
            }
            letters += weight(text.charAt(looked));
            looked++;
            if (end > 0) {
                pieces.add(cut(end));
            }
        }
        return pieces;
    }

    /** The rest, when the text is over; blank rests are nothing. */
    public Optional<String> finish() {
        String rest = cut(text.length());
        first = true;
        return rest.isBlank() ? Optional.empty() : Optional.of(rest);
    }

    private String cut(int end) {
        String piece = text.substring(0, end);
        text.delete(0, end);
        looked = 0;
        letters = 0;
        first = first && piece.isBlank();
        return piece;
    }

    /** Where the piece ends if the character at {@code i} ends it; 0 when it does not, -1 when that is not known yet. */
    private int endAt(int i) {
        char c = text.charAt(i);
        if (WIDE_ENDS.indexOf(c) >= 0) {
            return blankUpTo(i) ? 0 : behindClosers(i + 1);
        }
        if (WIDE_CLAUSE_ENDS.indexOf(c) >= 0) {
            return clauseMayEnd() ? i + 1 : 0;
        }
        boolean sentence = ENDS.indexOf(c) >= 0;
        boolean clause = CLAUSE_ENDS.indexOf(c) >= 0 && clauseMayEnd();
        if (sentence || clause || (c == ' ' && letters > ENDLESS_SENTENCE)) {
            return c == ' ' ? i + 1 : narrowEnd(i, sentence);
        }
        return 0;
    }

    private int narrowEnd(int i, boolean sentence) {
        int behind = sentence ? behindClosers(i + 1) : i + 1;
        if (behind == text.length()) {
            return -1;
        }
        char next = text.charAt(behind);
        boolean ends = Character.isWhitespace(next) || Character.isIdeographic(next);
        if (!ends || (text.charAt(i) == '.' && isAbbreviation(i))) {
            return 0;
        }
        return Character.isWhitespace(next) ? behind + 1 : behind;
    }

    private boolean clauseMayEnd() {
        return first ? letters >= FIRST_CLAUSE : letters >= LONG_SENTENCE;
    }

    private int behindClosers(int from) {
        int i = from;
        while (i < text.length() && CLOSERS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private boolean isAbbreviation(int dot) {
        int start = dot;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && text.charAt(start - 1) != '(') {
            start--;
        }
        String word = text.substring(start, dot).toLowerCase(Locale.ROOT);
        boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0)) && !word.equals("i");
        return initial || ABBREVIATIONS.contains(word) || isListNumber(word, start);
    }

    /** "1." in front of a list's item. */
    private boolean isListNumber(String word, int start) {
        return text.substring(0, start).isBlank()
                && !word.isEmpty()
                && word.chars().allMatch(Character::isDigit);
    }

    private boolean blankUpTo(int end) {
        return text.substring(0, end).isBlank();
    }

    private static int weight(char c) {
        if (Character.isIdeographic(c)) {
            return 2;
        }
        return Character.isLetterOrDigit(c) ? 1 : 0;
    }
}
