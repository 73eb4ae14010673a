package dev.voicebot.engine.piper;

import java.util.ArrayList;
import java.util.List;

/** Cuts a sentence into stretches that are short enough to wait for, at marks and, where there are none, at spaces. */
final class Clauses {
    private static final int SHORTEST = 40;
    private static final int LONGEST = 200;

    private Clauses() {}

    /** Joined, they are the text. */
    static List<String> of(String text) {
        List<String> clauses = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            int length = i + 1 - start;
            boolean isSpace = Character.isWhitespace(text.charAt(i));
            boolean afterMark = isSpace && i > 0 && ",;:.!?".indexOf(text.charAt(i - 1)) >= 0;
            if ((length >= SHORTEST && afterMark) || (length >= LONGEST && isSpace)) {
                clauses.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            clauses.add(text.substring(start));
        }
        return clauses;
    }
}
