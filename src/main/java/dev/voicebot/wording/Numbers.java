package dev.voicebot.wording;

import static dev.voicebot.wording.WrittenForm.BEGINNING;
import static dev.voicebot.wording.WrittenForm.END;
import static dev.voicebot.wording.WrittenForm.NUMBER;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** Bare numbers: 1,234,567, -5, 10^6, 1/2, 3-5, 1.2.3, v2.0. */
final class Numbers {
    private static final Map<String, String> DENOMINATORS = Map.of(
            "2", "half", "3", "third", "4", "quarter", "5", "fifth", "6", "sixth", "7", "seventh", "8", "eighth", "9",
            "ninth");
    private static final String[] SMALL = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight"};
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String RAISED = "[" + SUPERSCRIPTS + "]";
    private static final String NO_PATH = "(?<![\\p{Alpha}\\d_./])";

    static final List<WrittenForm> FORMS = List.of(
            WrittenForm.of(
                    "a0", "(?<![\\p{Alnum}_.])([vV]?)(\\d+(?:\\.\\d+){2,})(?!\\.?[\\p{Alnum}_])", Numbers::version),
            WrittenForm.of("a", "(?<![\\p{Alnum}_.])([vV])(\\d+(?:\\.\\d+)?)(?!\\w)", Numbers::version),
            WrittenForm.of(
                    "0",
                    "(?<![\\d.,])(" + NUMBER + ")(?:\\^\\{?(-?\\d+)}?|([⁻]?" + RAISED + "+))(?!\\d)",
                    Numbers::power),
            WrittenForm.of("0", NO_PATH + "24/7(?![\\d/])", (match, tongue) -> tongue.choose("24 7", "全天候")),
            WrittenForm.of("0", NO_PATH + "(\\d+)\\s([1-9])/([2-9])(?![\\d/])", Numbers::mixed),
            WrittenForm.of("0", NO_PATH + "(\\d{1,3})/(\\d{1,3})(?![\\p{Alpha}\\d/]|\\.\\d)", Numbers::fraction),
            WrittenForm.of("0", "(?<![\\p{Alpha}\\d_.-])(" + NUMBER + ")[-–—~～](" + NUMBER + ")" + END, Numbers::range),
            WrittenForm.of("0", BEGINNING + "(" + NUMBER + ")\\s?[–—~～]\\s?(" + NUMBER + ")" + END, Numbers::range),
            WrittenForm.of(
                    "0",
                    BEGINNING + "(?!0x)(" + NUMBER + ")\\s?[x×*]\\s?(?=\\d)",
                    (match, tongue) -> WrittenForm.plain(match.group(1)) + times(match.group(), tongue)),
            WrittenForm.of("0", "(?<![\\d.,])(" + NUMBER + ")\\s-\\s(?=(" + NUMBER + ")(\\s?=|))", Numbers::minusOrTo),
            WrittenForm.of(
                    "-−",
                    "(?<![\\p{Alnum}).%_-])[-−](" + NUMBER + ")" + END,
                    (match, tongue) -> tongue.choose("minus ", "负") + WrittenForm.plain(match.group(1))),
            WrittenForm.of(
                    "0",
                    BEGINNING + "(" + NUMBER + ")\\+(?![\\d\\p{Alpha}+])",
                    (match, tongue) -> WrittenForm.plain(match.group(1)) + tongue.choose(" plus", "多")),
            WrittenForm.of(
                    "0",
                    "(?<![\\d.,])\\d{1,3}(?:,\\d{3})+(?![,\\d])",
                    (match, tongue) -> WrittenForm.plain(match.group())));

    private Numbers() {}

    private static String version(MatchResult match, Tongue tongue) {
        String numbers = match.group(2);
        boolean many = numbers.indexOf('.') != numbers.lastIndexOf('.');
        String said =
                many ? numbers.replace(".", tongue.choose(isAddress(numbers) ? " dot " : " point ", "点")) : numbers;
        return (match.group(1).isEmpty() ? "" : tongue.choose("version ", "版本")) + said;
    }

    private static boolean isAddress(String numbers) {
        return numbers.chars().filter(c -> c == '.').count() == 3;
    }

    private static String power(MatchResult match, Tongue tongue) {
        String base = WrittenForm.plain(match.group(1));
        String exponent = match.start(2) >= 0 ? match.group(2) : lowered(match.group(3));
        return base + exponent(exponent, tongue);
    }

    static String exponent(String exponent, Tongue tongue) {
        return switch (exponent) {
            case "2" -> tongue.choose(" squared", "的平方");
            case "3" -> tongue.choose(" cubed", "的立方");
            default -> {
                String said = exponent.replace("-", tongue.choose("minus ", "负"));
                yield tongue.choose(" to the power of " + said, "的" + said + "次方");
            }
        };
    }

    private static String lowered(String raised) {
        StringBuilder digits = new StringBuilder();
        raised.chars().forEach(c -> digits.append(c == '⁻' ? "-" : SUPERSCRIPTS.indexOf(c)));
        return digits.toString();
    }

    private static String mixed(MatchResult match, Tongue tongue) {
        String whole = match.group(1);
        String part = ratio(match.group(2), match.group(3), tongue);
        String half = part.equals("one half") ? "a half" : part;
        return whole + tongue.choose(" and " + half, "又" + part);
    }

    private static String fraction(MatchResult match, Tongue tongue) {
        if (match.group(1).equals(match.group(2)) && match.group(1).length() > 1) { // fifty-fifty
            return match.group(1) + tongue.choose(" ", "比") + match.group(2);
        }
        return ratio(match.group(1), match.group(2), tongue);
    }

    private static String ratio(String above, String below, Tongue tongue) {
        if (tongue.isChinese()) {
            return ChineseNumber.of(below) + "分之" + ChineseNumber.of(above);
        }
        int count = Integer.parseInt(above);
        String name = DENOMINATORS.getOrDefault(below, "");
        if (name.isEmpty() || count == 0 || count >= Integer.parseInt(below)) {
            return above + (count <= Integer.parseInt(below) ? " out of " : " over ") + below;
        }
        return SMALL[count] + " " + name + (count == 1 ? "" : "s");
    }

    private static String range(MatchResult match, Tongue tongue) {
        String to = isScoreOrCode(match) ? match.group() : "";
        return to.isEmpty()
                ? WrittenForm.plain(match.group(1)) + tongue.choose(" to ", "到") + WrittenForm.plain(match.group(2))
                : to;
    }

    /** With a plain hyphen, only from less to more: 3-5 is a range, 9-3 a score or a code. */
    private static boolean isScoreOrCode(MatchResult match) {
        return match.group().contains("-")
                && Double.parseDouble(WrittenForm.plain(match.group(1)))
                        >= Double.parseDouble(WrittenForm.plain(match.group(2)));
    }

    /** 10 - 4 = 6 is a subtraction, 10 - 20 a range. */
    private static String minusOrTo(MatchResult match, Tongue tongue) {
        double from = Double.parseDouble(WrittenForm.plain(match.group(1)));
        boolean rises = from < Double.parseDouble(WrittenForm.plain(match.group(2)));
        boolean range = rises && match.group(3).isEmpty();
        return WrittenForm.plain(match.group(1)) + (range ? tongue.choose(" to ", "到") : tongue.choose(" minus ", "减"));
    }

    private static String times(String written, Tongue tongue) {
        return written.contains("x") ? tongue.choose(" by ", "乘") : tongue.choose(" times ", "乘以");
    }
}
