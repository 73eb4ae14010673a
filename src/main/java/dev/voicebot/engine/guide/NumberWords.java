package dev.voicebot.engine.guide;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes number words as digits, since speech is often written down in words. */
final class NumberWords {
    private static final List<String> UNITS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, Long> SCALES = Map.of("hundred", 100L, "thousand", 1_000L, "million", 1_000_000L);
    private static final String WORD =
            "(?:" + String.join("|", UNITS) + "|" + String.join("|", TENS) + "|hundred|thousand|million)";
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(?:a (?=hundred|thousand|million))?" + WORD + "(?:(?:[ -]| and )" + WORD + ")*\\b");

    private static final String CHINESE_DIGITS = "零一二三四五六七八九";
    private static final Map<Character, Long> CHINESE_SCALES =
            Map.of('十', 10L, '百', 100L, '千', 1_000L, '万', 10_000L, '亿', 100_000_000L);
    private static final Pattern CHINESE = Pattern.compile("[零一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+)?");

    private NumberWords() {}

    static String toDigits(String text) {
        String english = ENGLISH.matcher(text).replaceAll(NumberWords::english);
        return CHINESE.matcher(english).replaceAll(NumberWords::chinese);
    }

    private static String english(MatchResult match) {
        long total = 0;
        long group = 0;
        for (String word : match.group().split("[ -]+", -1)) {
            long scale = SCALES.getOrDefault(word, 0L);
            if (scale == 0) {
                group += value(word);
            } else if (scale == 100) {
                group = Math.max(1, group) * scale;
            } else {
                total += Math.max(1, group) * scale;
                group = 0;
            }
        }
        return Long.toString(total + group);
    }

    /** 0 for "a" and "and". */
    private static long value(String word) {
        int unit = UNITS.indexOf(word);
        return unit >= 0 ? unit : TENS.contains(word) ? 20 + 10L * TENS.indexOf(word) : 0;
    }

    private static String chinese(MatchResult match) {
        String[] parts = match.group().split("点", 2);
        return chineseWhole(parts[0]) + (parts.length > 1 ? "." + digitByDigit(parts[1]) : "");
    }

    private static String chineseWhole(String word) {
        String digits = word.replace('两', '二');
        return digits.chars().anyMatch(c -> CHINESE_SCALES.containsKey((char) c))
                ? Long.toString(scaled(digits))
                : digitByDigit(digits);
    }

    private static long scaled(String word) {
        long total = 0;
        long group = 0;
        long digit = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            long scale = CHINESE_SCALES.getOrDefault(c, 0L);
            if (scale == 0) {
                digit = CHINESE_DIGITS.indexOf(c);
            } else if (scale < 10_000) {
                group += Math.max(1, digit) * scale;
                digit = 0;
            } else {
                total = (total + group + digit) * scale;
                group = 0;
                digit = 0;
            }
        }
        return total + group + digit;
    }

    private static String digitByDigit(String word) {
        StringBuilder digits = new StringBuilder();
        word.chars().forEach(c -> digits.append(CHINESE_DIGITS.indexOf(c)));
        return digits.toString();
    }
}
