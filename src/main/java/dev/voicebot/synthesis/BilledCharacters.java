package dev.voicebot.synthesis;

/** How long a text is to a service that speaks by the character: a Chinese one counts twice, all else once. */
public final class BilledCharacters {
    private BilledCharacters() {}

    public static long of(String text) {
        return text.codePoints()
                .mapToLong(codePoint -> Character.isIdeographic(codePoint) ? 2 : 1)
                .sum();
    }
}
