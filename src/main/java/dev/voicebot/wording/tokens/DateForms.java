package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.TimeToken.CalendarDate;
import dev.voicebot.wording.tokens.TimeToken.DayPlace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in digits: 2026-11-25, 11/25/2026, 25.11.2026, 11/25 where it must be a day. */
final class DateForms {
    static final String DAY = "(0?[1-9]|[12]\\d|3[01])";
    static final String MONTH = "(0?[1-9]|1[0-2])";
    static final String YEAR = "([12]\\d{3})";
    static final String OVER = "(?![\\p{Alpha}\\d_]|[-/:.·]\\d)";
    static final String START = "(?<![\\p{Alpha}\\d_.]|[\\d][,:/-]|[\\p{Alpha}/]/)";

    private static final Pattern DAY_BEFORE = Pattern.compile(
            "(?:今天|明天|昨天|后天|日期|生日|周[一二三四五六日]|星期[一二三四五六日天]|截止|截至|到期|时间|定于|定在|改到|推迟到|提前到)(?:就?是|为|到|在|：|:|\\s|，)*$"
                    + "|(?i)\\b(?:today is|due(?: by| on)?|on|except|before|after|starting|through|thru|ends?|begins?|opens?|closes?|expires?|since|until|till|dated?|tomorrow is|deadline(?: is)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|(?:mon|tue|wed|thu|fri|sat|sun)\\.?,?)[: ]+$");
    private static final Pattern DATE_BEFORE = Pattern.compile("日期[是为：: ]*$|(?i)\\bdated? $");
    private static final Pattern VERSION_BEFORE =
            Pattern.compile("(?:版本?|(?i:version|release|\\bv))[号是为：: ]*$|[A-Z][A-Za-z]+ $");
    private static final Pattern COUNTED_BEHIND =
            Pattern.compile("\\s?(?:[个位次分折条页张块元角倍岁人名只件台辆米寸秒度斤克吨升百千万亿%‰％]|公[里斤分]|小时|分钟|厘米|毫[米升克]|[a-zA-Z])");
    private static final Pattern PORTION_BEHIND = Pattern.compile("\\s?(?:of|cup|的|个|杯|份)");

    static final List<Form> FORMS = List.of(
            Form.of(
                            "0",
                            START + YEAR + "([-/])" + MONTH + "\\2" + DAY + "(?:(?:T|\\s(?=\\d\\d?:\\d\\d))|" + OVER
                                    + ")",
                            match -> date(match, 1, 3, 4, DayPlace.BEHIND_MONTH))
                    .goingOnWith("-/"),
            Form.of("0", START + YEAR + "([.·])" + MONTH + "\\2" + DAY + OVER, DateForms::dotted)
                    .goingOnWith("." + Form.BEYOND_ASCII),
            Form.of(
                            "0",
                            START + DAY + "/" + MONTH + "/" + YEAR + OVER,
                            match -> over12(match, 1) ? date(match, 3, 2, 1, DayPlace.BEHIND_MONTH) : null)
                    .goingOnWith("/"),
            Form.of(
                            "0",
                            START + MONTH + "/" + DAY + "/" + YEAR + OVER,
                            match -> date(match, 3, 1, 2, DayPlace.BEHIND_MONTH))
                    .goingOnWith("/"),
            Form.of(
                            "0",
                            START + MONTH + "-" + DAY + "-" + YEAR + OVER,
                            match -> over12(match, 2) ? date(match, 3, 1, 2, DayPlace.BEHIND_MONTH) : null)
                    .goingOnWith("-"),
            Form.of(
                            "0",
                            START + DAY + "([.-])" + MONTH + "\\2" + YEAR + OVER,
                            match -> date(match, 4, 3, 1, DayPlace.BEFORE_MONTH))
                    .goingOnWith("-."),
            Form.of("0", START + "(\\d{1,2})/(\\d{1,2})/(\\d{1,2})" + OVER, DateForms::shortDate)
                    .goingOnWith("/"),
            Form.of("0", START + "(\\d{2})\\.(\\d{1,2})\\.(\\d{1,2})" + OVER, DateForms::namedShortDate)
                    .goingOnWith("."),
            Form.of("0", START + YEAR + "[-/](0[1-9]|1[0-2])" + OVER, match -> month(match, 1, 2))
                    .goingOnWith("-/"),
            Form.of(
                            "0",
                            START + "((?:19|20)\\d\\d)\\.(0[1-9]|1[0-2])" + OVER,
                            (match, sentence) -> sentence.isChinese()
                                            && !sentence.endsWith(VERSION_BEFORE, match.start())
                                            && !sentence.goesOnWith(COUNTED_BEHIND, match.end())
                                    ? month(match, 1, 2)
                                    : null)
                    .goingOnWith("."),
            Form.of("0", START + "(0[1-9]|1[0-2])[-/]" + YEAR + OVER, match -> month(match, 2, 1))
                    .goingOnWith("-/"),
            Form.of("0", START + "(0[1-9]|1[0-2])[-.](0[1-9]|[12]\\d|3[01])" + OVER, DateForms::chineseDay)
                    .goingOnWith("-."),
            Form.of("0", START + MONTH + "/" + DAY + "\\s?(?:日|号(?![线楼门院机位馆厅桌球车选码店厂井]))", match -> dayOf(match, 1, 2))
                    .goingOnWith("/"),
            Form.of("0", START + MONTH + "/" + DAY + OVER, DateForms::evident).goingOnWith("/"),
            Form.of(
                            "0",
                            START + MONTH + "/" + DAY + "(?=" + Form.DASH + MONTH + "/" + DAY + OVER + ")",
                            DateForms::evident)
                    .goingOnWith("/"));

    private DateForms() {}

    private static boolean over12(MatchResult match, int group) {
        return Integer.parseInt(match.group(group)) > 12;
    }

    private static Token date(MatchResult match, int year, int month, int day, DayPlace place) {
        char last = match.group().charAt(match.group().length() - 1);
        return new CalendarDate(
                Optional.of(match.group(year)),
                OptionalInt.of(Integer.parseInt(match.group(month))),
                OptionalInt.of(Integer.parseInt(match.group(day))),
                place,
                !Character.isDigit(last));
    }

    /** 2012.01.05; 2024.1.2 may be a version. */
    private static @Nullable Token dotted(MatchResult match, Sentence sentence) {
        boolean padded = match.group(3).length() == 2 && match.group(4).length() == 2;
        boolean dot = match.group(2).equals(".");
        return dot && ((!padded && !sentence.isChinese()) || sentence.endsWith(VERSION_BEFORE, match.start()))
                ? null
                : date(match, 1, 3, 4, DayPlace.BEHIND_MONTH);
    }

    /** 12/25/24 in English, 24/12/25 in Chinese. */
    private static @Nullable Token shortDate(MatchResult match, Sentence sentence) {
        return sentence.isChinese()
                ? shortOf(match, 1, 2, 3)
                : match.group(3).length() == 2 ? shortOf(match, 3, 1, 2) : null;
    }

    private static @Nullable Token namedShortDate(MatchResult match, Sentence sentence) {
        return sentence.endsWith(DATE_BEFORE, match.start()) ? shortOf(match, 1, 2, 3) : null;
    }

    private static @Nullable Token shortOf(MatchResult match, int year, int month, int day) {
        int ofYear = Integer.parseInt(match.group(month));
        int ofMonth = Integer.parseInt(match.group(day));
        boolean real = ofYear >= 1
                && ofYear <= 12
                && ofMonth >= 1
                && ofMonth <= 31
                && match.group(year).length() == 2;
        return real ? date(match, year, month, day, DayPlace.BEHIND_MONTH) : null;
    }

    private static Token month(MatchResult match, int year, int month) {
        return new CalendarDate(
                Optional.of(match.group(year)),
                OptionalInt.of(Integer.parseInt(match.group(month))),
                OptionalInt.empty(),
                DayPlace.BEHIND_MONTH,
                false);
    }

    private static Token dayOf(MatchResult match, int month, int day) {
        return new CalendarDate(
                Optional.empty(),
                OptionalInt.of(Integer.parseInt(match.group(month))),
                OptionalInt.of(Integer.parseInt(match.group(day))),
                DayPlace.BEHIND_MONTH,
                false);
    }

    /** 11/29 is a fraction unless the words before it speak of a day. */
    private static @Nullable Token evident(MatchResult match, Sentence sentence) {
        boolean day = sentence.endsWith(DAY_BEFORE, match.start()) && !sentence.goesOnWith(PORTION_BEHIND, match.end());
        boolean second = sentence.before(match.start()) == '-' && Character.isDigit(sentence.before(match.start() - 1));
        return day || second ? dayOf(match, 1, 2) : null;
    }

    /** 08-15 and 01.05; but 10-20个 is a range, and 10.05% a number. */
    private static @Nullable Token chineseDay(MatchResult match, Sentence sentence) {
        boolean padded = match.group(1).startsWith("0");
        boolean likely = padded || sentence.endsWith(DAY_BEFORE, match.start());
        return sentence.isChinese() && likely && !sentence.goesOnWith(COUNTED_BEHIND, match.end())
                ? dayOf(match, 1, 2)
                : null;
    }
}
