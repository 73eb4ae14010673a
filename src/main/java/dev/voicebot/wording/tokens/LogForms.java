package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.Token.Code;
import dev.voicebot.wording.tokens.Token.DigitStyle;
import dev.voicebot.wording.tokens.Token.Digits;
import dev.voicebot.wording.tokens.Token.Named;
import dev.voicebot.wording.tokens.Token.Phrase;
import dev.voicebot.wording.tokens.Token.Plain;
import dev.voicebot.wording.tokens.Token.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;

/** What programs print: log lines, stack traces, diffs, hashes, rights, redirections. */
final class LogForms {
    private static final int SHORT_HASH = 7;
    private static final int GIT_HASH = 40;
    private static final int MD5 = 32;
    private static final String HASH = "(?=[a-f]*\\d)(?=\\d*[a-f])[0-9a-f]{7,128}";
    private static final Map<String, String> LEVELS = Map.of(
            "info", "信息", "notice", "通知", "warning", "警告", "error", "错误", "debug", "调试", "trace", "跟踪", "fatal",
            "致命错误");
    private static final String LEVEL = "(INFO|NOTICE|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL)";

    static final List<Form> FORMS = List.of(
            Form.of("[", "\\[" + LEVEL + "\\s?\\]:?\\s*", LogForms::level),
            Form.of("a", "(?<=\\d[Z\\]]? {1,2}|\\] )" + LEVEL + ":?\\s+(?=\\S)", LogForms::level)
                    .startingWith("INWEDTF")
                    .needing("0]"),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}])at (?:[\\w.@-]+/{1,2})?(?:[\\w$]+\\.)*([\\w$]+)\\.([\\w$<>]+)\\((?:[\\w$]+\\.(?:java|kt|scala|groovy):(\\d+)|(?:Native Method|Unknown Source))\\)",
                            LogForms::frame)
                    .startingWith("a")
                    .needing("("),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}])diff --git a/(\\S+) b/\\S+",
                            match -> new Code(List.of(
                                    new Phrase("changes in ", "修改了"),
                                    new Plain(match.group(1).replaceAll("[/_]", " ")))))
                    .startingWith("d")
                    .needing("-"),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}])index [0-9a-f]{7,40}\\.\\.[0-9a-f]{7,40}(?: \\d{6})?",
                            match -> new Named(Sign.GAP))
                    .startingWith("i")
                    .needing("."),
            Form.of("a", "(?<=^\\s{0,3}|\\n\\s{0,3})[ab]/[\\w./-]+\\.\\w{1,5}(?=\\s*$)", match -> new Named(Sign.GAP))
                    .startingWith("ab")
                    .needing("/"),
            Form.of("0a", "(?<![\\p{Alnum}_./#-])" + HASH + "(?![\\p{Alnum}_])", match -> hash(match.group()))
                    .startingWith("abcdef")
                    .needing("0"),
            Form.of(
                            "0a",
                            "(?<![\\p{Alnum}_:-])[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}(?![\\p{Alnum}_:-])",
                            match -> new Digits(false, List.of(match.group().split("[:-]", -1)), DigitStyle.NUMBER))
                    .startingWith("abcdefABCDEF")
                    .needing(":-"),
            Form.of(
                            "-a",
                            "(?=[-dlbcps]?[-r][-w][-xsStT])(?<![\\p{Alnum}_-])[-dlbcps]?(?=[-rwxsStT]{0,8}r)([r-][w-][-xsStT])([r-][w-][-xsStT])([r-][w-][-xsStT])[.+@]?(?![\\p{Alnum}_-])( +(?=\\d))?",
                            LogForms::rights)
                    .startingWith("dlbcpsr")
                    .needing("-"),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}])U\\+[0-9A-Fa-f]{4,6}(?![\\p{Alnum}])",
                            match -> Sequence.of(
                                    new Phrase("U plus ", "U加"),
                                    new Digits(false, List.of(match.group().substring(2)), DigitStyle.NUMBER)))
                    .startingWith("U"),
            Form.of("0", "(?<![\\p{Alnum}])2>&1(?!\\d)", match -> new Phrase("with errors", "连同错误输出"))
                    .needing(">"),
            Form.of("0", "(?<![\\p{Alnum}])2>\\s?(?=/)", match -> new Phrase("errors to ", "错误输出到 "))
                    .needing(">"),
            Form.of(
                    ">",
                    "(?<=\\s)>{1,2}\\s?(?=(?:[\\w-]+/)*[\\w-]+\\.\\p{Lower}{2,4}(?![\\w.])|~?/\\w)",
                    match -> new Named(Sign.ARROW)),
            Form.of(
                    "<",
                    "(?<=[\\w\\]] )<\\s?(?=(?:[\\w-]+/)*[\\w-]+\\.\\p{Lower}{2,4}(?![\\w.>])|~?/\\w)",
                    match -> new Phrase(" from ", "读取 ")),
            Form.of("<", "(?<=[\\w)] ?)<<\\s?(?=\\d)", match -> new Phrase(" shifted left by ", "左移")),
            Form.of(">", "(?<=[\\w)] ?)>{2,3}\\s?(?=\\d)", match -> new Phrase(" shifted right by ", "右移")),
            Form.of(
                    "+-*/",
                    "(?<=[\\p{Alnum}\\]]\\s?)([+*/-])=(?=\\s?[\\p{Alnum}(\"'])",
                    match -> Sequence.of(new Named(assigned(match.group(1))), new Named(Sign.EQUALS))),
            Form.of("*", "(?<![*\\p{Alnum}])\\*(?=\\.\\w)", match -> new Phrase("star ", "星号")),
            Form.of("*", "(?<=\\w\\.)\\*(?![\\w*])", match -> new Phrase("star ", "星号")));

    private LogForms() {}

    /** Of a long hash the beginning, as people do. */
    static Token hash(String hash) {
        Token start = new Digits(false, List.of(hash.substring(0, SHORT_HASH)), DigitStyle.NUMBER);
        return hash.length() == MD5 || hash.length() > GIT_HASH
                ? Sequence.of(new Phrase("a hash that begins with ", "以 "), start, new Phrase("", "开头的哈希值"))
                : start;
    }

    private static Sign assigned(String operator) {
        return switch (operator) {
            case "+" -> Sign.PLUS;
            case "-" -> Sign.MINUS;
            case "*" -> Sign.TIMES;
            default -> Sign.DIVIDED;
        };
    }

    private static Token level(MatchResult match) {
        String written = match.group(1).toLowerCase(Locale.ROOT);
        String level = written.equals("warn") ? "warning" : written;
        return Sequence.of(new Phrase(level, LEVELS.getOrDefault(level, level)), new Named(Sign.PAUSE));
    }

    /** at com.example.Bar.baz(Bar.java:42): the package and the file say nothing more than the class. */
    private static Token frame(MatchResult match) {
        String method = match.group(2).equals("<init>") ? "new" : match.group(2).replaceAll("[<>]", "");
        Token call = new Plain("at " + match.group(1).replace('$', ' ') + " " + method.replace('$', ' '));
        return match.group(3) == null
                ? call
                : Sequence.of(call, new Phrase(", line ", "，第"), Token.Numeral.of(match.group(3)), new Phrase("", "行"));
    }

    /** What the owner, the group and others may do, letter by letter: drwxr-x---. */
    private static Token rights(MatchResult match) {
        List<Token> parts = new ArrayList<>();
        if (match.group().charAt(0) == 'd') {
            parts.add(new Phrase("directory, ", "目录，"));
        }
        for (int i = 1; i <= 3; i++) {
            String letters = match.group(i).replace("-", "");
            parts.add(
                    letters.isEmpty()
                            ? new Phrase("none", "无")
                            : new Digits(false, List.of(letters), DigitStyle.NUMBER));
            parts.add(i < 3 || match.group(4) != null ? new Named(Sign.PAUSE) : new Plain(""));
        }
        return new Sequence(parts);
    }
}
