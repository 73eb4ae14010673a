package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.TimeToken.CalendarDate;
import dev.voicebot.wording.tokens.TimeToken.Clock;
import dev.voicebot.wording.tokens.TimeToken.DayPlace;
import dev.voicebot.wording.tokens.TimeToken.Half;
import dev.voicebot.wording.tokens.Token.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates with the name of a month: Nov 25, 2026, 25th of November, Nov 2026. */
final class MonthForms {
    private static final String NAME =
            "(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?"
                    + "|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)";
    private static final String NAMES = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String SUFFIX = "(?:st|nd|rd|th)?";
    private static final Pattern WEEKDAY_BEFORE =
            Pattern.compile("(?i)\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? $");
    private static final Pattern ARTICLE = Pattern.compile("(?i)\\b(?:the|every|each|this|a) $");

    static final List<Form> FORMS = List.of(
            Form.of(
                            "a",
                            "(?i)(?<![\\p{Alnum}_./-])" + NAME + " " + DateForms.DAY + " (\\d\\d):(\\d\\d):(\\d\\d) "
                                    + DateForms.YEAR + "(?: [+-]\\d{4})?" + DateForms.OVER,
                            MonthForms::logged)
                    .startingWith("jfmasondJFMASOND")
                    .needing("0"),
            Form.of(
                            "a",
                            "(?i)(?<![\\p{Alnum}_./-])" + NAME + "([- ])" + DateForms.DAY + SUFFIX + "(?:(?:, ?|\\2)"
                                    + DateForms.YEAR + "|())(?! (?:thousand|million|billion|percent)|['’:%]|\\d)"
                                    + DateForms.OVER,
                            MonthForms::named)
                    .startingWith("jfmasondJFMASOND")
                    .needing("0"),
            Form.of(
                            "a",
                            "(?i)(?<![\\p{Alnum}_./-])" + NAME + "(,? )" + DateForms.YEAR + DateForms.OVER,
                            MonthForms::monthAndYear)
                    .startingWith("jfmasondJFMASOND")
                    .needing("0"),
            Form.of(
                            "0",
                            "(?i)" + DateForms.START + DateForms.DAY + SUFFIX + "([- ])(?:of )?" + NAME + "(?:,?\\2"
                                    + DateForms.YEAR
                                    + "|())(?![\\p{Alpha}\\d_]| \\d{1,2} (?:\\d\\d:\\d\\d|\\d{4})(?!\\d))",
                            MonthForms::dayFirst)
                    .goingOnWith("a -")
                    .needing("0"));

    private MonthForms() {}

    private static @Nullable Token logged(MatchResult match) {
        return Sequence.of(
                new CalendarDate(
                        Optional.of(match.group(6)),
                        monthOf(match.group(1)),
                        OptionalInt.of(Integer.parseInt(match.group(2))),
                        DayPlace.BEHIND_MONTH,
                        true),
                new Clock(
                        Integer.parseInt(match.group(3)),
                        Integer.parseInt(match.group(4)),
                        OptionalInt.empty(),
                        Half.UNKNOWN,
                        "",
                        false));
    }

    private static @Nullable Token named(MatchResult match, Sentence sentence) {
        return isMonth(
                        match.group(1),
                        !Form.group(match, 4).isEmpty()
                                || match.group().matches(".*(?:st|nd|rd|th)\\b.*")
                                || sentence.endsWith(WEEKDAY_BEFORE, match.start()))
                ? withName(match, 1, 3, 4, DayPlace.BEHIND_MONTH)
                : null;
    }

    private static @Nullable Token dayFirst(MatchResult match, Sentence sentence) {
        boolean article = sentence.endsWith(ARTICLE, match.start());
        return isMonth(match.group(3), !Form.group(match, 4).isEmpty())
                ? withName(match, 3, 1, 4, article ? DayPlace.BEHIND_ARTICLE : DayPlace.BEFORE_MONTH)
                : null;
    }

    private static @Nullable Token monthAndYear(MatchResult match) {
        return isMonth(match.group(1), true)
                ? new CalendarDate(
                        Optional.of(match.group(3)),
                        monthOf(match.group(1)),
                        OptionalInt.empty(),
                        DayPlace.BEHIND_MONTH,
                        false)
                : null;
    }

    private static Token withName(MatchResult match, int name, int day, int year, DayPlace place) {
        return new CalendarDate(
                Optional.of(Form.group(match, year)).filter(digits -> !digits.isEmpty()),
                monthOf(match.group(name)),
                OptionalInt.of(Integer.parseInt(match.group(day))),
                place,
                false);
    }

    /** Words such as may, march and dec are months only with a capital or more of a date. */
    private static boolean isMonth(String name, boolean more) {
        boolean whole =
                (name.length() > 4 && !name.equals("march")) || name.endsWith(".") || name.matches("ju(?:ne|ly)");
        return more || whole || Character.isUpperCase(name.charAt(0));
    }

    private static OptionalInt monthOf(String name) {
        return OptionalInt.of(NAMES.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1);
    }
}
