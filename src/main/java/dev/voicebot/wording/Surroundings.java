package dev.voicebot.wording;

import java.util.Optional;

/** Which language the text around a number is in, by its letters so far. */
final class Surroundings {
    // A word has about four letters, or one to two Chinese characters.
    private static final int LETTERS_PER_HAN = 4;
    private static final int TRUST_IN_SENTENCE_BEFORE = 8;

    private int han;
    private int latin;
    private int others;
    private boolean known;
    private boolean chineseBefore; // the sentence before
    private boolean otherBefore;

    void take(char c) {
        if (isHan(c)) {
            han++;
            known = true;
        } else if (Character.isLetter(c)) {
            count(c);
            known = true;
        } else if ("。！？.!?\n".indexOf(c) >= 0 && han + latin + others > 0) {
            otherBefore = isOther();
            chineseBefore = isChinese();
            han = 0;
            latin = 0;
            others = 0;
        }
    }

    /** Whether there has been any letter. */
    boolean isKnown() {
        return known;
    }

    /** The language between two characters; empty for one that has no words here. */
    Optional<Tongue> tongue(char before, char next) {
        if (isOther()) {
            return Optional.empty();
        }
        boolean chinese = isHan(before) || isHan(next) || isChinese();
        return Optional.of(chinese ? Tongue.CHINESE : Tongue.ENGLISH);
    }

    static boolean isHan(char c) {
        return Character.isIdeographic(c) || (c >= '\uD840' && c <= '\uD888');
    }

    private void count(char c) {
        if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
            latin++;
        } else {
            others++;
        }
    }

    private boolean isOther() {
        return han + latin + others == 0 ? otherBefore : others > han + latin;
    }

    private boolean isChinese() {
        return han * LETTERS_PER_HAN + (chineseBefore ? TRUST_IN_SENTENCE_BEFORE : 0) > latin;
    }
}
