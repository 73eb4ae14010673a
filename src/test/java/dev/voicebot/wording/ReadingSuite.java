package dev.voicebot.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Cases of how what is written is read aloud, and how many of them are read as expected. */
final class ReadingSuite {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final String[] ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen"
                    + " fourteen fifteen sixteen seventeen eighteen nineteen")
            .split(" ", -1);
    private static final String[] TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
    private static final String[] GROUPS = " thousand million billion trillion quadrillion quintillion".split(" ", -1);

    /** One of them; {@code expected} has alternatives. */
    record Case(String written, List<String> expected, String kind) {}

    private final boolean chinese;
    private final List<Case> cases;

    private ReadingSuite(boolean chinese, List<Case> cases) {
        this.chinese = chinese;
        this.cases = cases;
    }

    /** A table with columns for what is written, what is read and the kind, with a head line. */
    static ReadingSuite in(Path table, boolean chinese) {
        try {
            List<Case> cases = new ArrayList<>();
            for (String row : Files.readAllLines(table).stream().skip(1).toList()) {
                String[] cells = row.split("\t", -1);
                cases.add(new Case(cells[0], Arrays.asList(cells[1].split("\\|", -1)), cells[2]));
            }
            return new ReadingSuite(chinese, cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By kind, how many were read as expected and how many there are. */
    Map<String, int[]> count(UnaryOperator<String> spoken, List<String> wrong) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (Case one : cases) {
            int[] count = counts.computeIfAbsent(one.kind(), kind -> new int[2]);
            String said = plain(spoken.apply(
                    chinese ? "它写的是" + one.written() + "，对吧。" : "It says " + one.written() + ", I think."));
            boolean right = one.expected().stream()
                    .map(expected -> plain(chinese ? "它写的是" + expected + "，对吧。" : "It says " + expected + ", I think."))
                    .anyMatch(said::equals);
            count[0] += right ? 1 : 0;
            count[1]++;
            if (!right) {
                wrong.add(one.kind() + "\t" + one.written() + "\t" + said + "\t" + one.expected());
            }
        }
        return counts;
    }

    /** What counts of a reading: its words, with digits as cardinal numbers. */
    private String plain(String said) {
        String words = NUMBER.matcher(said.toLowerCase(Locale.ROOT))
                .replaceAll(match -> chinese ? chineseNumber(match.group()) : " " + englishNumber(match.group()) + " ");
        if (chinese) {
            return words.replaceAll("[\\s\\p{Punct}，。；：、！？]", "")
                    .replace('两', '二')
                    .replace('幺', '一');
        }
        return (" " + words.replaceAll("[^\\p{Alnum}']+", " ") + " ")
                .replaceAll(" (?:and|the)(?= )", "")
                .replace(" negative ", " minus ")
                .replaceAll(" oh(?= )", " zero")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String englishNumber(String number) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        StringBuilder words = new StringBuilder();
        int count = (whole.length() + 2) / 3;
        for (int group = count - 1; group >= 0; group--) {
            int end = whole.length() - 3 * group;
            int part = Integer.parseInt(whole.substring(Math.max(0, end - 3), end));
            if (part > 0) {
                words.append(below1000(part)).append(' ').append(GROUPS[group]).append(' ');
            }
        }
        if (words.isEmpty()) {
            words.append("zero");
        }
        if (point >= 0) {
            words.append(" point");
            number.substring(point + 1).chars().forEach(c -> words.append(' ').append(ONES[c - '0']));
        }
        return words.toString();
    }

    private static String below1000(int number) {
        String hundreds = number < 100 ? "" : ONES[number / 100] + " hundred ";
        int rest = number % 100;
        return hundreds
                + (rest == 0
                        ? ""
                        : rest < 20 ? ONES[rest] : TENS[rest / 10] + (rest % 10 == 0 ? "" : " " + ONES[rest % 10]));
    }

    private static String chineseNumber(String number) {
        String digits = "零一二三四五六七八九";
        int point = number.indexOf('.');
        long whole = Long.parseLong(point < 0 ? number : number.substring(0, point));
        StringBuilder words = new StringBuilder(chineseWhole(whole));
        if (point >= 0) {
            words.append('点');
            number.substring(point + 1).chars().forEach(c -> words.append(digits.charAt(c - '0')));
        }
        return words.toString();
    }

    private static String chineseWhole(long number) {
        if (number == 0) {
            return "零";
        }
        String said = upTo(number).replaceAll("零+", "零").replaceFirst("零$", "");
        return said.startsWith("一十") ? said.substring(1) : said;
    }

    private static String upTo(long number) {
        if (number >= 100_000_000) {
            return below(number, 100_000_000, "亿");
        }
        if (number >= 10_000) {
            return below(number, 10_000, "万");
        }
        String said = "";
        String[] places = {"", "十", "百", "千"};
        String digits = Long.toString(number);
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            said += "零一二三四五六七八九".charAt(digit - '0') + (digit == '0' ? "" : places[digits.length() - 1 - i]);
        }
        return said.replaceAll("零+", "零").replaceFirst("零$", "");
    }

    private static String below(long number, long unit, String name) {
        long rest = number % unit;
        String zero = rest > 0 && rest < unit / 10 ? "零" : "";
        return upTo(number / unit) + name + (rest == 0 ? "" : zero + upTo(rest));
    }
}
