package dev.voicebot.wording.chinese;

/** Numbers in Chinese characters. */
final class ChineseNumber {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] PLACES = {"", "十", "百", "千"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final int LONGEST = 16;

    private ChineseNumber() {}

    /** As it is counted: 12.5 is 十二点五; {@code number} has digits and at most one point. */
    static String of(String number) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        String fraction = point < 0 ? "" : "点" + digits(number.substring(point + 1));
        return whole(whole.replaceFirst("^0+(?=\\d)", "")) + fraction;
    }

    /** Digit by digit, as in a year. */
    static String digits(String number) {
        StringBuilder words = new StringBuilder();
        number.chars().forEach(c -> words.append(DIGITS.charAt(c - '0')));
        return words.toString();
    }

    private static String whole(String number) {
        if (number.length() > LONGEST) {
            return digits(number);
        }
        if (number.equals("0")) {
            return "零";
        }
        String words = groups(number);
        boolean pair = words.startsWith("二千") || words.startsWith("二万") || words.startsWith("二亿");
        return words.startsWith("一十") ? words.substring(1) : pair ? "两" + words.substring(1) : words;
    }

    private static String groups(String number) {
        StringBuilder words = new StringBuilder();
        int count = (number.length() + 3) / 4;
        for (int group = count - 1; group >= 0; group--) {
            int end = number.length() - 4 * group;
            String part = group(number.substring(Math.max(0, end - 4), end));
            if (!part.isEmpty()) {
                words.append(part).append(GROUPS[group]);
            } else if (group > 0 && words.length() > 0) {
                words.append("零");
            }
        }
        return words.toString().replaceAll("零+", "零").replaceFirst("零$", "");
    }

    private static String group(String digits) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            words.append(DIGITS.charAt(digit)).append(digit == 0 ? "" : PLACES[digits.length() - 1 - i]);
        }
        return words.toString().replaceAll("零+", "零").replaceFirst("零$", "");
    }
}
