package dev.voicebot.synthesis;

import dev.voicebot.language.EastAsian;

/** How long a text is to a service that speaks by the character: a Chinese one counts twice, all else once. */
public final class BilledCharacters {
    private BilledCharacters() {}

    public static long of(String text) {
        return text.codePoints()
                .mapToLong(codePoint -> EastAsian.isHan(codePoint) ? 2 : 1)
                .sum();
    }
}
