package dev.voicebot.engine.guide;

import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody said to the guide. */
record Question(String text) {
    boolean isChinese() {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    /** Lower case, without the punctuation around it. */
    String plain() {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s?!.。？！，,]+$", "");
    }

    boolean has(Pattern pattern) {
        return pattern.matcher(plain()).find();
    }

    String in(String english, String chinese) {
        return isChinese() ? chinese : english;
    }
}
