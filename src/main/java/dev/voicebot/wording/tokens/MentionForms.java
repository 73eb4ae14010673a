package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.Token.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sign that is spoken of, alone between quotation marks or as code: it is called by its name. */
final class MentionForms {
    private static final Map<String, Phrase> NAMES = Map.ofEntries(
            name("-", "hyphen", "连字符"),
            name("--", "double hyphen", "两个连字符"),
            name("_", "underscore", "下划线"),
            name("*", "asterisk", "星号"),
            name("**", "double asterisk", "两个星号"),
            name(".", "dot", "点号"),
            name("..", "two dots", "两个点"),
            name("~", "tilde", "波浪号"),
            name("#", "hash sign", "井号"),
            name("|", "vertical bar", "竖线"),
            name("^", "caret", "脱字符"),
            name("/", "slash", "斜杠"),
            name("\\", "backslash", "反斜杠"),
            name("@", "at sign", "at 号"),
            name("&", "ampersand", "和号"),
            name("+", "plus sign", "加号"),
            name("=", "equals sign", "等号"),
            name("<", "less-than sign", "小于号"),
            name(">", "greater-than sign", "大于号"),
            name("%", "percent sign", "百分号"),
            name("$", "dollar sign", "美元号"),
            name(",", "comma", "逗号"),
            name(":", "colon", "冒号"),
            name("::", "double colon", "两个冒号"),
            name(";", "semicolon", "分号"),
            name("!", "exclamation mark", "感叹号"),
            name("?", "question mark", "问号"),
            name("(", "opening parenthesis", "左括号"),
            name(")", "closing parenthesis", "右括号"),
            name("()", "parentheses", "圆括号"),
            name("[", "opening bracket", "左方括号"),
            name("]", "closing bracket", "右方括号"),
            name("[]", "square brackets", "方括号"),
            name("{", "opening brace", "左花括号"),
            name("}", "closing brace", "右花括号"),
            name("{}", "braces", "花括号"));

    private static final Pattern OPENING = Pattern.compile("[\\s\"'“‘「『(（]+$");

    static final List<Form> FORMS = List.of(Form.of(
                    "-_*.~#|^/\\@&+=<>%$,:;!?()[]{}",
                    "(?<=(?<![\\p{Alnum}\"'”’])[\"'“‘「『])(?:--|\\*\\*|\\.\\.|::|\\(\\)|\\[]|\\{}|[-_*.~#|^/\\\\@&+=<>%$,:;!?()\\[\\]{}])(?=[\"'”’」』])",
                    (match, sentence) -> sentence.isCode() || !isQuoted(match, sentence)
                            ? null
                            : named(match.group(), sentence, match.start() - 1))
            .behind("\"'“‘「『"));

    private MentionForms() {}

    /** Whether the mark behind it closes the one before it: no quotation ends in '{" or "('. */
    private static boolean isQuoted(MatchResult match, Sentence sentence) {
        int quotation = "\"'“‘「『".indexOf(sentence.before(match.start()));
        return quotation >= 0 && "\"'”’」』".charAt(quotation) == sentence.at(match.end());
    }

    private static Map.Entry<String, Phrase> name(String sign, String english, String chinese) {
        return Map.entry(sign, new Phrase(" " + english + " ", chinese));
    }

    /** The name of {@code code} if it is a sign alone; {@code start} is where its mark stands. */
    static Optional<Token> alone(String code, Sentence sentence, int start) {
        return Optional.ofNullable(named(code, sentence, start));
    }

    /** Nothing more where the name stands before it: an asterisk (*). */
    private static @Nullable Token named(String sign, Sentence sentence, int start) {
        Phrase name = NAMES.get(sign);
        if (name == null) {
            return null;
        }
        String before = OPENING.matcher(sentence.text().substring(0, start))
                .replaceFirst("")
                .toLowerCase(Locale.ROOT);
        boolean twice = before.endsWith(name.english().strip()) || before.endsWith(name.chinese());
        return twice ? new Token.Named(Sign.NOTHING) : name;
    }
}
