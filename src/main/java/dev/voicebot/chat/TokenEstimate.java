package dev.voicebot.chat;

import dev.voicebot.language.EastAsian;

/** About how many tokens a text has for a model that does not say: three Chinese characters are two, four letters one. */
final class TokenEstimate {
    private static final double PER_IDEOGRAPH = 2.0 / 3;
    private static final double PER_LETTER = 1.0 / 4;

    private TokenEstimate() {}

    static long of(String text) {
        double tokens = text.codePoints()
                .mapToDouble(c -> EastAsian.isHan(c) ? PER_IDEOGRAPH : PER_LETTER)
                .sum();
        return (long) Math.ceil(tokens);
    }
}
