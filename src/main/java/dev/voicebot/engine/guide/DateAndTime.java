package dev.voicebot.engine.guide;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows what time it is, and which day. */
final class DateAndTime {
    private static final Pattern TIME =
            Pattern.compile("\\bwhat(?:'s| is)? (?:the )?time|\\btime is it|\\bthe time\\b|几点|什么时间|现在时间|什么时候了");
    private static final Pattern DAY = Pattern.compile(
            "\\bwhat(?:'s| is)? (?:the )?(?:date|day)|\\b(?:which|what) day\\b|\\btoday's date|几号|几月|星期几|周几|礼拜几|什么日子|今天日期|哪一天");
    private static final DateTimeFormatter ENGLISH_TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_TIME = DateTimeFormatter.ofPattern("H点m分", Locale.CHINESE);
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("uuuu年M月d日，EEEE", Locale.CHINESE);

    private final Clock clock;

    DateAndTime(Clock clock) {
        this.clock = clock;
    }

    Optional<String> answer(Question question) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        if (question.has(TIME)) {
            return Optional.of(
                    question.in("It is " + ENGLISH_TIME.format(now) + ".", "现在是" + CHINESE_TIME.format(now) + "。"));
        }
        if (question.has(DAY)) {
            return Optional.of(
                    question.in("Today is " + ENGLISH_DAY.format(now) + ".", "今天是" + CHINESE_DAY.format(now) + "。"));
        }
        return Optional.empty();
    }
}
