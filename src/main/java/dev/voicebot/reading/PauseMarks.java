package dev.voicebot.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds pauses such as {@code [pause 3s]} or {@code [pause 500ms]} in a text that arrives in pieces. One thread. */
final class PauseMarks {
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int LONGEST_MARK = 20; // characters
    private static final Pattern MARK = Pattern.compile("\\[pause (\\d{1,5}(?:\\.\\d{1,3})?) ?(ms|s)?]");

    private final Consumer<String> text;
    private final Pause pause;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder bracket = new StringBuilder(); // behind the plain text; may become a mark

    /** What happens where one is found. */
    interface Pause {
        /** {@code length} is at most {@link #LONGEST}; {@code characters} of the text say it. */
        void found(Duration length, int characters);
    }

    /** {@code text} receives all that is no mark, in pieces of any length. */
    PauseMarks(Consumer<String> text, Pause pause) {
        this.text = text;
        this.pause = pause;
    }

    void take(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            take(piece.charAt(i));
        }
        hand();
    }

    private void take(char c) {
        if (c == '[') {
            giveUp();
            bracket.append(c);
        } else if (bracket.isEmpty()) {
            plain.append(c);
        } else {
            bracket.append(c);
            if (c == ']') {
                close();
            } else if (bracket.length() > LONGEST_MARK) {
                giveUp();
            }
        }
    }

    private void close() {
        Matcher mark = MARK.matcher(bracket);
        if (mark.matches()) {
            hand();
            pause.found(length(mark), bracket.length());
            bracket.setLength(0);
        } else {
            giveUp();
        }
    }

    /** The bracket is text like any other. */
    private void giveUp() {
        plain.append(bracket);
        bracket.setLength(0);
    }

    private void hand() {
        if (!plain.isEmpty()) {
            String piece = plain.toString();
            plain.setLength(0);
            text.accept(piece);
        }
    }

    /** The text is over. */
    void finish() {
        giveUp();
        hand();
    }

    private static Duration length(Matcher mark) {
        int digits = "ms".equals(mark.group(2)) ? 0 : 3;
        Duration length = Duration.ofMillis(
                new BigDecimal(mark.group(1)).scaleByPowerOfTen(digits).longValue());
        return length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }
}
