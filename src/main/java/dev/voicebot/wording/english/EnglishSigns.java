package dev.voicebot.wording.english;

import dev.voicebot.wording.tokens.Sign;
import java.util.Map;

/** The names of signs. */
final class EnglishSigns {
    static final Map<Sign, String> NAMES = Map.ofEntries(
            Map.entry(Sign.TO, " to "),
            Map.entry(Sign.ARROW, " to "),
            Map.entry(Sign.BOTH_WAYS, " and "),
            Map.entry(Sign.BACK, ", "),
            Map.entry(Sign.UP, " up "),
            Map.entry(Sign.DOWN, " down "),
            Map.entry(Sign.GREATER, " greater than "),
            Map.entry(Sign.LESS, " less than "),
            Map.entry(Sign.GREATER_OR_EQUAL, " greater than or equal to "),
            Map.entry(Sign.LESS_OR_EQUAL, " less than or equal to "),
            Map.entry(Sign.UNEQUAL, " not equal to "),
            Map.entry(Sign.EQUALS, " equals "),
            Map.entry(Sign.ABOUT, " about "),
            Map.entry(Sign.PLUS_MINUS, " plus or minus "),
            Map.entry(Sign.PLUS, " plus "),
            Map.entry(Sign.MINUS, " minus "),
            Map.entry(Sign.POSITIVE, "plus "),
            Map.entry(Sign.NEGATIVE, "minus "),
            Map.entry(Sign.TIMES, " times "),
            Map.entry(Sign.DIVIDED, " divided by "),
            Map.entry(Sign.INFINITY, " infinity "),
            Map.entry(Sign.ROOT, " the square root of "),
            Map.entry(Sign.DEGREES, " degrees "),
            Map.entry(Sign.PERCENT, " percent "),
            Map.entry(Sign.PER_THOUSAND, " per thousand "),
            Map.entry(Sign.AND, " and "),
            Map.entry(Sign.OR, " or "),
            Map.entry(Sign.AT, " at "),
            Map.entry(Sign.PER, " per "),
            Map.entry(Sign.SHARP, " sharp "),
            Map.entry(Sign.PLUS_PLUS, " plus plus "),
            Map.entry(Sign.NUMBER, "number "),
            Map.entry(Sign.SECTION, " section "),
            Map.entry(Sign.SQUARED, " squared "),
            Map.entry(Sign.CUBED, " cubed "),
            Map.entry(Sign.MORE, " plus "),
            Map.entry(Sign.SLASH, " slash "),
            Map.entry(Sign.DOT, " dot "),
            Map.entry(Sign.HOME, " home "),
            Map.entry(Sign.NOTHING, ""),
            Map.entry(Sign.GAP, " "),
            Map.entry(Sign.PAUSE, ", "),
            Map.entry(Sign.LINK, "link"));

    private EnglishSigns() {}
}
