package dev.voicebot.wording.tokens;

import java.util.Locale;
import java.util.Set;

/** Tells words that are nothing but words, so that most of a text is passed over quickly. */
final class PlainWords {
    private static final String BEHIND = " ,;:!?)\n\"”’";
    private static final Set<String> MORE = Set.of(
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "usd", "cny", "rmb",
            "eur", "gbp", "jpy", "hkd", "krw", "aud", "cad", "sgd", "chf", "inr", "app", "fig", "sin", "cos", "tan",
            "log");

    private PlainWords() {}

    /** Whether letters alone begin at {@code at}, and nothing that is read otherwise begins so. */
    static boolean isAt(int at, Sentence sentence) {
        String text = sentence.text();
        int end = at;
        while (end < text.length() && Form.classOf(text.charAt(end)) == 'a') {
            end++;
        }
        int length = end - at;
        char behind = sentence.at(end);
        boolean over = BEHIND.indexOf(behind) >= 0 || (behind == '.' && BEHIND.indexOf(sentence.at(end + 1)) >= 0);
        if (!over || length < 2) {
            return false;
        }
        if (length == 2) {
            return behind != '.' && Character.isLowerCase(text.charAt(at)) && !text.startsWith("vs", at);
        }
        return !MORE.contains(text.substring(at, at + 3).toLowerCase(Locale.ROOT));
    }
}
