package dev.voicebot.wording.chinese;

import dev.voicebot.wording.tokens.Sign;
import java.util.Map;

/** The names of signs. */
final class ChineseSigns {
    static final Map<Sign, String> NAMES = Map.ofEntries(
            Map.entry(Sign.TO, "到"),
            Map.entry(Sign.ARROW, "到"),
            Map.entry(Sign.BOTH_WAYS, "和"),
            Map.entry(Sign.BACK, "，"),
            Map.entry(Sign.UP, "上升"),
            Map.entry(Sign.DOWN, "下降"),
            Map.entry(Sign.GREATER, "大于"),
            Map.entry(Sign.LESS, "小于"),
            Map.entry(Sign.GREATER_OR_EQUAL, "大于等于"),
            Map.entry(Sign.LESS_OR_EQUAL, "小于等于"),
            Map.entry(Sign.UNEQUAL, "不等于"),
            Map.entry(Sign.EQUALS, "等于"),
            Map.entry(Sign.ABOUT, "大约"),
            Map.entry(Sign.PLUS_MINUS, "正负"),
            Map.entry(Sign.PLUS, "加"),
            Map.entry(Sign.MINUS, "减"),
            Map.entry(Sign.POSITIVE, "正"),
            Map.entry(Sign.NEGATIVE, "负"),
            Map.entry(Sign.TIMES, "乘以"),
            Map.entry(Sign.DIVIDED, "除以"),
            Map.entry(Sign.INFINITY, "无穷大"),
            Map.entry(Sign.ROOT, "根号"),
            Map.entry(Sign.DEGREES, "度"),
            Map.entry(Sign.PERCENT, "百分号"),
            Map.entry(Sign.PER_THOUSAND, "千分号"),
            Map.entry(Sign.AND, "和"),
            Map.entry(Sign.OR, "或"),
            Map.entry(Sign.AT, " at "),
            Map.entry(Sign.PER, "每"),
            Map.entry(Sign.SHARP, " sharp "),
            Map.entry(Sign.PLUS_PLUS, "加加"),
            Map.entry(Sign.NUMBER, "号"),
            Map.entry(Sign.SECTION, "第"),
            Map.entry(Sign.SQUARED, "的平方"),
            Map.entry(Sign.CUBED, "的立方"),
            Map.entry(Sign.MORE, "多"),
            Map.entry(Sign.SLASH, "斜杠"),
            Map.entry(Sign.DOT, "点"),
            Map.entry(Sign.HOME, "主目录"),
            Map.entry(Sign.NOTHING, ""),
            Map.entry(Sign.GAP, " "),
            Map.entry(Sign.PAUSE, "，"),
            Map.entry(Sign.LINK, "链接"));

    private ChineseSigns() {}
}
