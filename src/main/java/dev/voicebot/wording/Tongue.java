package dev.voicebot.wording;

/** The language that a number or sign is read in. */
enum Tongue {
    ENGLISH,
    CHINESE;

    boolean isChinese() {
        return this == CHINESE;
    }

    String choose(String english, String chinese) {
        return this == CHINESE ? chinese : english;
    }
}
