package dev.voicebot.wording;

import static dev.voicebot.wording.WrittenForm.NUMBER;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** $12.50, ¥99, €3 million, £5–10, US$5. */
final class Money {
    /** A currency: its unit, plural and hundredth in English, its unit in Chinese. */
    private record Currency(String one, String many, String cent, String cents, String chinese) {}

    private static final Currency YUAN = new Currency("yuan", "yuan", "fen", "fen", "元");
    private static final Map<String, Currency> CURRENCIES = Map.ofEntries(
            Map.entry("$", new Currency("dollar", "dollars", "cent", "cents", "美元")),
            Map.entry("US$", new Currency("US dollar", "US dollars", "cent", "cents", "美元")),
            Map.entry("HK$", new Currency("Hong Kong dollar", "Hong Kong dollars", "cent", "cents", "港元")),
            Map.entry("NT$", new Currency("Taiwan dollar", "Taiwan dollars", "cent", "cents", "新台币")),
            Map.entry("€", new Currency("euro", "euros", "cent", "cents", "欧元")),
            Map.entry("£", new Currency("pound", "pounds", "penny", "pence", "英镑")),
            Map.entry("¥", YUAN),
            Map.entry("￥", YUAN));
    private static final Map<String, String> SCALES = Map.ofEntries(
            Map.entry("k", "thousand"),
            Map.entry("K", "thousand"),
            Map.entry("m", "million"),
            Map.entry("M", "million"),
            Map.entry("bn", "billion"),
            Map.entry("b", "billion"),
            Map.entry("B", "billion"),
            Map.entry("T", "trillion"));
    private static final Map<String, String> CHINESE_SCALES =
            Map.of("thousand", "千", "million", "百万", "billion", "十亿", "trillion", "万亿");
    private static final String SIGN = "((?:US|HK|NT)?\\$|[€£¥￥])\\s?";
    private static final String SCALE =
            "(\\s?(?:thousand|million|billion|trillion|bn|[kKmMbBT])(?!\\p{Alpha})|[千百十]?[万亿]|)";

    static final List<WrittenForm> FORMS = List.of(
            WrittenForm.of(
                    "$€£¥￥a",
                    SIGN + "(" + NUMBER + ")\\s?[-–—~～]\\s?(?:[$€£¥￥])?(" + NUMBER + ")" + SCALE,
                    Money::range),
            WrittenForm.of("$€£¥￥a", SIGN + "(" + NUMBER + ")" + SCALE, Money::amount),
            WrittenForm.of("0", "(?<![\\d.])(" + NUMBER + ")\\s?([€£￥])(?!\\d)", Money::signBehind));

    private Money() {}

    private static String range(MatchResult match, Tongue tongue) {
        Currency currency = currency(match.group(1));
        String scale = scale(match.group(4), tongue);
        String to = tongue.choose(" to ", "到");
        String unit = tongue.choose(" " + currency.many(), currency.chinese());
        return WrittenForm.plain(match.group(2)) + to + WrittenForm.plain(match.group(3)) + scale + unit;
    }

    private static String amount(MatchResult match, Tongue tongue) {
        String scale = scale(match.group(3), tongue);
        String number = WrittenForm.plain(match.group(2));
        return say(number, scale, currency(match.group(1)), tongue);
    }

    private static String signBehind(MatchResult match, Tongue tongue) {
        return say(WrittenForm.plain(match.group(1)), "", currency(match.group(2)), tongue);
    }

    private static String say(String number, String scale, Currency currency, Tongue tongue) {
        if (tongue.isChinese()) {
            return withoutEndingZeros(number) + scale + currency.chinese();
        }
        if (scale.isEmpty() && number.matches("\\d+\\.\\d\\d")) {
            return withHundredths(number, currency);
        }
        boolean one = number.equals("1") && scale.isEmpty();
        return number + scale + " " + (one ? currency.one() : currency.many());
    }

    private static String withHundredths(String number, Currency currency) {
        String whole = number.substring(0, number.length() - 3);
        int hundredths = Integer.parseInt(number.substring(number.length() - 2));
        if (whole.equals("0") && hundredths > 0) {
            return hundredths + " " + (hundredths == 1 ? currency.cent() : currency.cents());
        }
        String units = whole + " " + (whole.equals("1") ? currency.one() : currency.many());
        return hundredths == 0 ? units : units + " " + (hundredths < 10 ? "oh " : "") + hundredths;
    }

    private static String withoutEndingZeros(String number) {
        return number.contains(".") ? number.replaceFirst("\\.?0+$", "") : number;
    }

    private static String scale(String written, Tongue tongue) {
        String name = written.strip();
        String word = SCALES.getOrDefault(name, name);
        if (word.isEmpty() || !word.matches("\\w+")) {
            return word;
        }
        return tongue.choose(" " + word, CHINESE_SCALES.getOrDefault(word, ""));
    }

    private static Currency currency(String sign) {
        return CURRENCIES.getOrDefault(sign, YUAN);
    }
}
