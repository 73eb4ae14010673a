package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.Token.Address;
import dev.voicebot.wording.tokens.Token.Code;
import dev.voicebot.wording.tokens.Token.DigitStyle;
import dev.voicebot.wording.tokens.Token.Digits;
import dev.voicebot.wording.tokens.Token.Named;
import dev.voicebot.wording.tokens.Token.Phrase;
import dev.voicebot.wording.tokens.Token.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What developers write: mail and web addresses, paths, flags, hashes, generics, places in a file, environment variables. */
final class CodeForms {
    private static final String NAME = "[\\p{Alnum}_.@%+~#-]";
    private static final Pattern PART = Pattern.compile("[/\\\\]+|[^/\\\\]+");

    static final List<Form> FORMS = List.of(
            Form.of(
                    "a",
                    "(?<![\\p{Alnum}])(?:https?|ftp|sftp|ssh|git|wss?|file|s3|jdbc:\\w+)://[^\\s<>\"'`，。；）】、]*[^\\s<>\"'`，。；：！？）】、.,;:!?)\\]]",
                    match -> new Address()),
            Form.of(
                    "<a0",
                    "(?<![\\p{Alnum}._%+-])<?([\\p{Alnum}._%+-]+)@([\\p{Alnum}-]+(?:\\.[\\p{Alnum}-]+)+)>?",
                    CodeForms::mail),
            Form.of("@", "@@ -\\d+(?:,\\d+)? \\+\\d+(?:,\\d+)? @@", match -> new Named(Sign.PAUSE)),
            Form.of(
                    "0a",
                    "(?<![\\p{Alnum}-])(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\\p{Alnum}-])",
                    match -> new Phrase("a UUID", "一个 UUID")),
            Form.of(
                    "0a",
                    "(?<![\\p{Alnum}_./#-])(?=[a-f]*\\d)(?=\\d*[a-f])[0-9a-f]{7,64}(?![\\p{Alnum}_])",
                    CodeForms::hash),
            Form.of("0", "(?<![\\p{Alnum}_.])0[xX][0-9a-fA-F]{1,16}(?![\\p{Alnum}_])", CodeForms::hexadecimal),
            Form.of(
                    "a",
                    "(?<![\\p{Alnum}_])([\\p{Alnum}_-]+\\.(?:java|py|js|ts|go|rs|c|cc|cpp|h|hpp|kt|rb|php|cs|scala|md|txt|yml|yaml|json|toml|sh|xml|html|css|sql)):(\\d+)(?::(\\d+))?(?![\\d:])",
                    CodeForms::place),
            Form.of(
                    "a",
                    "(?<![\\p{Alnum}_])([A-Z][\\p{Alnum}.:]*|std::\\w+|vector|set|map|list|array)<((?:[\\p{Alnum}.:?,&*\\[\\] ]|<[\\p{Alnum}.:?,&*\\[\\] ]*>){1,60})>(?![\\p{Alnum}])",
                    CodeForms::generic),
            Form.of(
                    "$",
                    "\\$\\{?([A-Za-z_]\\w*)}?",
                    match -> plain(match.group(1).replace('_', ' ').strip())),
            Form.of("-", "(?<![\\p{Alnum}_-])--([a-zA-Z][\\p{Alnum}-]*)(=(?=\\S))?", CodeForms::longFlag),
            Form.of(
                    "-",
                    "(?<=\\s|^|\uE001|[(\\[|,/])-([a-zA-Z0-9]{1,2}|rf|xvf|czf|xzf)(?=[\\s,.;:)|\\]/=\uE003]|$)",
                    CodeForms::shortFlag),
            Form.of("a", "(?<![\\p{Alnum}])[A-Z]:\\\\[\\w\\\\. -]*\\w", CodeForms::path),
            Form.of(
                    "/~.$",
                    "(?<![\\p{Alnum}/.)}%]|\\p{IsHan}(?=/))(?:~|\\.{1,2})?(?:/" + NAME + "+)+/?(?<![.:])",
                    CodeForms::path),
            Form.of("/", "(?<=[\\p{IsHan}])(?:/[\\p{Alpha}]" + NAME + "*){2,}/?(?<![.:])", CodeForms::path),
            Form.of(
                    "/",
                    "(?<=[\\p{IsHan}])/(?:usr|etc|home|var|tmp|opt|api|dev|proc|bin|root|mnt|lib|boot|srv)(?![\\p{Alnum}])",
                    CodeForms::path),
            Form.of(
                    "a",
                    "(?<![\\p{Alnum}_./])[\\p{Alpha}_]" + NAME + "*(?:/" + NAME + "*[\\p{Alnum}_]){2,}/?",
                    CodeForms::relative),
            Form.of(
                    "a",
                    "(?<![\\p{Alnum}_./])[\\p{Alpha}_][\\p{Alnum}_.-]*/[\\p{Alnum}_-]+\\.\\p{Alpha}\\w{0,4}(?![\\p{Alnum}/])",
                    CodeForms::relative),
            Form.of(
                    "a",
                    "(?<![\\p{Alnum}_])([\\p{Alpha}_]\\w*)((?:::\\w+)+)",
                    match -> plain(match.group().replace("::", " ").replace('_', ' '))));

    /** What has another meaning inside code than in prose. */
    static final List<Form> INSIDE = List.of(
            Form.of("|", "\\|\\|", Sign.OR),
            Form.of("&", "&&", Sign.AND),
            Form.of("=", "={2,3}", Sign.EQUALS),
            Form.of("=", "=(?=\\S)", Sign.EQUALS),
            Form.of("-", "->", Sign.ARROW),
            Form.of("<", "<<|<(?=[\\s\\p{Alpha}])", Sign.GAP),
            Form.of(">", ">>|>(?=[\\s\\p{Alpha}/])", Sign.GAP),
            Form.of("%", "%(?=[sdfxn])", Sign.GAP),
            Form.of("!", "!(?=\\p{Alpha})", Sign.GAP));

    private CodeForms() {}

    private static Token plain(String text) {
        return new Code(List.of(new Plain(text)));
    }

    private static Token mail(MatchResult match) {
        return new Code(
                List.of(new Plain(match.group(1).replace('_', ' ')), new Named(Sign.AT), new Plain(match.group(2))));
    }

    /** Of a long hash the beginning, as people do. */
    private static Token hash(MatchResult match) {
        return new Digits(false, List.of(match.group().substring(0, 7)), DigitStyle.NUMBER);
    }

    private static Token hexadecimal(MatchResult match) {
        String digits = match.group().substring(2);
        return digits.length() > 8
                ? new Phrase("a hexadecimal number", "一个十六进制数")
                : new Code(List.of(new Plain("0x"), new Digits(false, List.of(digits), DigitStyle.NUMBER)));
    }

    private static Token place(MatchResult match) {
        return new Code(List.of(
                new Plain(match.group(1).replace('_', ' ')),
                new Phrase(" line ", "第"),
                Token.Numeral.of(match.group(2)),
                new Phrase("", "行")));
    }

    private static @Nullable Token generic(MatchResult match) {
        String inner = match.group(2)
                .replaceAll("[<>\\[\\]&*]", " ")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?, ?", ", ")
                .strip();
        return new Code(
                List.of(new Plain(match.group(1).replace("::", " ")), new Phrase(" of ", " "), new Plain(inner)));
    }

    private static Token longFlag(MatchResult match) {
        List<Token> parts = new ArrayList<>(
                List.of(new Phrase("dash dash ", "杠杠"), new Plain(match.group(1).replace('-', ' '))));
        if (match.group(2) != null) {
            parts.add(new Phrase(" equals ", "等于"));
        }
        return new Code(parts);
    }

    private static @Nullable Token shortFlag(MatchResult match, Sentence sentence) {
        boolean number = Character.isDigit(match.group(1).charAt(0));
        boolean command = sentence.isCode() || sentence.endsWith(COMMAND, match.start());
        if (number ? !command : !command && match.group(1).length() > 1) {
            return null;
        }
        return new Code(List.of(
                new Phrase("dash ", "杠"), number ? Token.Numeral.of(match.group(1)) : new Plain(match.group(1))));
    }

    private static final Pattern COMMAND = Pattern.compile(
            "(?:git|ls|rm|cp|mv|tar|head|tail|grep|docker|kubectl|curl|log|kill|chmod|java|python|gcc|make|ps|ssh|npm|sed|awk|find|du|df|cat)(?: [\\w./-]+){0,2} $");

    private static Token path(MatchResult match) {
        List<Token> parts = new ArrayList<>();
        Matcher part = PART.matcher(match.group());
        boolean only = true;
        while (part.find()) {
            String text = part.group();
            if (text.startsWith("/") || text.startsWith("\\")) {
                boolean inside = part.end() < match.group().length() || only;
                if (inside && !(part.start() > 0 && match.group().charAt(0) == '.' && only)) {
                    parts.add(new Named(Sign.SLASH));
                }
            } else if (text.equals("~")) {
                parts.add(new Named(Sign.HOME));
            } else if ((!text.equals(".") && !text.equals(".."))
                    || part.end() == match.group().length()) {
                parts.add(new Plain(text.replace('_', ' ').replaceAll("[#%]", " ")));
                only = false;
            }
        }
        return new Code(parts);
    }

    private static @Nullable Token relative(MatchResult match) {
        return plain(match.group()
                .replaceAll("/$", "")
                .replace('/', ' ')
                .replace('_', ' ')
                .replaceAll("[#%~]", " ")
                .replaceAll(" +", " ")
                .strip());
    }
}
