package dev.voicebot.wording;

import static dev.voicebot.wording.WrittenForm.BEGINNING;

import java.util.List;
import java.util.regex.MatchResult;

/** 2026-11-25, 11/25/2026, 2026-11. */
final class Dates {
    private static final String DAY = "(0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(0?[1-9]|1[0-2])";
    private static final String YEAR = "((?:1[5-9]|20|21)\\d\\d)";
    private static final String END = "(?![\\p{Alpha}\\d]|[-/:]\\d)";
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    static final List<WrittenForm> FORMS = List.of(
            WrittenForm.of(
                    "0",
                    BEGINNING + YEAR + "([-/])" + MONTH + "\\2" + DAY + "(?:(?:T|\\s(?=\\d\\d?:\\d\\d))|" + END + ")",
                    (match, tongue) -> date(match, 1, 3, 4, tongue) + timeFollows(match, tongue)),
            WrittenForm.of(
                    "0",
                    BEGINNING + MONTH + "/" + DAY + "/" + YEAR + END,
                    (match, tongue) -> date(match, 3, 1, 2, tongue)),
            WrittenForm.of(
                    "0",
                    BEGINNING + DAY + "/" + MONTH + "/" + YEAR + END,
                    (match, tongue) -> date(match, 3, 2, 1, tongue)),
            WrittenForm.of("0", BEGINNING + YEAR + "-(0[1-9]|1[0-2])" + END, Dates::month));

    private Dates() {}

    private static String date(MatchResult match, int year, int month, int day, Tongue tongue) {
        int dayOfMonth = Integer.parseInt(match.group(day));
        int monthOfYear = Integer.parseInt(match.group(month));
        return tongue.choose(
                MONTHS.get(monthOfYear - 1) + " " + dayOfMonth + ", " + match.group(year),
                match.group(year) + "年" + monthOfYear + "月" + dayOfMonth + "日");
    }

    private static String timeFollows(MatchResult match, Tongue tongue) {
        char last = match.group().charAt(match.group().length() - 1);
        return Character.isDigit(last) ? "" : tongue.choose(" at ", "");
    }

    private static String month(MatchResult match, Tongue tongue) {
        int month = Integer.parseInt(match.group(2));
        return tongue.choose(MONTHS.get(month - 1) + " " + match.group(1), match.group(1) + "年" + month + "月");
    }
}
