package dev.voicebot.engine.guide;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the date and the time of this machine. */
final class DateAndTime implements Skill {
    private static final Pattern TIME = Pattern.compile(
            "what('s| is) (the )?(current |exact |local )?time\\b(?! \\w+ (for|of|to|between))|what time( is it\\b|\\W*$)"
                    + "|time is it|\\bcurrent time|(tell|give) me the time|do you have the time|^(the )?time( now)?\\W*$"
                    + "|(^|[,。!?] *)(请问(一下)?,? *)?(现在|当前)?(是|都)?几点(钟)?了?[?!。啊呀呢 ]*$|现在(的|是)?(什么)?时间|报时|现在什么时候");
    private static final Pattern DATE = Pattern.compile(
            "(what|which) (day|date|month|year)( of the week)? (is|was) (it|today|tomorrow|yesterday|this)\\b"
                    + "|(what('s| is| was) )?(the date|today's date|(tomorrow|yesterday)'s date)( today| tomorrow| yesterday)?\\W*$"
                    + "|what('s| is) today\\W*$|day (of the week )?is (it|today)"
                    + "|(今天|今日|明天|后天|昨天|现在)(的|是)?(星期几|礼拜几|周几|几月|几号|几日|日期|什么日子|哪天|哪一天|哪一年)"
                    + "|^(星期几|礼拜几|周几|几月几号|几号|日期)[?!。了呢 ]*$|(今年|现在)是(哪|几|什么)");
    private static final Pattern ELSEWHERE = Pattern.compile("time( is it)?( now| right now)? in (?!the\\b)\\p{L}");

    private final Clock clock;

    DateAndTime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<String> answer(Question question) {
        String text = question.plain();
        if (TIME.matcher(text).find()) {
            return Optional.of(time(question, text));
        }
        return DATE.matcher(text).find() ? Optional.of(date(question, text)) : Optional.empty();
    }

    private String time(Question question, String text) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        if (question.language() == Language.CHINESE) {
            return now.format(DateTimeFormatter.ofPattern("现在是H点mm分。", Locale.CHINA));
        }
        String time = now.format(DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH));
        return ELSEWHERE.matcher(text).find()
                ? "I only know this machine's clock. Here it is " + time + "."
                : "It is " + time + ".";
    }

    private String date(Question question, String text) {
        long days = days(text);
        ZonedDateTime day = ZonedDateTime.now(clock).plusDays(days);
        if (question.language() == Language.CHINESE) {
            String name = days == 0 ? "今天" : days == 1 ? "明天" : days == 2 ? "后天" : "昨天";
            return day.format(DateTimeFormatter.ofPattern("'" + name + "是'yyyy'年'M'月'd'日，'EEEE'。'", Locale.CHINA));
        }
        String verb = days == 0 ? "Today is " : days > 0 ? "Tomorrow is " : "Yesterday was ";
        return verb + day.format(DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH)) + ".";
    }

    private static long days(String text) {
        if (text.contains("tomorrow") || text.contains("明天")) {
            return 1;
        }
        if (text.contains("后天")) {
            return 2;
        }
        return text.contains("yesterday") || text.contains("昨天") ? -1 : 0;
    }
}
