package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.AmountToken.Money;
import dev.voicebot.wording.tokens.AmountToken.Quantity;
import dev.voicebot.wording.tokens.TimeToken.CalendarDate;
import dev.voicebot.wording.tokens.Token.Digits;
import dev.voicebot.wording.tokens.Token.Named;
import dev.voicebot.wording.tokens.Token.Numeral;
import dev.voicebot.wording.tokens.Token.Phrase;
import dev.voicebot.wording.tokens.Token.Sequence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dashes and slashes, whose meaning depends on the token before them: 3月8日-10日, $250-$300, 5 dollars/month. */
final class Joints {
    private static final int LONGEST_MEASURE = 8;
    private static final String DASHES = "-–—~−";
    private static final Pattern MEASURE = Pattern.compile(
            "\\s?(?:\\p{IsHan}{1,4}(?<![和与及或是为比对在跟加减])|(?:people|days|weeks|months|years|hours|minutes|times)?)");
    private static final Pattern BEHIND = Pattern.compile(
            "\\s?[-–—~−]\\s?(?=([-−]?(?:(?:US|HK)?[$€£¥₩]\\s?)?['’]?(\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+))([^\\d]?))");
    private static final Pattern EQUATION = Pattern.compile("[\\d.,\\s]*=");
    private static final Pattern CHAIN = Pattern.compile("[\\d.,]+-\\d");
    private static final Pattern CHAIN_BEFORE = Pattern.compile("[\\p{Alnum}]-[\\d.,]+$");
    private static final Pattern ID = Pattern.compile("\\d+(?!\\p{Lower}{0,2}m[23](?!\\w))[a-zA-Z]+\\d");
    private static final Pattern LABEL_BEFORE = Pattern.compile(
            "(?i)\\b(?:listing|figure|fig\\.|table|example|exercise|equation|appendix|theorem|lemma|plate|chart|image) \\d+$|(?:(?<!\\p{IsHan})|[见如由附在和])(?:图|表|图表|式|例|清单|代码|习题|附录)\\s?\\d+$");
    private static final Pattern DOUBLE_DASH = Pattern.compile("--(?=\\.?\\d)");
    private static final Pattern BY = Pattern.compile("\\s[x×]\\s\\d");
    private static final Pattern TO_MONTH =
            Pattern.compile("(?i)\\s?[-–—~]\\s?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]{0,7}\\s\\d");
    private static final Pattern QUANTITY =
            Pattern.compile("/\\d[\\d.,]*\\s?(?:[\\p{Alpha}μΩ°%]{1,4})(?![\\p{Alnum}/])");
    private static final Pattern PER = Pattern.compile(
            "/(day|d|week|wk|w|month|mo|m|year|yr|y|hour|hr|h|minute|min|second|sec|s|person|people|user|night|item|piece|unit|seat|head|kWh|kg|lb|GB|TB|token|request|mile|mi|km|ft|sqft|m²|share|call|dozen|gallon|gal|litre|liter|L|cup)(?![\\p{Alnum}])");

    private Joints() {}

    /** What is at {@code at}, behind a token that ended at {@code end}; null for nothing of the kind. */
    static Form.@Nullable Found at(int at, Token before, int end, Sentence sentence) {
        if (at - end > LONGEST_MEASURE) {
            return null;
        }
        char c = sentence.at(at);
        if (c == '/' && at == end) {
            Form.Found per = per(at, before, sentence);
            return per != null ? per : alternative(at, before, sentence);
        }
        if (before instanceof Quantity && sentence.goesOnWith(BY, at)) {
            return new Form.Found(new Phrase(" by ", "乘"), at + 3);
        }
        if (before instanceof CalendarDate && sentence.goesOnWith(TO_MONTH, at)) {
            return new Form.Found(new Named(Sign.TO), at + (c == ' ' ? 2 : 1));
        }
        boolean dash = DASHES.indexOf(c) >= 0 || (c == ' ' && DASHES.indexOf(sentence.at(at + 1)) >= 0);
        return dash && before.isCounted() && !(before instanceof Digits) ? range(at, before, end, sentence) : null;
    }

    private static Form.@Nullable Found range(int at, Token before, int end, Sentence sentence) {
        String text = sentence.text();
        Matcher behind = BEHIND.matcher(text).region(at, text.length());
        if (!behind.lookingAt() || !MEASURE.matcher(text.substring(end, at)).matches()) {
            return null;
        }
        boolean below = text.charAt(at) == ' ' && sentence.at(at + 2) != ' ';
        if (below || sentence.goesOnWith(ID, behind.end())) {
            return null;
        }
        if (sentence.goesOnWith(DOUBLE_DASH, at)) {
            return new Form.Found(new Named(Sign.TO), at + 2);
        }
        boolean measured = at > end || !(before instanceof Numeral);
        boolean spaced = text.charAt(at) == ' ';
        boolean hyphen = behind.group().contains("-") || behind.group().contains("−");
        if (!measured && hyphen) {
            boolean label = !spaced && sentence.endsWith(LABEL_BEFORE, end);
            return label
                    ? new Form.Found(new Phrase(" dash ", "杠"), behind.end())
                    : bare(behind, (Numeral) before, spaced, sentence);
        }
        if (sentence.goesOnWith(EQUATION, behind.end())) {
            return null;
        }
        return new Form.Found(new Named(Sign.TO), behind.end());
    }

    /** 3-5 is a range, 10 - 4 a subtraction, 9-3 and 3-5-2 a score or a code. */
    private static Form.@Nullable Found bare(Matcher behind, Numeral from, boolean spaced, Sentence sentence) {
        boolean chain = sentence.goesOnWith(CHAIN, behind.end()) || sentence.endsWith(CHAIN_BEFORE, behind.start());
        double to = Double.parseDouble(behind.group(2).replace(",", ""));
        boolean rises = Math.abs(Double.parseDouble(from.digits())) < to || from.negative();
        if (spaced && !rises && !chain) {
            return new Form.Found(new Named(Sign.MINUS), behind.end());
        }
        return rises && !chain ? new Form.Found(new Named(Sign.TO), behind.end()) : null;
    }

    /** 2.4GHz/5GHz */
    private static Form.@Nullable Found alternative(int at, Token before, Sentence sentence) {
        return before instanceof Quantity && sentence.goesOnWith(QUANTITY, at)
                ? new Form.Found(new Named(Sign.PAUSE), at + 1)
                : null;
    }

    private static Form.@Nullable Found per(int at, Token before, Sentence sentence) {
        boolean measured = before instanceof Money || before instanceof Quantity || before instanceof Numeral;
        Matcher per = PER.matcher(sentence.text()).region(at, sentence.text().length());
        if (!measured || !per.lookingAt()) {
            return null;
        }
        String unit = per.group(1);
        String english = switch (unit) {
            case "d" -> "day";
            case "w" -> "week";
            case "m" -> "month";
            case "y" -> "year";
            case "gal" -> "gallon";
            case "sqft" -> "square foot";
            default -> Units.perEnglish(unit);
        };
        Token word = new Phrase(english, Units.perChinese(unit.equals("m") ? "month" : unit));
        return new Form.Found(Sequence.of(new Named(Sign.PER), word), per.end());
    }
}
