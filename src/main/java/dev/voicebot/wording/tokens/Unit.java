package dev.voicebot.wording.tokens;

/** A unit: one and many of it in English, and in Chinese; between the parts of a rate stands {@code per}. */
public record Unit(String sign, String one, String many, String chinese) {
    /** Percent is a unit like others, but Chinese says it before the number. */
    public static final Unit PERCENT = new Unit("%", "percent", "percent", "百分之");

    public static final Unit PER_THOUSAND = new Unit("‰", "per thousand", "per thousand", "千分之");

    /** So many times as much. */
    public static final Unit TIMES = new Unit("x", "times", "times", "倍");

    /** Whether its quantities are said as part of a hundred or thousand. */
    public boolean isShare() {
        return equals(PERCENT) || equals(PER_THOUSAND);
    }

    /** Whether it is a temperature, which is below zero rather than negative. */
    public boolean isTemperature() {
        return sign.startsWith("°") && sign.length() > 1;
    }
}
