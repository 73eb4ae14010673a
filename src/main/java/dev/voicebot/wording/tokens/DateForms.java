package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.Token.CalendarDate;
import dev.voicebot.wording.tokens.Token.Clock;
import dev.voicebot.wording.tokens.Token.DayPlace;
import dev.voicebot.wording.tokens.Token.Decade;
import dev.voicebot.wording.tokens.Token.Era;
import dev.voicebot.wording.tokens.Token.Half;
import dev.voicebot.wording.tokens.Token.QuarterOfYear;
import dev.voicebot.wording.tokens.Token.Sequence;
import dev.voicebot.wording.tokens.Token.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days, months and years: 2026-11-25, 11/25/2026, 25.11.2026, Nov 25, 2026, 11/25 where it must be a day, 2026年, the 80s, 44 BC. */
final class DateForms {
    private static final String DAY = "(0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(0?[1-9]|1[0-2])";
    private static final String YEAR = "([12]\\d{3})";
    private static final String OVER = "(?![\\p{Alpha}\\d_]|[-/:.·]\\d)";
    private static final String START = "(?<![\\p{Alpha}\\d_.]|[\\d][,:/-]|[\\p{Alpha}/]/)";
    private static final String NAME =
            "(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?"
                    + "|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)";
    private static final String NAMES = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String SUFFIX = "(?:st|nd|rd|th)?";

    private static final String SEASON = "(?:赛季|财年|学年|学期|[款届](?!\\d)|世界杯|奥运|欧洲杯|亚运)";

    private static final Pattern DAY_BEFORE = Pattern.compile(
            "(?:今天|明天|昨天|后天|日期|生日|周[一二三四五六日]|星期[一二三四五六日天]|截止|截至|到期|时间|定于|定在|改到|推迟到|提前到)(?:就?是|为|到|在|：|:|\\s|，)*$"
                    + "|(?i)\\b(?:today is|due(?: by| on)?|on|since|until|till|dated?|tomorrow is|deadline(?: is)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|(?:mon|tue|wed|thu|fri|sat|sun)\\.?,?)[: ]+$");
    private static final Pattern WEEKDAY_BEFORE =
            Pattern.compile("(?i)\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? $");
    private static final Pattern ARTICLE = Pattern.compile("(?i)\\b(?:the|every|each|this|a) $");
    private static final Pattern DATE_BEFORE = Pattern.compile("日期[是为：: ]*$|(?i)\\bdated? $");
    private static final Pattern VERSION_BEFORE =
            Pattern.compile("(?:版本?|(?i:version|release|\\bv))[号是为：: ]*$|[A-Z][A-Za-z]+ $");
    private static final Pattern DURATION_BEHIND = Pattern.compile("年(?:多|来|前|后的?今天|的?历史|以来|左右|以上|的?文明|内|间|期|寿命|一遇|不)");
    private static final Pattern SECONDS_BEFORE = Pattern.compile(
            "(?i)(?:\\b(?:took|takes?|taking|in|after|every|within|timeout(?: of| is)?|than|about|around|waits?|waited|lasts?|lasted|for|least|most|to|=|default)|[~<>≤≥=(\\[:])\\s?$");
    private static final Pattern SECONDS_BEHIND =
            Pattern.compile("\\s(?:timeout|delay|interval|window|limit|elapsed|remaining|later|ago|or|per)\\b|[)\\]/]");
    private static final Pattern COUNTED_BEHIND =
            Pattern.compile("\\s?(?:[个位次分折条页张块元角倍岁人名只件台辆米寸秒度斤克吨升百千万亿%‰％]|公[里斤分]|小时|分钟|厘米|毫[米升克]|[a-zA-Z])");
    private static final Pattern PORTION_BEHIND = Pattern.compile("\\s?(?:of|cup|的|个|杯|份)");

    private static final Pattern COUNTED_BEFORE = Pattern.compile("[过了活近约整第长达共已这每满又再有经历用花续超逾]\\s?$");
    private static final Pattern SPAN_BEHIND = Pattern.compile("年(?:前|来|间|内|之|多|历史|以|时间|左右|期|产权|寿命|代)");

    static final List<Form> FORMS = List.of(
            Form.of(
                    "0",
                    START + YEAR + "([-/])" + MONTH + "\\2" + DAY + "(?:(?:T|\\s(?=\\d\\d?:\\d\\d))|" + OVER + ")",
                    match -> date(match, 1, 3, 4, DayPlace.BEHIND_MONTH)),
            Form.of("0", START + YEAR + "([.·])" + MONTH + "\\2" + DAY + OVER, DateForms::dotted),
            Form.of(
                    "0",
                    START + DAY + "/" + MONTH + "/" + YEAR + OVER,
                    match -> over12(match, 1) ? date(match, 3, 2, 1, DayPlace.BEHIND_MONTH) : null),
            Form.of(
                    "0",
                    START + MONTH + "/" + DAY + "/" + YEAR + OVER,
                    match -> date(match, 3, 1, 2, DayPlace.BEHIND_MONTH)),
            Form.of(
                    "0",
                    START + MONTH + "-" + DAY + "-" + YEAR + OVER,
                    match -> over12(match, 2) ? date(match, 3, 1, 2, DayPlace.BEHIND_MONTH) : null),
            Form.of(
                    "0",
                    START + DAY + "([.-])" + MONTH + "\\2" + YEAR + OVER,
                    match -> date(match, 4, 3, 1, DayPlace.BEFORE_MONTH)),
            Form.of("0", START + "(\\d{1,2})/(\\d{1,2})/(\\d{1,2})" + OVER, DateForms::shortDate),
            Form.of("0", START + "(\\d{2})\\.(\\d{1,2})\\.(\\d{1,2})" + OVER, DateForms::namedShortDate),
            Form.of("0", START + YEAR + "[-/](0[1-9]|1[0-2])" + OVER, match -> month(match, 1, 2)),
            Form.of(
                    "0",
                    START + "((?:19|20)\\d\\d)\\.(0[1-9]|1[0-2])" + OVER,
                    (match, sentence) -> sentence.isChinese()
                                    && !sentence.endsWith(VERSION_BEFORE, match.start())
                                    && !sentence.goesOnWith(COUNTED_BEHIND, match.end())
                            ? month(match, 1, 2)
                            : null),
            Form.of("0", START + "(0[1-9]|1[0-2])[-/]" + YEAR + OVER, match -> month(match, 2, 1)),
            Form.of("0", START + "(0[1-9]|1[0-2])[-.](0[1-9]|[12]\\d|3[01])" + OVER, DateForms::chineseDay),
            Form.of("0", START + MONTH + "/" + DAY + "\\s?[日号]", match -> dayOf(match, 1, 2)),
            Form.of("0", START + MONTH + "/" + DAY + OVER, DateForms::evident),
            Form.of(
                    "0",
                    START + MONTH + "/" + DAY + "(?=" + Form.DASH + MONTH + "/" + DAY + OVER + ")",
                    DateForms::evident),
            Form.of(
                            "a",
                            "(?i)(?<![\\p{Alnum}_./-])" + NAME + " " + DAY + " (\\d\\d):(\\d\\d):(\\d\\d) " + YEAR
                                    + "(?: [+-]\\d{4})?" + OVER,
                            DateForms::logged)
                    .needing("0"),
            Form.of(
                            "a",
                            "(?i)(?<![\\p{Alnum}_./-])" + NAME + "([- ])" + DAY + SUFFIX + "(?:(?:, ?|\\2)" + YEAR
                                    + "|())(?! (?:thousand|million|billion|percent)|['’:%]|\\d)" + OVER,
                            DateForms::named)
                    .needing("0"),
            Form.of("a", "(?i)(?<![\\p{Alnum}_./-])" + NAME + "(,? )" + YEAR + OVER, DateForms::monthAndYear)
                    .needing("0"),
            Form.of(
                            "0",
                            "(?i)" + START + DAY + SUFFIX + "([- ])(?:of )?" + NAME + "(?:,?\\2" + YEAR
                                    + "|())(?![\\p{Alpha}\\d_])",
                            DateForms::dayFirst)
                    .needing("0"),
            Form.of(
                    "0",
                    "(?<![\\p{Alpha}\\d_.,])(\\d{1,4})\\s?((?i:b\\.c\\.?(?:e\\.)?|bce?|a\\.d\\.?)|AD|CE)(?!\\p{Alnum})",
                    match -> new Year(match.group(1), era(match.group(2)))),
            Form.of("0'’‘", "(?<![\\p{Alnum}_.,])['’‘]?((?:\\d\\d)?\\d0)['’]?s(?![\\p{Alnum}_])", DateForms::decade),
            Form.of(
                    "0",
                    START + "([1-4])Q(\\d{4}|\\d{2})" + OVER,
                    match -> new QuarterOfYear(match.group(1), Optional.of(match.group(2)))),
            Form.of(
                    "0",
                    START + YEAR + "年?[- ]?Q([1-4])" + OVER,
                    match -> new QuarterOfYear(match.group(2), Optional.of(match.group(1)))),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}_.])Q([1-4])(?: |/|-|(?=\\d{4}))((?:19|20)\\d{2})" + OVER,
                            match -> new QuarterOfYear(match.group(1), Optional.of(match.group(2))))
                    .needing("Q"),
            Form.of(
                    "0",
                    "(?<![\\p{Alpha}\\d_.,])(\\d{1,4})年((?:\\d{1,2})月)?(?:bc|BC|B\\.C\\.)(?!\\p{Alpha})",
                    DateForms::chineseBefore),
            Form.of("0", "(?<=公元|公元前)\\d{3}(?=年)", match -> new Year(match.group(), Era.USUAL)),
            Form.of("0", "(?<![\\p{Alpha}\\d_.,])(\\d{4}|\\d{2})(?=年)", DateForms::chineseYear),
            Form.of(
                    "0",
                    "(?<![\\p{Alpha}\\d_.,])(?:19|20)\\d\\d(?=\\s?" + SEASON + ")",
                    match -> new Year(match.group(), Era.USUAL)),
            Form.of(
                    "0",
                    "(?<![\\p{Alpha}\\d_.,])([12]\\d{3})(?=\\s?(?:" + Form.DASH + "|至|到|、|和)\\s?[12]\\d{3}(?:年|"
                            + SEASON + "))",
                    match -> new Year(match.group(1), Era.USUAL)),
            Form.of("0", "(?<!\\d)0(\\d)(?=[月日号点时分秒])", match -> new Token.Numeral(false, match.group(1))));

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

    private static Era era(String written) {
        return Character.toLowerCase(written.charAt(0)) == 'b' ? Era.BEFORE_CHRIST : Era.AFTER_CHRIST;
    }

    /** The 80s; but 20s is a time where something takes so long, and in Chinese. */
    private static @Nullable Token decade(MatchResult match, Sentence sentence) {
        boolean inRange = "-–—".indexOf(sentence.before(match.start())) >= 0;
        boolean seconds = !inRange
                && match.group(1).length() < 4
                && Character.isDigit(match.group().charAt(0))
                && match.group().indexOf('\'') < 0
                && (!sentence.isEnglish()
                        || sentence.endsWith(SECONDS_BEFORE, match.start())
                        || sentence.goesOnWith(SECONDS_BEHIND, match.end()));
        return seconds ? null : new Decade(match.group(1));
    }

    private static Token chineseBefore(MatchResult match) {
        Year year = new Year(match.group(1), Era.BEFORE_CHRIST);
        return match.group(2) == null
                ? year
                : Sequence.of(
                        year, new Token.Numeral(false, match.group(2).replaceAll("\\D", "")), new Token.Plain("月"));
    }

    /** 2026年 and 05年 are years, 50年 and 3000年历史 are counted. */
    private static @Nullable Token chineseYear(MatchResult match, Sentence sentence) {
        String digits = match.group(1);
        int end = match.end();
        if (digits.length() == 2) {
            boolean lately = digits.compareTo("70") > 0
                    && !digits.endsWith("0")
                    && !sentence.endsWith(COUNTED_BEFORE, match.start())
                    && !sentence.goesOnWith(SPAN_BEHIND, end);
            boolean year = lately
                    || digits.startsWith("0")
                    || sentence.goesOnWith(Pattern.compile("年\\d{1,2}月"), end)
                    || sentence.goesOnWith(Pattern.compile("年[出毕参入加]"), end);
            return year ? new Year(digits, Era.USUAL) : null;
        }
        boolean round = digits.endsWith("000") && !digits.equals("2000");
        boolean duration = sentence.goesOnWith(DURATION_BEHIND, end)
                && (digits.endsWith("00") || sentence.goesOnWith(Pattern.compile("年(?:的?历史|的?文明|一遇|寿命)"), end));
        return duration || (round && !sentence.endsWith(Pattern.compile("公元前?$"), match.start()))
                ? null
                : new Year(digits, Era.USUAL);
    }
}
