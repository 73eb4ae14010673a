package dev.voicebot.wording;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;

/** 10:30, 10:30:15, 3:05 pm; and what only looks like it: 16:9. */
final class Times {
    private static final String BEGINNING = "(?<![\\d_:.])";
    private static final String COLON = "[:：]";

    static final List<WrittenForm> FORMS = List.of(
            WrittenForm.of(
                    "0",
                    BEGINNING + "([01]?\\d|2[0-4])" + COLON + "([0-5]\\d)(?:" + COLON
                            + "([0-5]\\d)(?:\\.\\d+)?|())(?:\\s?([apAP])(?:\\.[mM](?:\\.(?!\\n))?|[mM])(?!\\p{Alpha})|())(Z?)(?![\\d:：])",
                    Times::time),
            WrittenForm.of(
                    "0",
                    BEGINNING + "(\\d{1,4})" + COLON + "(\\d{1,4})(?![\\d:：.])",
                    (match, tongue) -> match.group(1) + tongue.choose(" to ", "比") + match.group(2)));

    private Times() {}

    private static String time(MatchResult match, Tongue tongue) {
        int hour = Integer.parseInt(match.group(1));
        int minute = Integer.parseInt(match.group(2));
        String seconds = match.start(3) < 0 ? "" : match.group(3);
        String half = match.start(5) < 0 ? "" : match.group(5).toLowerCase(Locale.ROOT);
        String zone = match.group(7).isEmpty() ? "" : tongue.choose(" UTC", " UTC");
        return (tongue.isChinese() ? chinese(hour, minute, seconds, half) : english(hour, minute, seconds, half))
                + zone;
    }

    private static String english(int hour, int minute, String seconds, String half) {
        String after = half.isEmpty() ? "" : " " + half.toUpperCase(Locale.ROOT) + "M";
        String clock = hour + (minute == 0 ? (half.isEmpty() ? " o'clock" : "") : minutes(minute)) + after;
        if (seconds.isEmpty()) {
            return clock;
        }
        int count = Integer.parseInt(seconds);
        return clock + " and " + count + (count == 1 ? " second" : " seconds");
    }

    private static String minutes(int minute) {
        return minute < 10 ? " oh " + minute : ":" + minute;
    }

    private static String chinese(int hour, int minute, String seconds, String half) {
        String before = half.isEmpty() ? "" : half.equals("a") ? "上午" : "下午";
        String minutes = minute == 0 && seconds.isEmpty() ? "整" : (minute < 10 ? "零" : "") + minute + "分";
        return before + hour + "点" + minutes + (seconds.isEmpty() ? "" : Integer.parseInt(seconds) + "秒");
    }
}
