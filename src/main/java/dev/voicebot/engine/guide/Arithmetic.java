package dev.voicebot.engine.guide;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does sums, written with signs or with words. */
final class Arithmetic {
    private static final Pattern ASKING = Pattern.compile(
            "^(?:(?:what(?:'s| is| are)|how much is|calculate|compute|请?(?:帮我)?(?:算一下|算算|计算))[\\s:：]*)|(?:等于(?:多少|几)?|是多少|[=＝?？])+\\s*$");
    private static final Pattern SUM = Pattern.compile("[\\d.,+\\-*/^%()\\s]*\\d[\\d.,+\\-*/^%()\\s]*");
    private static final Pattern OPERATOR = Pattern.compile("[\\d)]\\s*[-+*/^%]");
    private static final Pattern PERCENT_OF = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:%|percent)\\s+of\\s+");

    Optional<String> answer(Question question) {
        String sum = asSigns(strip(question.plain()));
        if (!SUM.matcher(sum).matches() || !OPERATOR.matcher(sum).find()) {
            return Optional.empty();
        }
        try {
            BigDecimal result = new Expression(sum.replace(",", "")).value();
            return Optional.of(question.in("That is " + text(result) + ".", "等于" + text(result) + "。"));
        } catch (Expression.DivisionByZero e) {
            return Optional.of(question.in("Nothing can be divided by zero.", "不能除以零。"));
        } catch (Expression.NotASum e) {
            return Optional.empty();
        }
    }

    private static String strip(String text) {
        String rest = text;
        Matcher asking = ASKING.matcher(rest);
        while (asking.find()) {
            rest = (rest.substring(0, asking.start()) + rest.substring(asking.end())).strip();
            asking = ASKING.matcher(rest);
        }
        return rest;
    }

    private static String asSigns(String text) {
        return PERCENT_OF
                .matcher(text)
                .replaceAll("$1/100*")
                .replaceAll("\\bplus\\b|加上?|＋", "+")
                .replaceAll("\\bminus\\b|减去?|－|−", "-")
                .replaceAll("\\bmultiplied by\\b|\\btimes\\b|乘以?|×|(?<=\\d)\\s*x\\s*(?=\\d)", "*")
                .replaceAll("\\bdivided by\\b|\\bover\\b|除以|÷", "/")
                .replaceAll("\\bto the power of\\b|的?\\*\\*", "^")
                .replaceAll("（", "(")
                .replaceAll("）", ")");
    }

    private static String text(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        return plain.length() <= 30 ? plain : number.stripTrailingZeros().toString();
    }
}
