package dev.voicebot.wording.english;

import java.util.Map;

/** Numbers in English words. */
final class EnglishNumber {
    private static final String[] ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen"
                    + " fourteen fifteen sixteen seventeen eighteen nineteen")
            .split(" ", -1);
    private static final String[] TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
    private static final String[] GROUPS =
            " thousand million billion trillion quadrillion quintillion sextillion septillion octillion".split(" ", -1);
    private static final int LONGEST = 30;
    private static final Map<String, String> ORDINALS = Map.of(
            "one", "first", "two", "second", "three", "third", "five", "fifth", "eight", "eighth", "nine", "ninth",
            "twelve", "twelfth");

    private EnglishNumber() {}

    /** As it is counted; digits with at most one point. */
    static String of(String number) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        String words = whole.isEmpty() ? "" : whole(whole);
        return point < 0 ? words : (words + " point " + digits(number.substring(point + 1))).strip();
    }

    /** Digit by digit. */
    static String digits(String digits) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            words.append(words.isEmpty() ? "" : " ").append(ONES[digits.charAt(i) - '0']);
        }
        return words.toString();
    }

    static String ordinal(String digits) {
        String cardinal = whole(digits);
        int cut = Math.max(cardinal.lastIndexOf(' '), cardinal.lastIndexOf('-')) + 1;
        String last = cardinal.substring(cut);
        String ending = last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th";
        return cardinal.substring(0, cut) + ORDINALS.getOrDefault(last, ending);
    }

    /** In pairs: nineteen ninety-four, twenty oh five; but two thousand five. */
    static String year(String digits) {
        String plain = digits.replaceFirst("^0+(?=\\d)", "");
        int year = Integer.parseInt(plain);
        if (digits.length() == 2 && year > 0 && year < 10) {
            return "oh " + ONES[year];
        }
        if (plain.length() != 4 || year % 1000 < 10) {
            return whole(plain);
        }
        int low = year % 100;
        String first = below100(year / 100);
        return low == 0 ? first + " hundred" : first + (low < 10 ? " oh " + ONES[low] : " " + below100(low));
    }

    /** Nineties, twenties, hundreds. */
    static String decade(String digits) {
        int tens = Integer.parseInt(digits.substring(digits.length() - 2)) / 10;
        String name = tens == 0 ? "hundreds" : tens == 1 ? "tens" : TENS[tens].replaceFirst("y$", "ies");
        if (digits.endsWith("000")) {
            return whole(digits) + "s";
        }
        return digits.length() == 2 ? name : below100(Integer.parseInt(digits.substring(0, 2))) + " " + name;
    }

    private static String whole(String digits) {
        String plain = digits.replaceFirst("^0+(?=\\d)", "");
        if (plain.length() > LONGEST) {
            return digits(plain);
        }
        StringBuilder words = new StringBuilder();
        int count = (plain.length() + 2) / 3;
        for (int group = count - 1; group >= 0; group--) {
            int end = plain.length() - 3 * group;
            int part = Integer.parseInt(plain.substring(Math.max(0, end - 3), end));
            if (part > 0) {
                words.append(words.isEmpty() ? "" : " ").append(below1000(part));
                words.append(group == 0 ? "" : " " + GROUPS[group]);
            }
        }
        return words.isEmpty() ? ONES[0] : words.toString();
    }

    private static String below1000(int number) {
        if (number < 100) {
            return below100(number);
        }
        String hundreds = ONES[number / 100] + " hundred";
        return number % 100 == 0 ? hundreds : hundreds + " " + below100(number % 100);
    }

    static String below100(int number) {
        if (number < 20) {
            return ONES[number];
        }
        return TENS[number / 10] + (number % 10 == 0 ? "" : "-" + ONES[number % 10]);
    }
}
