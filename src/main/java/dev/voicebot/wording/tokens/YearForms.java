package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.TimeToken.Decade;
import dev.voicebot.wording.tokens.TimeToken.Era;
import dev.voicebot.wording.tokens.TimeToken.QuarterOfYear;
import dev.voicebot.wording.tokens.TimeToken.Year;
import dev.voicebot.wording.tokens.Token.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Years and what is made of them: 2026年, the 80s, 44 BC, 2026Q3. */
final class YearForms {
    private static final String SEASON = "(?:赛季|财年|学年|学期|[款届](?!\\d)|世界杯|奥运|欧洲杯|亚运)";
    private static final Pattern DURATION_BEHIND = Pattern.compile("年(?:多|来|前|后的?今天|的?历史|以来|左右|以上|的?文明|内|间|期|寿命|一遇|不)");
    private static final Pattern SECONDS_BEFORE = Pattern.compile(
            "(?i)(?:\\b(?:took|takes?|taking|in|after|every|within|timeout(?: of| is)?|than|about|around|waits?|waited|lasts?|lasted|for|least|most|to|=|default)|[~<>≤≥=(\\[:])\\s?$");
    private static final Pattern SECONDS_BEHIND =
            Pattern.compile("\\s(?:timeout|delay|interval|window|limit|elapsed|remaining|later|ago|or|per)\\b|[)\\]/]");
    private static final Pattern COUNTED_BEFORE = Pattern.compile("[过了活近约整第长达共已这每满又再有经历用花续超逾]\\s?$");
    private static final Pattern SPAN_BEHIND = Pattern.compile("年(?:前|来|间|内|之|多|历史|以|时间|左右|期|产权|寿命|代)");

    static final List<Form> FORMS = List.of(
            Form.of(
                    "'’‘",
                    "(?<=(?i:\\b(?:class of|in|since|of|back in|summer|spring|fall|winter|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?)) )['’‘](\\d\\d)(?![\\p{Alnum}'’]|[.:]\\d)",
                    match -> new Year(match.group(1), Era.USUAL)),
            Form.of(
                            "0",
                            "(?<![\\p{Alpha}\\d_.,])(\\d{1,4})\\s?((?i:b\\.c\\.?(?:e\\.)?|bce?|a\\.d\\.?)|AD|CE)(?!\\p{Alnum})",
                            match -> new Year(match.group(1), era(match.group(2))))
                    .goingOnWith("a "),
            Form.of("0'’‘", "(?<![\\p{Alnum}_.,])['’‘]?((?:\\d\\d)?\\d0)['’]?s(?![\\p{Alnum}_])", YearForms::decade)
                    .goingOnWith("0a'" + Form.BEYOND_ASCII),
            Form.of(
                            "0",
                            DateForms.START + "([1-4])Q(\\d{4}|\\d{2})" + DateForms.OVER,
                            match -> new QuarterOfYear(match.group(1), Optional.of(match.group(2))))
                    .goingOnWith("a"),
            Form.of(
                            "0",
                            DateForms.START + DateForms.YEAR + "年?[- ]?Q([1-4])" + DateForms.OVER,
                            match -> new QuarterOfYear(match.group(2), Optional.of(match.group(1))))
                    .goingOnWith("a- " + Form.BEYOND_ASCII),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}_.])Q([1-4])(?: |/|-|(?=\\d{4}))((?:19|20)\\d{2})" + DateForms.OVER,
                            match -> new QuarterOfYear(match.group(1), Optional.of(match.group(2))))
                    .startingWith("Q")
                    .needing("Q"),
            Form.of(
                            "0",
                            "(?<![\\p{Alpha}\\d_.,])(\\d{1,4})年((?:\\d{1,2})月)?(?:bc|BC|B\\.C\\.)(?!\\p{Alpha})",
                            YearForms::chineseBefore)
                    .goingOnWith("" + Form.BEYOND_ASCII),
            Form.of("0", "(?<=公元|公元前)\\d{3}(?=年)", match -> new Year(match.group(), Era.USUAL))
                    .goingOnWith("" + Form.BEYOND_ASCII),
            Form.of("0", "(?<![\\p{Alpha}\\d_.,])(\\d{4}|\\d{2})(?=年)", YearForms::chineseYear)
                    .goingOnWith("" + Form.BEYOND_ASCII),
            Form.of(
                            "0",
                            "(?<![\\p{Alpha}\\d_.,])(?:19|20)\\d\\d(?=\\s?" + SEASON + ")",
                            match -> new Year(match.group(), Era.USUAL))
                    .goingOnWith(" " + Form.BEYOND_ASCII),
            Form.of(
                            "0",
                            "(?<![\\p{Alpha}\\d_.,])([12]\\d{3})(?=\\s?(?:" + Form.DASH + "|至|到|、|和)\\s?[12]\\d{3}(?:年|"
                                    + SEASON + "))",
                            match -> new Year(match.group(1), Era.USUAL))
                    .goingOnWith(" -~" + Form.BEYOND_ASCII),
            Form.of("0", "(?<!\\d)0(\\d)(?=[月日号点时分秒])", match -> new Token.Numeral(false, match.group(1)))
                    .goingOnWith("" + Form.BEYOND_ASCII));

    private YearForms() {}

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
