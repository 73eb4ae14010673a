package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.AmountToken.Quantity;
import dev.voicebot.wording.tokens.TimeToken.Clock;
import dev.voicebot.wording.tokens.TimeToken.Half;
import dev.voicebot.wording.tokens.Token.Between;
import dev.voicebot.wording.tokens.Token.Link;
import dev.voicebot.wording.tokens.Token.Numeral;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 10:30, 10:30:15, 3:05 pm, 2pm, 2.30 a.m.; and what only looks like it: 16:9, a score of 21:15. */
final class TimeForms {
    private static final String START = "(?:(?<![\\p{Alpha}\\d_:.])|(?<=\\dT))";
    private static final String HALF =
            "(?:\\s?([apAP])(?:\\.\\s?[mM](?:\\.(?!\\n|$))?|[mM])(?!\\p{Lower}{4}|[\\d_])|())";
    private static final String ZONE =
            "(?:\\s?(Z|UTC|GMT|(?i:[ECMPB]S?[DT]T|CET|CEST|[ecmp][sd]t))(?![\\p{Alnum}])|())(?:\\s?(?<=:\\d\\d:\\d\\d(?:[.,]\\d{1,9})? ?)[+-]\\d\\d:?\\d\\d(?!\\d))?";

    private static final Pattern SCORE_BEFORE = Pattern.compile(
            "(?:比分|战成|(?<![所可难加得足用予])以|赢了?|[战击]败|胜了?|负|爆冷|领先|落后|大胜|惜败|战平|战胜|扳成|逆转|比例|按|配比|宽高比|局)(?:了|为|是|：|:|\\s|定格在|变成|来到)*$"
                    + "|(?i)\\b(?:scores?|won|wins?|beat|leads?|led|lost|loses?|ratio|aspect|final|tied|draw|drew|odds|scale|mix|proportion|by|set)(?: is| was| of| by| at|:)* ?$");

    private static final Pattern WON_BEFORE = Pattern.compile(
            "(?i)\\b(?:scor\\w*|won|wins?|beat(?:s|en)?|defeat\\w*|leads?|leading|led|los[et]s?|losing|tied|drew|trail\\w*|victory|loss|crushed|edged|downed)\\b[^.,\\d]{0,14}$|比赛(?:结果)?[是为：: ]*$");
    /** 6-4, 3-6, 7-5: further sets of a match. */
    private static final Pattern SETS_BEFORE = Pattern.compile("\\d{1,2}[-–—]\\d{1,2}, (?:and )?$");

    private static final Pattern WON_BEFORE_SETS =
            Pattern.compile("(?i)\\b(?:won|wins?|beat|beats|defeat\\w*|lost|sets?|match|final)\\b");
    private static final Pattern WON_BEHIND = Pattern.compile(
            "\\s(?:wins?|victory|loss|defeat|lead|draw|tie|thriller|scoreline|score|final|in (?:the )?(?:game|set|match))\\b"
                    + "|\\s?的?(?:比分|战胜|击败|取胜|获胜|领先|落后|险胜|大胜|战平|不敌|逆转|完胜|横扫|力克|击退|告负)");
    private static final Pattern WON_HAN_BEHIND =
            Pattern.compile("\\s?的?(?:比分|战胜|击败|取胜|获胜|领先|落后|险胜|大胜|战平|不敌|逆转|完胜|横扫|力克|告负|小胜)");
    private static final Pattern EQUALS_BEHIND = Pattern.compile("\\s?=");
    private static final Pattern MEASURED_BEHIND = Pattern.compile(
            "\\s?(?:[天个月年日号人次元分秒小点周岁倍名位场局轮节楼层条页]|%|points?|days?|weeks?|months?|years?|hours?|minutes?|times|people|games|percent)");

    static final List<Form> FORMS = List.of(
            Form.of("0", START + "(\\d{1,2}):([0-5]\\d\\.\\d{1,3})(?![\\p{Alnum}:.])", TimeForms::race)
                    .goingOnWith(":"),
            Form.of(
                            "0",
                            "(?<![\\p{Alnum}_.,:/-])(\\d{1,3})\\s?[-–—]\\s?(\\d{1,3})(?![\\p{Alnum}_]|[-–—.,:/]\\d)",
                            TimeForms::dashedScore)
                    .goingOnWith("- " + Form.BEYOND_ASCII),
            Form.of(
                            "0",
                            START + "([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d)(?:[.,]\\d+)?|())" + HALF + ZONE
                                    + "(?![\\d:])",
                            TimeForms::time)
                    .goingOnWith(":"),
            Form.of(
                            "0",
                            START
                                    + "(1[0-2]|0?\\d)\\.([0-5]\\d)()()\\s?([apAP])\\.?[mM](?:\\.(?!\\n|$))?(?!\\p{Alnum})()",
                            (match, sentence) -> time(match, sentence))
                    .goingOnWith("."),
            Form.of(
                            "0",
                            START
                                    + "(1[0-2]|0?[1-9])()()()\\s?([apAP])(?:\\.[mM](?:\\.(?!\\n|$))?|[mM])(?!\\p{Alnum})()"
                                    + ZONE,
                            TimeForms::time)
                    .goingOnWith("a "),
            Form.of(
                            "0",
                            START
                                    + "(\\d{1,4}|\\d{1,3}\\.\\d{1,2}):(\\d{1,4}|(?<=(?<!\\d)1:)\\d{5,7}|\\d{1,3}\\.\\d{1,2})(?![\\d:]|\\.\\d)(?!\\p{Alpha})",
                            (match, sentence) -> isTable(match) || isStandard(match, sentence) ? null : score(match))
                    .goingOnWith(":."));

    /** Who makes standards; two names where two made one. */
    private static final Pattern STANDARDS_BEFORE =
            Pattern.compile("\\b(?:ISO|IEC|IEEE|ANSI|DIN|EN|BS|JIS|ECMA|GB(?:/T)?)[ -]?$");

    private TimeForms() {}

    /** ISO 9899:1999: the year of a standard. */
    private static boolean isStandard(MatchResult match, Sentence sentence) {
        boolean isYear = match.group(2).matches("(?:19|20)\\d\\d");
        return isYear && (match.group(1).length() > 3 || sentence.endsWith(STANDARDS_BEFORE, match.start()));
    }

    /** 3:25.7 is how long a run took. */
    private static Token race(MatchResult match) {
        Numeral seconds = Numeral.of(match.group(2).replaceFirst("^0(?=\\d)", ""));
        return Token.Sequence.of(
                new Quantity(Optional.empty(), Numeral.of(match.group(1)), LengthForms.MINUTE, ""),
                new Quantity(Optional.empty(), seconds, Units.of("s"), ""));
    }

    /** 3-2 where it is told who won. */
    private static @Nullable Token dashedScore(MatchResult match, Sentence sentence) {
        if (sentence.goesOnWith(EQUALS_BEHIND, match.end())) {
            return null;
        }
        boolean behind = sentence.goesOnWith(WON_BEHIND, match.end());
        boolean before = (sentence.endsWith(SETS_BEFORE, match.start())
                        && WON_BEFORE_SETS.matcher(sentence.text()).find())
                || sentence.endsWith(WON_BEFORE, match.start())
                || sentence.endsWith(SCORE_BEFORE, match.start());
        return behind || (before && !sentence.goesOnWith(MEASURED_BEHIND, match.end())) ? score(match) : null;
    }

    private static @Nullable Token time(MatchResult match, Sentence sentence) {
        Half half = half(Form.group(match, 5));
        boolean whole = Form.group(match, 3).isEmpty() && half == Half.UNKNOWN;
        if (whole
                && (sentence.endsWith(SCORE_BEFORE, match.start())
                        || sentence.goesOnWith(WON_HAN_BEHIND, match.end()))) {
            return score(match);
        }
        String minute = Form.group(match, 2);
        String second = Form.group(match, 3);
        return new Clock(
                Integer.parseInt(match.group(1)),
                minute.isEmpty() ? 0 : Integer.parseInt(minute),
                second.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(second)),
                half,
                match.groupCount() < 7 ? "" : zone(Form.group(match, 7)),
                minute.isEmpty());
    }

    private static String zone(String written) {
        return written.equals("Z") ? "UTC" : written.toUpperCase(Locale.ROOT);
    }

    private static Half half(String letter) {
        return switch (letter) {
            case "a", "A" -> Half.MORNING;
            case "p", "P" -> Half.AFTERNOON;
            default -> Half.UNKNOWN;
        };
    }

    private static boolean isTable(MatchResult match) {
        return match.group(1).startsWith("0") && match.group(1).length() > 1;
    }

    private static Token score(MatchResult match) {
        return new Between(List.of(Numeral.of(match.group(1)), Numeral.of(match.group(2))), Link.SCORE);
    }
}
