package dev.voicebot.engine.guide;

import dev.voicebot.language.EastAsian;
import dev.voicebot.text.Messages;
import dev.voicebot.text.UiLanguage;
import java.util.function.Supplier;

/** The language of a question, and so of its answer. */
enum Language {
    ENGLISH,
    CHINESE;

    /** Chinese as soon as there is one Chinese character. */
    static Language of(String text) {
        return EastAsian.hasHan(text) ? CHINESE : ENGLISH;
    }

    /** What {@code text} says in this language. */
    String say(Supplier<String> text) {
        return Messages.in(this == ENGLISH ? UiLanguage.EN : UiLanguage.ZH, text);
    }

    String pick(String english, String chinese) {
        return this == ENGLISH ? english : chinese;
    }
}
