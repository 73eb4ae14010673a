package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.Token.DigitStyle;
import dev.voicebot.wording.tokens.Token.Digits;
import dev.voicebot.wording.tokens.Token.Plain;
import dev.voicebot.wording.tokens.Token.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people say digit by digit: telephone numbers, codes, rooms, what begins with a zero. */
final class PhoneForms {
    private static final String START = "(?<![\\p{Alpha}\\d_.,:/$€£¥-])";
    private static final String OVER = "(?![\\p{Alpha}\\d_]|[.,:/-]\\d)";

    private static final Pattern CALLED = Pattern.compile(
            "(?:拨打|拨|致电|打|电话|热线|报警|呼叫|客服|联系|急救|火警)[了是：: 一下]*$|(?i)\\b(?:call|dial|phone|ring|emergency|hotline)(?: us| me)?(?: at| on)? $");
    private static final Pattern CODE_BEFORE = Pattern.compile(
            "(?:\\d转|尾号|验证码|密码|口令|编号|单号|号码|卡号|账号|学号|工号|房间|房号|邮编|取件码|提取码|激活码|动态码|代码|航班|QQ|微信|车牌|暗号|分机|手机|门牌|单元|[0-9a-zA-Z一二三四五六七八九十][栋座幢])"
                    + "(?:号|码)?(?:还?是|为|改成|：|:|\\s|改为|“|「)*$"
                    + "|(?i)\\b(?:(?:verification |security |access |zip |pass|postal |area |dial(?:ing)? |country )codes?|pin|password|passcode"
                    + "|room|rm\\.?|suite|apartment|apt\\.?|ext\\.?|extension|flight|order(?: number| no\\.?)?|tracking number|account(?: number)?"
                    + "|ssn|the code|your code|my code|code|serial number|otp)(?: is| was|:| #| no\\.?| number)*[ :#]+[\"“]?$");
    private static final Pattern SERVICE_BEHIND = Pattern.compile("\\s?(?:报警|急救|火警|热线|客服|救护|查号)");
    private static final Pattern NO_CODE_BEFORE =
            Pattern.compile("(?i)\\b(?:status|exit|error|return|response|result|http|source|lines of) code[s: is]*$");
    private static final Pattern COUNTED_BEHIND =
            Pattern.compile("\\s?(?:[个位次分折条页字张块元年月天日种倍岁遍例人名毫]|[a-z]+s\\b|%|percent)");
    private static final Pattern UNIT_BEHIND = Pattern.compile("\\s?(?:\\p{IsHan}|%|[a-zA-Z])");
    private static final Pattern HAN_BEHIND = Pattern.compile("[室房]|号房|号线路|教室|包厢|会议室");

    static final List<Form> FORMS = List.of(
            Form.of(
                    "+",
                    "(?<![\\p{Alnum}])\\+\\d{1,3}(?:[ .-]{0,2}(?:\\(\\d{1,4}\\)|\\d{1,4})){2,5}(?:-\\d{1,4})?" + OVER,
                    match -> length(match, 8, 17) ? digits(match) : null),
            Form.of("0", START + "1-8\\d\\d-(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*" + OVER, PhoneForms::vanity)
                    .goingOnWith("-"),
            Form.of("0", START + "1[3-9]\\d(?:[ -]?\\d{4}){2}" + OVER, PhoneForms::mobile),
            Form.of(
                            "0(",
                            "(?<![\\p{Alpha}\\d_.,:/$€£¥-])(?:\\(0\\d{2,4}\\)|0\\d{2,4}-)[ -]?\\d{3,4}[ -]?\\d{3,4}(?:[-转]\\d{1,6})?"
                                    + OVER,
                            match -> digits(match))
                    .goingOnWith("0-"),
            Form.of("0", START + "0\\d{2,4} \\d{3,4} \\d{3,4}" + OVER, match -> digits(match))
                    .goingOnWith(" "),
            Form.of(
                            "0(",
                            START + "(?:1[ .-])?\\(\\d{3}\\)[ .-]?\\d{3}[ .-]\\d{4}(?:-\\d{1,4})?" + OVER,
                            match -> digits(match))
                    .goingOnWith("0 .-("),
            Form.of("0", START + "(?:1[ .-])?\\d{3}([-. ])\\d{3}\\1\\d{4}(?:-\\d{1,4})?" + OVER, match -> digits(match))
                    .goingOnWith("-. "),
            Form.of("0", START + "[48]00[- ]\\d{4}[- ]\\d{3}" + OVER, match -> digits(match))
                    .goingOnWith("- "),
            Form.of("0", START + "(?:\\d{3}-\\d{2}|\\d{5})-\\d{4}" + OVER, match -> digits(match))
                    .goingOnWith("-"),
            Form.of("0", START + "[2-9]\\d{2}-\\d{4}" + OVER, PhoneForms::local).goingOnWith("-"),
            Form.of(
                            "0",
                            START + "\\d{4} \\d{4}" + OVER,
                            (match, sentence) -> sentence.endsWith(CALLED, match.start()) ? digits(match) : null)
                    .goingOnWith(" "),
            Form.of("0", "(?<![\\d_.,:/$€£¥-])\\d{3,12}[xX]?(?![\\p{Alpha}\\d_]|[,:/-]\\d|\\.\\d)", PhoneForms::code),
            Form.of(
                    "0",
                    "(?<=(?:单号|编号|订单|号码|车牌号?)(?:[是为：:]\\s?)?[A-Z]{1,4})\\d{5,}(?![\\p{Alnum}_-])",
                    PhoneForms::zeros),
            Form.of("0", "(?<=[a-zA-Z]-)\\d{7,}(?!\\w)", PhoneForms::zeros),
            Form.of("0", START + "(?:0\\d{2,}|\\d{13,}|\\d{17}X)" + OVER, PhoneForms::zeros));

    private PhoneForms() {}

    private static boolean length(MatchResult match, int least, int most) {
        long count = match.group().chars().filter(Character::isDigit).count();
        return count >= least && count <= most;
    }

    private static Token digits(MatchResult match) {
        String written = match.group();
        List<String> groups = new ArrayList<>();
        Arrays.stream(written.split("\\D+", -1))
                .filter(group -> !group.isEmpty())
                .forEach(groups::add);
        String last = groups.get(groups.size() - 1);
        if (last.length() == 11) {
            groups.remove(groups.size() - 1);
            groups.addAll(parts(last));
        }
        return new Digits(written.startsWith("+"), groups, DigitStyle.CODE);
    }

    private static Token mobile(MatchResult match) {
        return new Digits(false, parts(match.group().replaceAll("\\D", "")), DigitStyle.CODE);
    }

    private static List<String> parts(String mobile) {
        return List.of(mobile.substring(0, 3), mobile.substring(3, 7), mobile.substring(7));
    }

    private static Token vanity(MatchResult match) {
        List<Token> parts = new ArrayList<>();
        for (String part : match.group().split("-", -1)) {
            boolean toll = part.matches("8\\d\\d");
            Token token = toll
                    ? new Token.Numeral(false, part)
                    : part.matches("\\d+") ? new Digits(false, List.of(part), DigitStyle.CODE) : new Plain(part);
            parts.add(token);
        }
        return new Sequence(parts);
    }

    /** Without an area code: 555-1234, but not 200-1000 or 300-4000 people. */
    private static @Nullable Token local(MatchResult match, Sentence sentence) {
        boolean range = match.group().matches("\\d\\d0-\\d{3}0")
                || (sentence.goesOnWith(UNIT_BEHIND, match.end())
                        && !sentence.endsWith(CALLED, match.start())
                        && sentence.isChinese());
        return range ? null : digits(match);
    }

    private static @Nullable Token code(MatchResult match, Sentence sentence) {
        int at = match.start();
        if (Character.isLetter(sentence.before(at)) && sentence.before(at) < 0x80) {
            return null;
        }
        boolean room = match.group().length() < 6 && sentence.goesOnWith(HAN_BEHIND, match.end());
        boolean named = sentence.endsWith(CODE_BEFORE, at) && !sentence.endsWith(NO_CODE_BEFORE, at);
        boolean called = sentence.endsWith(CALLED, at);
        boolean service = sentence.goesOnWith(SERVICE_BEHIND, match.end());
        if (room || service || ((named || called) && !sentence.goesOnWith(COUNTED_BEHIND, match.end()))) {
            String digits = match.group();
            return new Digits(false, digits.length() == 11 ? parts(digits) : List.of(digits), DigitStyle.CODE);
        }
        return null;
    }

    private static Token zeros(MatchResult match) {
        return new Digits(false, List.of(match.group()), DigitStyle.CODE);
    }
}
