package dev.voicebot.synthesis;

import dev.voicebot.language.EastAsian;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts text into speakable pieces while it is still being written. The first piece may be a clause, so that speech can
 * begin early; later pieces are whole sentences, unless one is too long. Joined, the pieces are the text itself; only
 * white space at its very end is dropped. Where it cuts depends on the text alone, not on how the text was portioned.
 * Stretches between characters of the private use area (U+E000 to U+E002, ended by U+E003) are never cut. One thread.
 */
public final class SentenceSplitter {
    // A Chinese character takes about as long to say as one and two thirds Latin letters.
    private static final int LATIN_WEIGHT = 3;
    private static final int WIDE_WEIGHT = 5;
    private static final int FIRST_CLAUSE = 10 * LATIN_WEIGHT;
    private static final int LONG_SENTENCE = 100 * LATIN_WEIGHT;
    private static final int ENDLESS_SENTENCE = 3 * LONG_SENTENCE;

    private static final Set<String> DAYS = Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final int LONGEST_GENERIC = 60;

    private final StringBuilder piece = new StringBuilder();
    private final List<String> pieces = new ArrayList<>();
    private boolean marked; // the piece ends with a mark that may be its end; the next character decides
    private boolean markWasSpaced; // white space followed a mark that may go on: "25, 2026", "well... no"
    private boolean markEndsBeforeLetters; // a Chinese mark needs no white space after it
    private boolean first = true;
    private int weight;
    private int openQuotes;
    private boolean insideStraightQuotes;
    private boolean insideStretch;

    /** Takes the next text, of any length; gives the pieces that are now whole. */
    public List<String> add(String text) {
        for (int i = 0; i < text.length(); i++) {
            take(text.charAt(i));
        }
        return takePieces();
    }

    /** Gives what is left; ready for another text afterwards. */
    public List<String> finish() {
        insideStretch = false;
        if (!piece.toString().isBlank()) {
            pieces.add(piece.toString());
        }
        startPiece();
        first = true;
        openQuotes = 0;
        insideStraightQuotes = false;
        return takePieces();
    }

    private void take(char c) {
        if (marked && settleMark(c)) {
            return;
        }
        append(c);
        insideStretch = (insideStretch && c != '\uE003' && c != '\n') || (c >= '\uE000' && c < '\uE003');
        if (insideStretch && weight < ENDLESS_SENTENCE) {
            return;
        }
        if (c == '\n') {
            openQuotes = 0;
            insideStraightQuotes = false;
            cut();
        } else if (endsSentence(c)) {
            endSentence(c);
        } else if (endsClause(c)) {
            endClause(c);
        } else if (weight >= ENDLESS_SENTENCE && (Character.isWhitespace(c) || EastAsian.isWide(c))) {
            cut();
        }
    }

    /** Decides what the waiting mark was; true when that used up {@code c}. */
    private boolean settleMark(char c) {
        if (markWasSpaced) {
            settleSpacedMark(c);
            return false;
        }
        if (belongsToMark(c)) {
            append(c);
            return true;
        }
        if (endsSentence(c) || endsClause(c)) {
            marked = false;
            return false;
        }
        if (Character.isWhitespace(c)) {
            endAtSpace(c);
            return true;
        }
        boolean end = (EastAsian.isWide(c) && !isFullWidthLatin(c))
                || "\"“‘«".indexOf(c) >= 0
                || (markEndsBeforeLetters && !Character.isDigit(c));
        marked = false;
        if (end) {
            cut();
        }
        return false;
    }

    private void endAtSpace(char c) {
        markWasSpaced =
                c == ' ' && (isCommaInDate() || isEllipsis() || Abbreviations.isBeforeNumber(piece, piece.length()));
        append(c);
        if (!markWasSpaced) {
            cut();
        }
    }

    private boolean isCommaInDate() {
        return piece.charAt(piece.length() - 1) == ',' && followsDigit();
    }

    private boolean isEllipsis() {
        int end = piece.length();
        return piece.charAt(end - 1) == '…'
                || (end > 2 && piece.substring(end - 3).equals("..."));
    }

    private void settleSpacedMark(char c) {
        boolean beforeDigit =
                piece.charAt(piece.length() - 2) == ',' || Abbreviations.isBeforeNumber(piece, piece.length() - 1);
        markWasSpaced = false;
        marked = false;
        if (beforeDigit ? !Character.isDigit(c) : !Character.isLowerCase(c)) {
            cut();
        }
    }

    private boolean belongsToMark(char c) {
        char last = piece.charAt(piece.length() - 1);
        return isClosing(c) || (c == '"' && insideStraightQuotes) || (c == last && isRepeatable(c));
    }

    private void endSentence(char c) {
        if (c == '.' && isAbbreviationOrNumbering()) {
            return;
        }
        if (EastAsian.isWide(c) && openQuotes == 0 && !insideStraightQuotes) {
            cut();
            return;
        }
        mark(c);
    }

    private void endClause(char c) {
        if (weight < (first ? FIRST_CLAUSE : LONG_SENTENCE)) {
            return;
        }
        if (c == ',' && (isInsideGeneric() || followsShortDay())) {
            return;
        }
        if (EastAsian.isWide(c)
                ? !followsDigit()
                : first && ",;".indexOf(c) >= 0 && followsPlainWord() && !isQuoting()) {
            cut();
            return;
        }
        mark(c);
    }

    /** Mon, Wed, and Fri; Tue, Dec 1 */
    private boolean followsShortDay() {
        int end = piece.length() - 1;
        boolean threeLetters = end > 3 && !Character.isLetterOrDigit(piece.charAt(end - 4));
        return threeLetters && DAYS.contains(piece.substring(end - 3, end));
    }

    /** Map<String, Integer> */
    private boolean isInsideGeneric() {
        int open = piece.lastIndexOf("<");
        return open > 0
                && piece.length() - open < LONGEST_GENERIC
                && Character.isLetterOrDigit(piece.charAt(open - 1))
                && Character.isLetter(piece.charAt(open + 1))
                && piece.indexOf(">", open) < 0;
    }

    private void mark(char c) {
        marked = true;
        markEndsBeforeLetters = EastAsian.isWide(c) || c == '…' || c == '—';
    }

    /** Then a comma is no part of a number or an address, and speech begins without waiting for the token after it. */
    private boolean followsPlainWord() {
        int letters = 0;
        for (int i = piece.length() - 2; i >= 0 && !Character.isWhitespace(piece.charAt(i)); i--) {
            if (!Character.isLetter(piece.charAt(i))) {
                return false;
            }
            letters++;
        }
        return letters > 0;
    }

    private boolean isQuoting() {
        return openQuotes > 0 || insideStraightQuotes;
    }

    private boolean followsDigit() {
        return piece.length() > 1 && Character.isDigit(piece.charAt(piece.length() - 2));
    }

    /** Whether the full stop at the end of the piece belongs to "Mr.", "e.g.", "J." or a leading "1." or "2.3.1.". */
    private boolean isAbbreviationOrNumbering() {
        String word = Abbreviations.wordBefore(piece, piece.length() - 1);
        if (word.chars().allMatch(c -> Character.isDigit(c) || c == '.')) {
            long digits = word.chars().filter(Character::isDigit).count();
            return weight > 0 && weight == digits * LATIN_WEIGHT;
        }
        return Abbreviations.isAbbreviation(word);
    }

    private void append(char c) {
        piece.append(c);
        if (EastAsian.isWide(c)) {
            weight += Character.isLetter(c) ? WIDE_WEIGHT : 0;
        } else if (Character.isLetterOrDigit(c)) {
            weight += LATIN_WEIGHT;
        }
        if (isOpening(c)) {
            openQuotes++;
        } else if (isClosing(c) && openQuotes > 0) {
            openQuotes--;
        } else if (c == '"') {
            insideStraightQuotes = !insideStraightQuotes;
        }
    }

    /** Ends the piece here, unless it has nothing to say yet: then it becomes the start of the next one. */
    private void cut() {
        marked = false;
        if (weight > 0) {
            pieces.add(piece.toString());
            first = false;
            startPiece();
        }
    }

    private void startPiece() {
        piece.setLength(0);
        weight = 0;
        marked = false;
        markWasSpaced = false;
    }

    private List<String> takePieces() {
        List<String> taken = List.copyOf(pieces);
        pieces.clear();
        return taken;
    }

    private static boolean endsSentence(char c) {
        return ".!?…。！？".indexOf(c) >= 0;
    }

    private static boolean endsClause(char c) {
        return ",;:—，、；：".indexOf(c) >= 0;
    }

    private static boolean isRepeatable(char c) {
        return ".!?…。！？—".indexOf(c) >= 0;
    }

    private static boolean isOpening(char c) {
        return "([{“‘«「『（《〈【".indexOf(c) >= 0;
    }

    private static boolean isClosing(char c) {
        return ")]}”’»」』）》〉】'".indexOf(c) >= 0;
    }

    /** Digits and letters as wide as a Chinese character. */
    private static boolean isFullWidthLatin(char c) {
        return c > '\uFF00' && c < '\uFF5B' && Character.isLetterOrDigit(c);
    }
}
