package dev.voicebot.wording;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** Telephone numbers and the like, said digit by digit: 138 0013 8000, +1 (555) 123-4567, 007. */
final class DigitStrings {
    private static final String BEGINNING = "(?<![\\p{Alpha}\\d_.,:/$€£¥￥-])";
    private static final String END = "(?![\\p{Alpha}\\d_]|[.,:/-]\\d)";

    static final List<WrittenForm> FORMS = List.of(
            WrittenForm.of(
                    "+",
                    "(?<![\\p{Alnum}])\\+\\d{1,3}[\\s-]?(?:\\(\\d{1,4}\\)|\\d{1,4})(?:[\\s-]?\\d{3,4}){2,3}" + END,
                    DigitStrings::say),
            WrittenForm.of("0", BEGINNING + "1[3-9]\\d(?:[\\s-]?\\d{4}){2}" + END, DigitStrings::mobile),
            WrittenForm.of("0", BEGINNING + "0\\d{2,3}-\\d{7,8}" + END, DigitStrings::say),
            WrittenForm.of("0", BEGINNING + "\\d{3}-\\d{3}-\\d{4}" + END, DigitStrings::say),
            WrittenForm.of("0", BEGINNING + "\\d{3}-\\d{4}" + END, DigitStrings::say),
            WrittenForm.of("0", BEGINNING + "(?:0\\d{2,}|\\d{13,})" + END, DigitStrings::say));

    private DigitStrings() {}

    private static String mobile(MatchResult match, Tongue tongue) {
        String digits = match.group().replaceAll("\\D", "");
        return digits(digits.substring(0, 3), tongue)
                + pause(tongue)
                + digits(digits.substring(3, 7), tongue)
                + pause(tongue)
                + digits(digits.substring(7), tongue);
    }

    private static String say(MatchResult match, Tongue tongue) {
        String plus = match.group().startsWith("+") ? tongue.choose("plus ", "加") : "";
        return plus
                + Arrays.stream(match.group().split("\\D+", -1))
                        .filter(group -> !group.isEmpty())
                        .map(group -> digits(group, tongue))
                        .collect(Collectors.joining(pause(tongue)));
    }

    private static String digits(String digits, Tongue tongue) {
        return tongue.isChinese()
                ? ChineseNumber.digits(digits).replace('一', '幺')
                : digits.chars().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    private static String pause(Tongue tongue) {
        return tongue.choose(", ", "，");
    }
}
