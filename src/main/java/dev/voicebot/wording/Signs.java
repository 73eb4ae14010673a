package dev.voicebot.wording;

import java.util.List;
import java.util.regex.MatchResult;

/** Signs that have a name: →, ≥, &, =, #5, ~100, x²; and those that are only noise to the ear. */
final class Signs {
    private static final String WORD_BEFORE = "(?<=[\\p{Alnum})])";
    private static final String NUMBER_AHEAD = "(?=\\s?[\\d$€£¥￥])";
    private static final String PER_WORDS = "[小秒分天月年人次个日周件斤公平升吨夜]";
    private static final String HAN = "\\p{IsHan}";

    /** What is noise in every language. */
    static final WrittenForm NOISE = sign("*_`#^~{}[]<>•™®©¦†‡", "[*_`#^~{}\\[\\]<>•™®©¦†‡]", "", "");

    static final List<WrittenForm> FORMS = List.of(
            sign(".", "\\.{1,2}/(?=[\\p{Alpha}.])", "", ""),
            sign("-–—~～", "(?<=[\\dMm分整])[-–—~～](?=\\d{1,2}[:：]\\d\\d)", " to ", "到"),
            sign("→⇒⟶➜➔", "(?<=\\n)[→⇒⟶➜➔]\\s?", "", ""),
            sign("↔⇔⟷<", "↔|⇔|⟷|<[-=]>", " and ", "和"),
            sign("→⇒⟶➜➔-=", "→|⇒|⟶|➜|➔|-{1,2}>|=>", " to ", "到"),
            sign("←⇐<", "←|⇐|<-{1,2}(?!\\d)", ", ", "，"),
            sign("↑", "↑", " up ", "上升"),
            sign("↓", "↓", " down ", "下降"),
            sign("≥>", "≥|>=", " greater than or equal to ", "大于等于"),
            sign("≤<", "≤|<=", " less than or equal to ", "小于等于"),
            sign("≠!", "≠|!=", " not equal to ", "不等于"),
            sign("≈≃≅", "[≈≃≅]", " about ", "约"),
            sign("~～", "[~～]" + NUMBER_AHEAD, "about ", "大约"),
            sign("±", "±", " plus or minus ", "正负"),
            sign("×", "×", " times ", "乘以"),
            sign("÷", "÷", " divided by ", "除以"),
            sign("∞", "∞", " infinity ", "无穷大"),
            sign("√", "√", " the square root of ", "根号"),
            sign("°", "°", " degrees", "度"),
            sign("%％", "[%％]", " percent", "百分号"),
            sign("‰", "‰", " per thousand", "千分号"),
            sign("&＆", "[&＆]+", " and ", "和"),
            sign(
                    "=＝",
                    "(?<=[\\s\\p{Alnum})²³\\p{IsHan}])[=＝]{1,3}(?=[\\s\\p{Alnum}(√$¥/\\p{IsHan}-])",
                    " equals ",
                    "等于"),
            sign("+", "(?<=\\p{Alpha})\\+\\+", " plus plus", "加加"),
            sign("+＋", "(?<=[\\s\\p{Alnum})²³])[+＋](?=[\\s\\p{Alnum}(√])", " plus ", "加"),
            sign("+", "\\+(?=\\d)", "plus ", "正"),
            sign("<＜", "[<＜](?=[\\s\\d])", " less than ", "小于"),
            sign(">＞", "(?<=[\\s\\p{Alnum}])[>＞](?=[\\s\\d])", " greater than ", "大于"),
            WrittenForm.of(
                    "#№",
                    "[#№]\\s?(\\d+)",
                    (match, tongue) -> tongue.choose("number " + match.group(1), match.group(1) + "号")),
            sign("#♯", "(?<=(?<!\\p{Alpha})[A-J])[#♯]", " sharp", " sharp"),
            WrittenForm.of("*", "(?<=[\\p{Alnum})])\\*\\*(-?\\d+)", Signs::power),
            sign("*", "(?<=\\d|\\d\\s)\\*(?=\\s?\\d)", " times ", "乘以"),
            sign("*", "(?<=(?<!\\p{Alpha})\\p{Alpha})\\*(?=\\p{Alpha}(?!\\p{Alpha}))", " times ", "乘以"),
            WrittenForm.of("^", WORD_BEFORE + "\\^[{(]?(-?[\\p{Alnum}]+)[})]?", Signs::power),
            sign("²", WORD_BEFORE + "²", " squared", "的平方"),
            sign("³", WORD_BEFORE + "³", " cubed", "的立方"),
            sign("@＠", "[@＠]", " at ", " at "),
            sign("½", "½", " one half ", "二分之一"),
            sign("¼", "¼", " one quarter ", "四分之一"),
            sign("¾", "¾", " three quarters ", "四分之三"),
            sign("⅓", "⅓", " one third ", "三分之一"),
            sign("⅔", "⅔", " two thirds ", "三分之二"),
            sign("§", "§\\s?", " section ", "第"),
            sign("/", "(?<=[\\d" + HAN + "])/(?=" + PER_WORDS + ")", "每", "每"),
            sign(
                    "/",
                    "(?<=[\\d\\p{Alpha}])/(?=(?:day|week|month|year|hour|minute|second|person|user|night)s?(?!\\p{Alpha}))",
                    " per ",
                    "每"),
            sign("/", "(?<=" + HAN + ")\\s?/\\s?(?=" + HAN + ")", "或", "或"),
            sign("/", "/(?=\\p{Alpha})|(?<=\\p{Alpha})/", " ", " "),
            sign("$", "\\$(?!\\s?\\d)", "", ""),
            sign("_", "(?<=\\p{Alnum})_+(?=\\p{Alnum})", " ", " "),
            sign("\\", "\\\\", " ", " "),
            sign("|｜", "[|｜]+", " ", " "),
            NOISE);

    private Signs() {}

    private static WrittenForm sign(String starts, String pattern, String english, String chinese) {
        return WrittenForm.of(starts, pattern, (match, tongue) -> tongue.choose(english, chinese));
    }

    private static String power(MatchResult match, Tongue tongue) {
        return Numbers.exponent(match.group(1), tongue);
    }
}
