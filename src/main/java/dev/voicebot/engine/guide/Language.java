package dev.voicebot.engine.guide;

import dev.voicebot.language.EastAsian;

/** The language of a question, and so of its answer. */
enum Language {
    ENGLISH,
    CHINESE;

    /** Chinese as soon as there is one Chinese character. */
    static Language of(String text) {
        return EastAsian.hasHan(text) ? CHINESE : ENGLISH;
    }

    String pick(String english, String chinese) {
        return this == ENGLISH ? english : chinese;
    }
}
