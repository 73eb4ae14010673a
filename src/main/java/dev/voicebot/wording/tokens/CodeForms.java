package dev.voicebot.wording.tokens;

import dev.voicebot.language.EastAsian;
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
    /** What is in Chinese ends with a slash or is the name of a file: what follows a path is in Chinese too. */
    private static final String SEGMENTS =
            "(?:/" + NAME + "+|/[{<][\\w-]{1,32}[}>]|/[\\p{IsHan}\\w-]{1,24}(?=/)|/[\\p{IsHan}\\w-]{1,32}\\.\\w{1,5}"
                    + "|(?<=/\\p{IsHan}{1,24})/(?=\\p{IsHan}))+(?:/\\*|/)?(?<![.:])";

    private static final String PATH = "(?<![\\p{Alnum}/.)}%]|\\p{IsHan}(?=/))(?:~|\\.{1,2})?" + SEGMENTS;
    private static final Pattern PART = Pattern.compile("[/\\\\]+|\\*|[^/\\\\*]+");

    static final List<Form> FORMS = List.of(
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}])(?:https?|ftp|sftp|ssh|git|wss?|file|s3|jdbc:\\w+)://[^\\s<>\"'`\\u2E80-\\uFFEF]*[^\\s<>\"'`\\u2E80-\\uFFEF.,;:!?)\\]]",
                            match -> new Address())
                    .startingWith("hfsgwj")
                    .needing(":"),
            Form.of(
                            "<a0",
                            "(?<![\\p{Alnum}._%+-])<?([\\p{Alnum}._%+-]+)@(?!\\d+(?:\\.\\d+)*(?![\\p{Alpha}-]))([\\p{Alnum}-]+(?:\\.[\\p{Alnum}-]+)+)>?",
                            CodeForms::mail)
                    .needing("@"),
            Form.of("@", "@@ -\\d+(?:,\\d+)? \\+\\d+(?:,\\d+)? @@", match -> new Named(Sign.PAUSE))
                    .needing("@"),
            Form.of(
                            "0a",
                            "(?<!\\p{Alnum})(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\\p{Alnum}-])",
                            match -> new Phrase("a UUID", "一个 UUID"))
                    .startingWith("abcdefABCDEF")
                    .needing("-"),
            Form.of("0", "(?<![\\p{Alnum}_.])0[xX][0-9a-fA-F]{1,16}(?![\\p{Alnum}_])", CodeForms::hexadecimal)
                    .needing("xX"),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}_])((?:[\\p{Alnum}_.-]{1,64}/){0,16}[\\p{Alnum}_-]{1,64}\\.(?:java|py|js|ts|go|rs|c|cc|cpp|h|hpp|kt|rb|php|cs|scala|md|txt|yml|yaml|json|toml|sh|xml|html|css|sql)):(\\d+)(?::(\\d+))?(?!\\d)",
                            CodeForms::place)
                    .needing(":"),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}_])([A-Z][\\p{Alnum}.:]*|std::\\w+|vector|set|map|list|array)<((?:[\\p{Alnum}.:?,&*\\[\\] ]|<[\\p{Alnum}.:?,&*\\[\\] ]*>){1,60})>(?![\\p{Alnum}])",
                            CodeForms::generic)
                    .startingWith("ABCDEFGHIJKLMNOPQRSTUVWXYZsvlm")
                    .needing("<"),
            Form.of(
                    "$",
                    "\\$\\{?([A-Za-z_]\\w*)}?",
                    match -> plain(match.group(1).replace('_', ' ').strip())),
            Form.of("-", "(?<![\\p{Alnum}_\\])}-])--([a-zA-Z][\\p{Alnum}-]*)(=(?=\\S))?", CodeForms::longFlag),
            Form.of(
                    "-",
                    "(?<=\\s|^|\uE001|[(\\[|,/（，、；：]|选项|参数|标志)-(D[\\w.]{2,}|X[\\w:+-]{2,}|[a-zA-Z0-9]{1,5})(=(?=\\S))?(?=[\\s,.;:)|\\[\\]/=\"”\uE003，。；：、）]|$|(?<==))",
                    CodeForms::shortFlag),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}])[A-Z]:\\\\(?:[\\w\\p{IsHan}. -]{1,40}\\\\)*(?:[\\w\\p{IsHan}. -]{0,40}\\.\\w{1,5}|[\\w.-]*\\w)?",
                            CodeForms::path)
                    .startingWith("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                    .needing("\\"),
            Form.of("/", PATH, CodeForms::path),
            Form.of("~.", PATH, CodeForms::path).goingOnWith("/."),
            Form.of("/", "(?<=[\\p{IsHan}])/[\\p{Alpha}_.]" + NAME + "*" + SEGMENTS, CodeForms::path),
            Form.of(
                    "/",
                    "(?<=[\\p{IsHan}])/(?:usr|etc|home|var|tmp|opt|api|dev|proc|bin|root|mnt|lib|boot|srv)(?![\\p{Alnum}])",
                    CodeForms::path),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}_./])[\\p{Alpha}_]" + NAME + "*(?:/" + NAME + "*[\\p{Alnum}_]){2,}/?",
                            CodeForms::relative)
                    .needing("/"),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}_./])[\\p{Alpha}_][\\p{Alnum}_.-]*/[\\p{Alnum}_-]+\\.\\p{Alpha}\\w{0,4}(?![\\p{Alnum}/])",
                            CodeForms::relative)
                    .needing("/"),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}_])([\\p{Alpha}_]\\w*)((?:::\\w+)+)",
                            match -> plain(match.group().replace("::", " ").replace('_', ' ')))
                    .needing(":"));

    /** What has another meaning inside code than in prose. */
    static final List<Form> INSIDE = List.of(
            Form.of("|", "\\|\\|", Sign.OR),
            Form.of("&", "&&", Sign.AND),
            Form.of("=", "=>", Sign.ARROW),
            Form.of("=", "={2,3}", Sign.EQUALS),
            Form.of("=", "=(?=\\S)", Sign.EQUALS),
            Form.of("-", "->", Sign.ARROW),
            Form.of("<", "<<|<(?=[\\s\\p{Alpha}])", Sign.GAP),
            Form.of(
                    ">",
                    ">>|>(?=[\\s\\p{Alpha}/])(?!\\s?(?:[\\w-]+/)*[\\w-]+\\.\\p{Lower}{2,4}(?![\\w.])|\\s?~?/\\w)",
                    Sign.GAP),
            Form.of("%", "(?<=[\\w)\\]] )%(?= [\\w(])|(?<=[a-z)\\]])%(?=\\d)", match -> new Phrase(" modulo ", "模")),
            Form.of("%", "%(?=[sdfxn])", Sign.GAP),
            Form.of("&", "(?<![\\w)\\]] ?|&)&(?=['\\w\\[*])(?!\\w+;)", match -> new Phrase(" ref ", "引用 ")),
            Form.of("!", "!(?=\\p{Alpha})", Sign.GAP));

    private CodeForms() {}

    private static Token plain(String text) {
        return new Code(List.of(new Plain(text)));
    }

    private static Token mail(MatchResult match) {
        return new Code(
                List.of(new Plain(match.group(1).replace('_', ' ')), new Named(Sign.AT), new Plain(match.group(2))));
    }

    private static Token hexadecimal(MatchResult match) {
        String digits = match.group().substring(2);
        return digits.length() > 8
                ? new Phrase("a hexadecimal number", "一个十六进制数")
                : new Code(List.of(new Plain("0x"), new Digits(false, List.of(digits), DigitStyle.NUMBER)));
    }

    private static Token place(MatchResult match) {
        return new Code(List.of(
                new Plain(match.group(1).replaceAll("[/_]", " ")),
                new Phrase(" line ", "第"),
                Token.Numeral.of(match.group(2)),
                new Phrase("", "行")));
    }

    private static @Nullable Token generic(MatchResult match) {
        String inner = match.group(2)
                .replace("<", " of ")
                .replaceAll("[>\\[\\]&*]", " ")
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
        boolean evident = (number && isOption(match, sentence))
                || (!number
                        && (match.group(1).length() == 1
                                || DEFINED.matcher(match.group(1)).matches()));
        boolean defined = !number && evident && match.group(1).length() > 1;
        if (!evident && (!isBehindCommand(match, sentence) || (number && !isNumber(match.group(1))))) {
            return null;
        }
        String name = defined ? match.group(1).charAt(0) + " " + match.group(1).substring(1) : match.group(1);
        return new Code(List.of(
                new Phrase("dash ", "杠"),
                number ? Token.Numeral.of(match.group(1)) : new Plain(name),
                match.group(2) == null ? new Plain("") : new Phrase(" equals ", "等于")));
    }

    /** -1 at the beginning of what explains it, or called an option. */
    private static boolean isOption(MatchResult match, Sentence sentence) {
        boolean first = match.group(1).length() == 1
                && sentence.text().substring(0, match.start()).isBlank();
        return isNumber(match.group(1))
                && (sentence.goesOnWith(OPTION_BEHIND, match.end())
                        || (first && sentence.goesOnWith(EXPLANATION_BEHIND, match.end())));
    }

    private static boolean isBehindCommand(MatchResult match, Sentence sentence) {
        return sentence.isCode()
                || sentence.before(match.start()) == '['
                || sentence.endsWith(COMMAND, match.start())
                || sentence.endsWith(FLAG_BEFORE, match.start());
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(Character::isDigit);
    }

    private static final Pattern OPTION_BEHIND = Pattern.compile("\\s?(?:选项|参数|标志|(?:options?|flags?)\\b)");

    private static final Pattern EXPLANATION_BEHIND = Pattern.compile(
            "\\s+(?:(?![度个条元万亿分点米摄到至的是和比])\\p{IsHan}{2}|(?!Celsius|Fahrenheit|Degrees)\\p{Lu}\\p{Lower}+ \\p{Lower})");

    private static final Pattern DEFINED = Pattern.compile("D[a-zA-Z].+|X[a-z].*|X[A-Z]+[:a-z].*");

    private static final Pattern FLAG_BEFORE =
            Pattern.compile("--[a-zA-Z][\\w-]* [(（]$|(?:选项|参数|不支持|\\boptions?|\\bflags?) ?$");

    private static final Pattern COMMAND = Pattern.compile(
            "(?:git|ls|rm|cp|mv|tar|head|tail|grep|docker|kubectl|curl|log|kill|chmod|java|python|gcc|make|ps|ssh|npm|sed|awk|find|du|df|cat)(?: [\\w./-]+){0,2} $");

    private static Token path(MatchResult match, Sentence sentence) {
        List<Token> parts = new ArrayList<>();
        Matcher part = PART.matcher(match.group());
        boolean only = true;
        while (part.find()) {
            String text = part.group();
            if (text.startsWith("/") || text.startsWith("\\")) {
                boolean inside =
                        part.end() < match.group().length() || only || EastAsian.isHan(sentence.at(match.end()));
                if (inside && !(part.start() > 0 && match.group().charAt(0) == '.' && only)) {
                    parts.add(new Named(Sign.SLASH));
                }
            } else if (text.equals("*")) {
                parts.add(new Phrase(" star ", "星号"));
            } else if (text.equals("~")) {
                parts.add(new Named(Sign.HOME));
            } else if ((!text.equals(".") && !text.equals(".."))
                    || part.end() == match.group().length()) {
                parts.add(new Plain(
                        text.replace('_', ' ').replaceAll("[#%{}<>]", " ").strip()));
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
