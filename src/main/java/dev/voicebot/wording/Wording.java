package dev.voicebot.wording;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts numbers, units, dates and signs into words, while the text is being written: in Chinese where the text around is
 * Chinese, else in English. It holds back no more than the word or the number that is not yet whole; what comes out depends
 * on the text alone. One thread.
 */
public final class Wording {
    private static final int LONGEST_SPAN = 80;
    private static final int LONGEST_WAIT = 40;
    private static final List<WrittenForm> FORMS = Stream.of(
                    Abbreviations.FORMS,
                    DigitStrings.FORMS,
                    Dates.FORMS,
                    Times.FORMS,
                    Money.FORMS,
                    Quantities.FORMS,
                    Numbers.FORMS,
                    Signs.FORMS)
            .flatMap(List::stream)
            .toList();
    private static final String SIGNS =
            Signs.FORMS.stream().map(WrittenForm::starts).collect(Collectors.joining("", "-−", ""));
    private static final String CURRENCIES = "$€£¥￥";
    private static final String INSIDE_WORDS = "._'’-+#@/&^=\\*~²³";
    private static final String INSIDE_NUMBERS = ".,:：/-–—~～−^*×÷+=%％‰°℃℉" + CURRENCIES + "<>≤≥²³⁰¹⁴⁵⁶⁷⁸⁹⁻{}'’_#@&";
    private static final String BETWEEN_NUMBERS = "-–—~～+*×÷=/<>≤≥";
    private static final String BEHIND_SPACE = BETWEEN_NUMBERS + "%％°℃℉€£";

    /** What the held characters are. */
    private enum Span {
        NONE,
        WORD,
        NUMBER,
        SIGN
    }

    private final StringBuilder held = new StringBuilder();
    private final Surroundings surroundings = new Surroundings();
    private Span span = Span.NONE;
    private char before = '\n'; // the last character in front of those held
    private char last = '\n'; // the last one given out
    private boolean spaceOwed;
    private boolean signDropped;

    /** Takes the next character; adds to {@code out} what can be said now. */
    public void take(char c, StringBuilder out) {
        if (goesOn(c)) {
            held.append(c);
        } else {
            close(c, out);
            begin(c, out);
        }
        surroundings.take(c);
    }

    /** Adds what is left. */
    public void finish(StringBuilder out) {
        close('\n', out);
    }

    private void begin(char c, StringBuilder out) {
        span = spanOf(c);
        if (span == Span.NONE) {
            put(c, out);
            before = c;
        } else {
            held.append(c);
        }
    }

    private static Span spanOf(char c) {
        if (isDigit(c) || isCurrency(c)) {
            return Span.NUMBER;
        }
        if (isLetter(c)) {
            return Span.WORD;
        }
        return SIGNS.indexOf(c) >= 0 ? Span.SIGN : Span.NONE;
    }

    private boolean goesOn(char c) {
        if (held.length() >= LONGEST_SPAN) {
            return false;
        }
        return switch (span) {
            case NONE -> false;
            case WORD -> wordGoesOn(c);
            case SIGN -> signGoesOn(c) || waitsForLanguage(c);
            case NUMBER -> numberGoesOn(c) || waitsForLanguage(c);
        };
    }

    private boolean waitsForLanguage(char c) {
        return !surroundings.isKnown() && c != '\n' && !Character.isLetter(c) && held.length() < LONGEST_WAIT;
    }

    private boolean wordGoesOn(char c) {
        if (c == '$' && isAbbreviatedCountry()) {
            span = Span.NUMBER;
            return true;
        }
        return isLetter(c) || isDigit(c) || INSIDE_WORDS.indexOf(c) >= 0 || isArrowHead(c);
    }

    private boolean isArrowHead(char c) {
        return c == '>' && "-=".indexOf(held.charAt(held.length() - 1)) >= 0;
    }

    private boolean isAbbreviatedCountry() {
        return held.length() == 2 && List.of("US", "HK", "NT").contains(held.toString());
    }

    private boolean signGoesOn(char c) {
        if (isDigit(c) || isCurrency(c)) {
            span = Span.NUMBER;
            return true;
        }
        return SIGNS.indexOf(c) >= 0;
    }

    private boolean numberGoesOn(char c) {
        char end = held.charAt(held.length() - 1);
        char earlier = held.length() > 1 ? held.charAt(held.length() - 2) : '\n';
        if (isDigit(c)) {
            return true;
        }
        if (Surroundings.isHan(c)) {
            return "万亿千百十".indexOf(c) >= 0 && isCurrency(held.charAt(0)) && !isLetter(end);
        }
        if (isLetter(c)) {
            return isDigit(end) || isLetter(end) || "/°.-^'".indexOf(end) >= 0 || (end == ' ' && isDigit(earlier));
        }
        if (c == ' ') {
            return isDigit(end)
                    || (end == ')' && held.charAt(0) == '+')
                    || (earlier == ' ' && BETWEEN_NUMBERS.indexOf(end) >= 0);
        }
        if (c == '(' || c == ')') {
            return held.charAt(0) == '+';
        }
        return end == ' ' ? BEHIND_SPACE.indexOf(c) >= 0 : INSIDE_NUMBERS.indexOf(c) >= 0;
    }

    private void close(char next, StringBuilder out) {
        if (held.isEmpty()) {
            return;
        }
        if (span == Span.WORD && isPlainWord()) {
            held.chars().forEach(c -> put((char) c, out));
        } else {
            read(next, out);
        }
        before = held.charAt(held.length() - 1);
        held.setLength(0);
        span = Span.NONE;
    }

    private boolean isPlainWord() {
        for (int i = 0; i < held.length(); i++) {
            if (!isLetter(held.charAt(i))) {
                return "vs".contentEquals(held);
            }
        }
        return !"vs".contentEquals(held);
    }

    /** Says what is held, form by form; what no form knows stays as it is. */
    private void read(char next, StringBuilder out) {
        String text = before + held.toString() + next;
        Optional<Tongue> tongue = surroundings.tongue(before, next);
        List<WrittenForm> forms = tongue.isPresent() ? FORMS : List.of(Signs.NOISE);
        int end = text.length() - 1;
        for (int at = 1; at < end; ) {
            at = step(text, at, end, forms, tongue.orElse(Tongue.ENGLISH), out);
        }
    }

    private int step(String text, int at, int end, List<WrittenForm> forms, Tongue tongue, StringBuilder out) {
        char c = text.charAt(at);
        for (WrittenForm form : forms) {
            if (form.mayStartWith(c)) {
                Matcher matcher = form.pattern().matcher(text).region(at, end);
                if (matcher.useTransparentBounds(true).useAnchoringBounds(false).lookingAt()) {
                    say(form.words().apply(matcher, tongue), out);
                    return matcher.end();
                }
            }
        }
        return copy(text, at, out);
    }

    private int copy(String text, int at, StringBuilder out) {
        put(text.charAt(at), out);
        return at + 1;
    }

    /** Adds words that replace something; a space at their ends means that one is needed between words. */
    private void say(String words, StringBuilder out) {
        if (words.isBlank()) {
            signDropped = words.isEmpty() || last == ' ';
            spaceOwed |= !signDropped && !Surroundings.isHan(last);
            return;
        }
        if (words.startsWith(" ") && !Character.isWhitespace(last) && !Surroundings.isHan(last)) {
            spaceOwed = true;
        }
        String inner = words.strip();
        for (int i = 0; i < inner.length(); i++) {
            put(inner.charAt(i), out);
        }
        spaceOwed = words.endsWith(" ");
    }

    private void put(char c, StringBuilder out) {
        if (c == ' ' && last == ' ' && signDropped) {
            return;
        }
        signDropped = false;
        if (spaceOwed && (Character.isLetterOrDigit(c) || c == '-') && !Surroundings.isHan(c)) {
            out.append(' ');
        }
        spaceOwed = false;
        out.append(c);
        last = c;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) && !Surroundings.isHan(c);
    }

    private static boolean isCurrency(char c) {
        return CURRENCIES.indexOf(c) >= 0;
    }
}
