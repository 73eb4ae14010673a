package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.TimeToken.Era;
import dev.voicebot.wording.tokens.TimeToken.Year;
import dev.voicebot.wording.tokens.Token.Between;
import dev.voicebot.wording.tokens.Token.DigitStyle;
import dev.voicebot.wording.tokens.Token.Digits;
import dev.voicebot.wording.tokens.Token.Fraction;
import dev.voicebot.wording.tokens.Token.Link;
import dev.voicebot.wording.tokens.Token.Numeral;
import dev.voicebot.wording.tokens.Token.Ordinal;
import dev.voicebot.wording.tokens.Token.Phrase;
import dev.voicebot.wording.tokens.Token.Plain;
import dev.voicebot.wording.tokens.Token.Sequence;
import dev.voicebot.wording.tokens.Token.Version;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bare numbers: 1,234,567, 1.234.567, -5, 1/2, 1.2.3, v2.0, 21st, 1994. */
final class NumberForms {
    private static final String NO_PATH = "(?<![\\p{Alpha}\\d_./])";
    private static final String PARTS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒";
    private static final String[] VALUES =
            "1/2 1/4 3/4 1/3 2/3 1/5 2/5 3/5 4/5 1/6 5/6 1/7 1/8 3/8 5/8 7/8 1/9 1/10".split(" ", -1);
    private static final String MINUS = "((?<![\\p{Alnum})%_.+-])[-−]|)";

    private static final Pattern MARK_BEFORE = Pattern.compile(
            "(?i)(?:\\b(?:scor|rat|rank|grad|gave|give|got|get|passed|completed|done|finished|progress|step|page|part)\\w*[^.\\d]{0,12}|评分|得分|打分|进度|分)$");
    private static final Pattern MODEL_BEFORE = Pattern.compile(
            "\\b(?:[Tt]ypes?|Windows|iOS|Android|macOS|Java|Python|Gen|Generation|Grades?|grades|Seasons?|Gates?|Lines?|PHP|C|USB|HTTP) $");
    private static final Pattern LINES_BEHIND = Pattern.compile("\\s?号[线楼门院机位馆厅桌店]");
    private static final Pattern BAR_BEHIND = Pattern.compile("\\s?(?:time\\b(?! \\w+ing)|拍)");
    private static final Pattern MARK_BEHIND = Pattern.compile(
            "\\s(?:tests?|tasks?|passed|complete|completed|done|items?|steps?|checks?|points?|stars?|users?|files?)\\b");
    private static final String LITTLE_WORDS =
            "(?:and|or|to|in|on|at|by|for|from|the|a|an|is|was|were|are|it|we|he|she|they|i|with|as|of|but|when|that|which|who|had|has|have"
                    + "|would|will|did|until|through|after|before|because|election|season|edition|olympics|world|film|report|study|update|model"
                    + "|census|war|crisis|here|there|now|again|today|too|already|alone|then|if|so|than|not)\\b";
    private static final String COUNTED =
            "\\s?(?:[%°$€£¥]|" + Units.SIGNS + "(?!\\p{Alnum})|\\p{IsHan})|[-\\s](?!" + LITTLE_WORDS + ")[a-z]";
    private static final Pattern NO_YEAR_BEHIND = Pattern.compile(
            "\\s?[+*×÷=/^<>]|" + COUNTED + "|\\s?[-–—~]\\s?[\\d.,]*\\d(?:" + COUNTED + ")|-\\d+-\\d|\\s[\\d.]+%");
    private static final Pattern YEAR_BEFORE = Pattern.compile(
            "(?i)(?:\\b(?:in|since|of|from|by|until|till|year|circa|c\\.|ca\\.|before|after|during|spring|summer|fall|autumn|winter|early|late|mid|copyright|©|\\(c\\)|january|february|march|april|may|june|july|august|september|october|november|december|class of|between)[,\\s(-]*|©\\s?|\\d{4}\\s?[-–—,]\\s?)$");
    private static final Pattern NO_YEAR_BEFORE = Pattern.compile(
            "(?i)(?:[$€£¥#=+*×÷^<>/!]|\\b(?:port|error|line|lines|page|pages|number|no\\.|item|row|id|code|exit|pid|size|about|over|under|around|approximately|nearly|almost|than|only|exactly|all|top|first|last|next|returns?|limit|max|maximum|min|minimum|total|sum|count|costs?|cost of|issue|pull|rfc|http|up to|at least|at most|equals|is about|roughly|some|worth|value|width|height|timeout|buffer|seed))[:\\s]*$");

    private static final Pattern MEASURE_WORD = Pattern.compile(
            "\\s?(?:[个只条张倍天次人位台种块元秒米斤吨本件家间周段句杯瓶份遍辆架艘头匹支双对套步岁组门项点片万千亿](?![月])|个月|星期|[座夜晚页章节集局笔棵朵栋道部幅粒批届类款顿趟回桶升亩尺户则枚伙群排声拳脚针剂碗盘勺壶罐卷册起宗桩例股滴团堆串束桌车帧拨口成列角]|年(?!级|[0-9一二三四五六七八九十]*月)|分钟|小时|公里|公斤|平米|平方|厘米|毫米|层(?!楼)|名|颗|根|把|场|首|篇|封|盒|袋|箱|包|轮|圈)");
    private static final Pattern ORDINAL_BEFORE = Pattern.compile("[第周期拜初高大小星]\\s?$|\\d[-年.]$");

    private static final Pattern HEADING_BEHIND = Pattern.compile("\\.?\\s+[\\p{Lu}\\p{IsHan}]");
    private static final Pattern SECTION_BEFORE =
            Pattern.compile("(?i)(?:\\b(?:sections?|chapter|version|release|v\\.)|§|第|版本?)[号是为：: ]*$");

    /** Of a computer. */
    private static final Pattern ADDRESS = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

    static final List<Form> FORMS = List.of(
            Form.of(
                            "0",
                            "(?<![\\p{Alnum}_.,-])([1-9]\\d{0,2}(?:\\.\\d{3})+),(\\d{1,2})(?![\\p{Alnum}_.,])",
                            match -> Numeral.of(match.group(1).replace(".", "") + "." + match.group(2)))
                    .goingOnWith(".")
                    .needing("."),
            Form.of(
                            "0",
                            "(?<![\\p{Alnum}_.,-])[1-9]\\d{0,2}(?:\\.\\d{3}){2,}(?!\\.?[\\p{Alnum}_]|,\\d)",
                            NumberForms::dotted)
                    .goingOnWith(".")
                    .needing("."),
            Form.of("a0", "(?<![\\p{Alnum}_.])([vV]?)(\\d+(?:\\.\\d+){2,})(?!\\.?[\\p{Alnum}_])", NumberForms::version)
                    .startingWith("vV")
                    .needing("."),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}_.])(v|V(?=\\d+\\.))(\\d+(?:\\.\\d+)?)(?!\\w)",
                            match -> new Version(true, match.group(2)))
                    .startingWith("vV")
                    .needing("vV"),
            Form.of(
                            "0",
                            "(?i)(?<![\\p{Alpha}\\d_.,/-])(\\d{1,3}(?:,\\d{3})+|\\d+)(st|nd|rd|th)(?![\\p{Alnum}_])",
                            NumberForms::ordinal)
                    .goingOnWith("a,"),
            Form.of("0-−" + PARTS, NO_PATH + MINUS + "(\\d*)[ \u2009]?([" + PARTS + "])", NumberForms::part)
                    .needing(PARTS),
            Form.of("0", NO_PATH + "24/7(?![\\d/])", match -> new Phrase("24 7", "全天候", true))
                    .goingOnWith("/"),
            Form.of(
                            "0",
                            NO_PATH
                                    + "(\\d+)[ -]([1-9]\\d*)/([1-9]\\d*)(?i:(?<=\\d)(?:ths?|rds?|nds?|sts?))?(?![\\p{Alnum}/_]|\\.\\d)",
                            NumberForms::mixed)
                    .goingOnWith("- "),
            Form.of(
                            "0-−",
                            NO_PATH + MINUS
                                    + "(\\d{1,4})\\s?[/⁄]\\s?(10{4,6}|\\d{1,4})(?i:ths?|rds?|nds?|sts?)?(?![\\p{Alpha}\\d/_]|\\.\\d)",
                            NumberForms::fraction)
                    .needing("/⁄"),
            Form.of(
                            "0",
                            NO_PATH + "(\\d\\.\\d)/(5|10)(?![\\p{Alnum}/_]|\\.\\d)",
                            match -> new Between(
                                    List.of(Numeral.of(match.group(1)), Numeral.of(match.group(2))), Link.OUT_OF))
                    .goingOnWith("."),
            Form.of("-−", "(?<![\\p{Alnum})%_])[-−](?=百分之)", match -> new Token.Named(Sign.NEGATIVE))
                    .needing("百"),
            Form.of(
                            "0",
                            Form.BEGINNING
                                    + "(\\d+(?:\\.\\d+)?)([kKM]|B(?=\\s(?:param|people|users)))(?=\\s(?!as\\b|is\\b|was\\b|has\\b)[a-z]{3,}s(?!\\p{Alnum})|\\s(?:people|of\\s)|(?!\\w)\\s?(?:[个条行人次名位字张份篇]|用户|粉丝|参数|下载|订阅))",
                            NumberForms::scaled)
                    .goingOnWith("a.")
                    .needing("kKMB"),
            Form.of(
                            "0",
                            Form.BEGINNING + Form.A_NUMBER + "\\+(?![\\d\\p{Alpha}+(])",
                            match -> Sequence.of(Numeral.of(match.group(1)), new Token.Named(Sign.MORE)))
                    .needing("+"),
            Form.of(
                    "0",
                    "(?:(?<![\\p{Alnum}.,:/_+-])|(?<=(?<!\\d)[12]\\d{3}[-–—]))([12]\\d{3})(?![\\p{Alnum}_]|[.,:]\\d)",
                    NumberForms::year),
            Form.of("0-−.", "(?<![\\p{Alpha}\\d_.])" + MINUS + Form.A_NUMBER + "(?!\\d|\\.\\d)", NumberForms::plain));

    private NumberForms() {}

    /** 1.234.567, as many languages group it; a version where the words before it say so. */
    private static @Nullable Token dotted(MatchResult match, Sentence sentence) {
        boolean named = sentence.endsWith(SECTION_BEFORE, match.start());
        return named || ADDRESS.matcher(match.group()).matches()
                ? null
                : Numeral.of(match.group().replace(".", ""));
    }

    private static Token version(MatchResult match, Sentence sentence) {
        String number = match.group(2);
        boolean address = match.group(1).isEmpty() && ADDRESS.matcher(number).matches() && !isSection(match, sentence);
        return address
                ? new Digits(false, List.of(number.split("\\.", -1)), DigitStyle.DOTTED)
                : new Version(!match.group(1).isEmpty(), number);
    }

    /** 12.3.2.1 at the beginning of a heading, or behind its kind. */
    private static boolean isSection(MatchResult match, Sentence sentence) {
        boolean heading = sentence.text().substring(0, match.start()).isBlank()
                && sentence.goesOnWith(HEADING_BEHIND, match.end());
        return heading || sentence.endsWith(SECTION_BEFORE, match.start());
    }

    /** 300k users: Chinese counts them in full. */
    private static Token scaled(MatchResult match, Sentence sentence) {
        int zeros = switch (match.group(2)) {
            case "M" -> 6;
            case "B" -> 9;
            default -> 3;
        };
        if (sentence.isChinese()) {
            BigDecimal whole = new BigDecimal(match.group(1)).scaleByPowerOfTen(zeros);
            return new Token.Numeral(false, whole.stripTrailingZeros().toPlainString());
        }
        String word = zeros == 3 ? " thousand" : zeros == 6 ? " million" : " billion";
        return Sequence.of(Numeral.of(match.group(1)), new Phrase(word, ""));
    }

    private static Token ordinal(MatchResult match) {
        String digits = match.group(1).replace(",", "");
        String suffix = match.group(2).toLowerCase(Locale.ROOT);
        return suffix.equals(suffixOf(digits)) ? new Ordinal(digits) : new Plain(match.group(1) + " " + match.group(2));
    }

    private static String suffixOf(String digits) {
        boolean teen = digits.length() > 1 && digits.charAt(digits.length() - 2) == '1';
        return teen
                ? "th"
                : switch (digits.charAt(digits.length() - 1)) {
                    case '1' -> "st";
                    case '2' -> "nd";
                    case '3' -> "rd";
                    default -> "th";
                };
    }

    private static Token part(MatchResult match) {
        String[] value = VALUES[PARTS.indexOf(match.group(3))].split("/", -1);
        return new Fraction(!match.group(1).isEmpty(), match.group(2), value[0], value[1]);
    }

    /** 2 1/2 or 2-1/2. */
    private static @Nullable Token mixed(MatchResult match) {
        boolean proper = Integer.parseInt(match.group(2)) < Integer.parseInt(match.group(3));
        return match.group().indexOf('-') >= 0 && !proper
                ? null
                : new Fraction(false, match.group(1), match.group(2), match.group(3));
    }

    private static @Nullable Token fraction(MatchResult match, Sentence sentence) {
        String above = match.group(2);
        String below = match.group(3);
        boolean spaced = match.group().indexOf(' ') >= 0;
        if ("-–~".indexOf(sentence.before(match.start())) >= 0
                && Character.isDigit(sentence.before(match.start() - 1))) { // 0-10/2: a stretch in steps
            return Sequence.of(Numeral.of(above), new Token.Named(Sign.SLASH), Numeral.of(below));
        }
        if (sentence.goesOnWith(BAR_BEHIND, match.end())) { // 3/4 time
            Token beats = Numeral.of(above);
            Token notes = Numeral.of(below);
            return sentence.isChinese()
                    ? new Digits(false, List.of(below + above), DigitStyle.NUMBER)
                    : Sequence.of(beats, new Plain(" "), notes);
        }
        boolean models = !spaced && sentence.endsWith(MODEL_BEFORE, match.start());
        if (models || sentence.goesOnWith(LINES_BEHIND, match.end())) { // Windows 10/11, 1/2号线
            return Sequence.of(Numeral.of(above), new Token.Named(Sign.PAUSE), Numeral.of(below));
        }
        if (above.equals("50") && below.equals("50")) {
            return new Between(List.of(Numeral.of(above), Numeral.of(below)), Link.SCORE);
        }
        boolean marks = (above.equals(below) && above.length() > 1)
                || sentence.goesOnWith(MARK_BEHIND, match.end())
                || sentence.endsWith(MARK_BEFORE, match.start());
        if (marks && Integer.parseInt(above) <= Integer.parseInt(below)) {
            return new Between(List.of(Numeral.of(above), Numeral.of(below)), Link.OUT_OF);
        }
        return spaced || below.startsWith("0") || (above.startsWith("0") && above.length() > 1)
                ? null
                : new Fraction(!match.group(1).isEmpty(), "", above, below);
    }

    /** A number of four digits that may be a year is one unless what stands around it counts or names something. */
    private static @Nullable Token year(MatchResult match, Sentence sentence) {
        if (!sentence.isEnglish()) {
            return null;
        }
        int year = Integer.parseInt(match.group(1));
        boolean speaksAgainst =
                sentence.goesOnWith(NO_YEAR_BEHIND, match.end()) || sentence.endsWith(NO_YEAR_BEFORE, match.start());
        boolean usual = year % 100 != 0 && year >= 1100 && (year < 2100 || year >= 2900);
        boolean says = usual || year == 2000 || sentence.endsWith(YEAR_BEFORE, match.start());
        return says && !speaksAgainst ? new Year(match.group(1), Era.USUAL) : null;
    }

    /** Whether 2 of something are counted, which Chinese says with another word than the number. */
    private static boolean isPair(MatchResult match, Sentence sentence) {
        return sentence.goesOnWith(MEASURE_WORD, match.end()) && !sentence.endsWith(ORDINAL_BEFORE, match.start());
    }

    private static @Nullable Token plain(MatchResult match, Sentence sentence) {
        boolean endsInWord = Character.isLetter(sentence.at(match.end())) && sentence.at(match.end()) < 0x250;
        if (endsInWord && match.group(1).isEmpty()) { // 3D, 5G
            return new Plain(match.group(2).replaceAll("[,\u2009]", ""));
        }
        if (match.group().equals("2") && sentence.isChinese() && isPair(match, sentence)) {
            return new Token.Pair();
        }
        return Numeral.of(match.group(2)).below(!match.group(1).isEmpty());
    }
}
