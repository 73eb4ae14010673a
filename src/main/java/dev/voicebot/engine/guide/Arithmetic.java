package dev.voicebot.engine.guide;

import java.util.Optional;
import java.util.regex.Pattern;

/** Works out a sum, written in signs or in words. */
final class Arithmetic implements Skill {
    private static final Pattern SUM = Pattern.compile("[-0-9.+*/^%() ]*[0-9)%] *[-+*/^%][-0-9.+*/^%() ]*");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private static final int LONGEST = 300; // characters

    @Override
    public Optional<String> answer(Question question) {
        if (question.text().length() > LONGEST) {
            return Optional.empty();
        }
        String sum = signs(withoutTheAsking(question.plain())).strip();
        if (!SUM.matcher(sum).matches() || ISO_DATE.matcher(sum).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(result(question, Expression.evaluate(sum)));
        } catch (Unsolvable e) {
            return Optional.of(excuse(question, e.reason(), sum));
        }
    }

    private static String withoutTheAsking(String text) {
        return text.replaceAll("^(please|so|and|now|can you|could you|tell me|\\W)+(?= )", "")
                .replaceAll(
                        "^ *(what's|what is|what are|whats|calculate|compute|work out|evaluate|how much (is|are)) ", "")
                .replaceAll("( please|equals( what)?| equal| is( what)?|=|\\?|!|\\.|,| )+$", "")
                .replaceAll("^(请问?|帮我|你?(能|会)?(计算|算)(一下|一算|算)?|[,: ])+", "")
                .replaceAll("(等于|是|得|=|多少|几|呢|吗|什么|\\?|。|!|,| )+$", "");
    }

    private static String signs(String text) {
        String digits = NumberWords.toDigits(text.replaceAll("百分之([零一二两三四五六七八九十百点\\d.]+)", "$1%"));
        return digits.replaceAll("(?<=\\d),(?=\\d{3}\\b)", "")
                .replaceAll("\\bplus\\b|加上?", "+")
                .replaceAll("\\bminus\\b|减去?|负|[−–]", "-")
                .replaceAll("\\b(times|multiplied by)\\b|乘以?|[×·]|(?<=[\\d)%]) *x *(?=[-\\d(.])", "*")
                .replaceAll("\\b(divided by|over)\\b|除以|÷", "/")
                .replaceAll("\\b(modulo|mod)\\b", "%")
                .replaceAll("\\bsquared\\b|的平方", "^2")
                .replaceAll("\\bcubed\\b|的(立方|三次方|3次方)", "^3")
                .replaceAll("的(\\d+)次方", "^$1")
                .replaceAll("\\bto the power( of)?\\b|\\*\\*", "^")
                .replaceAll(" *\\bper ?cent\\b", "%")
                .replaceAll("% *(of\\b|的)", "% *")
                .replaceAll("(?<=\\d) *的 *(?=[\\d.]+%)", "*")
                .replaceAll("(\\d+)分之(\\d+)", "($2/$1)")
                .replaceAll("(?<=[\\d)]) of (?=[\\d(])", "*");
    }

    private static String result(Question question, Quantity result) {
        String digits = result.digits();
        return result.exact()
                ? question.in("That is " + digits + ".", "等于" + digits + "。")
                : question.in("That is about " + digits + ".", "大约等于" + digits + "。");
    }

    private static String excuse(Question question, Unsolvable.Reason reason, String sum) {
        return switch (reason) {
            case DIVISION_BY_ZERO -> question.in("That has no answer: you cannot divide by zero.", "没有答案：零不能作除数。");
            case TOO_MANY_DIGITS -> question.in("The answer has too many digits for me.", "结果的位数太多，我算不了。");
            case NO_REAL_NUMBER -> question.in("That has no real solution.", "这个算式没有实数解。");
            case UNREADABLE ->
                question.in(
                        "I cannot read the calculation \"" + sum + "\". Is a number or a parenthesis missing?",
                        "我看不懂算式“" + sum + "”，是不是少了数字或者括号？");
        };
    }
}
