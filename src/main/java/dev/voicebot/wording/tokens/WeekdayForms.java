package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.Token.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;

/** Short names of the days of the week, where what is beside them shows that they are days: Mon and Wed, Fri 9 am, on Tue. */
final class WeekdayForms {
    private static final String SHORT = "(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:\\.(?=\\s?[\\p{Lower}\\d,&–-]))?";
    private static final String START = "(?<![\\p{Alnum}_./-])";
    private static final String MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
    private static final String LINK =
            "\\s?(?:[-–—~/&,]|(?<=\\s)(?:and|or|to|through|thru|until)(?=\\s))\\s?(?:and |or )?";
    private static final String NAME = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}(?![\\p{Alnum}])";
    private static final Map<String, Phrase> DAYS = Map.of(
            "mon", new Phrase("Monday", "星期一"),
            "tue", new Phrase("Tuesday", "星期二"),
            "wed", new Phrase("Wednesday", "星期三"),
            "thu", new Phrase("Thursday", "星期四"),
            "fri", new Phrase("Friday", "星期五"),
            "sat", new Phrase("Saturday", "星期六"),
            "sun", new Phrase("Sunday", "星期日"));

    static final List<Form> FORMS = List.of(
            Form.of(
                            "a",
                            "(?i)" + START + "(mon|tue|wed|thu|fri|sat|sun)(?:,|\\.,?|)(?= (?:" + MONTHS
                                    + "[a-z.]{0,7} \\d|\\d{1,2} " + MONTHS + "))",
                            WeekdayForms::beforeDate)
                    .startingWith("mtwfsMTWFS")
                    .needing("0"),
            Form.of("a", START + SHORT + "(?=" + LINK + NAME + ")", WeekdayForms::day)
                    .startingWith("MTWFS"),
            Form.of(
                            "a",
                            "(?<=" + NAME + "\\.?"
                                    + "(?:\\s?[-–—~/&,]\\s?| (?:and|or|to|through|thru|until) |, (?:and|or) ))" + SHORT
                                    + "(?!\\p{Alnum})",
                            WeekdayForms::day)
                    .startingWith("MTWFS"),
            Form.of("a", START + SHORT + "(?=[ ,]{1,2}(?:at )?\\d{1,2}(?::\\d\\d| ?[ap]\\.?m))", WeekdayForms::day)
                    .startingWith("MTWFS")
                    .needing("0"),
            Form.of(
                            "a",
                            "(?<=(?<!\\p{Alnum})(?:[Oo]n|every|each|next|last|this|by|until) )" + SHORT
                                    + "(?![\\p{Alnum}]|-\\p{Alnum}|\\s[\\p{Upper}\\d])",
                            WeekdayForms::day)
                    .startingWith("MTWFS"),
            Form.of("-–—~", " ?[-–—~] ?(?=" + NAME + ")(?<=" + NAME + "\\.? ?[-–—~] ?)", Sign.TO),
            Form.of("-–—~", "(?<=(?:周|星期|礼拜)[一二三四五六日天])[-–—~](?=(?:周|星期|礼拜)?[一二三四五六日天])", Sign.TO));

    private WeekdayForms() {}

    private static Token day(MatchResult match) {
        return named(match.group(1));
    }

    private static Token beforeDate(MatchResult match) {
        Phrase day = named(match.group(1));
        return new Phrase(day.english() + ",", day.chinese() + "，");
    }

    private static Phrase named(String written) {
        return DAYS.getOrDefault(written.substring(0, 3).toLowerCase(Locale.ROOT), new Phrase(written, written));
    }
}
