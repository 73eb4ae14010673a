package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.Token.Named;
import dev.voicebot.wording.tokens.Token.Numeral;
import dev.voicebot.wording.tokens.Token.Sequence;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Signs that have a name: →, ≥, &, =, #5, ~100, x²; and those that are only noise to the ear. */
final class SignForms {
    private static final int LONGEST_PLACEHOLDER = 60;
    private static final String WORD_BEFORE = "(?<=[\\p{Alnum})])";
    private static final String HAN = "\\p{IsHan}";
    private static final String PER_WORDS = "(?:[小秒分天月年人次个日周件斤升吨夜晚位台股票股桶瓶盒包袋箱套场节卷只条张块杯份组班户亩]|公[斤里升顷]|平方?米|千克|千瓦)";

    /** What is noise in every language. */
    static final Form NOISE =
            Form.of("*_`#^~{}[]<>•™®©¦†‡【‖", "【\\d+(?::\\d+)?†[^】]{0,30}】|[*_`#^~{}\\[\\]<>•™®©¦†‡‖]", Sign.NOTHING);

    /** The same where the language has no words here: a sign that compares or counts is left to the voice. */
    static final Form ELSEWHERE = Form.of(
            NOISE.starts(),
            "(?!(?<=\\s)[<>](?=\\s)|[<>~^*]\\s?\\d)(?:【\\d+(?::\\d+)?†[^】]{0,30}】|[*_`#^~{}\\[\\]<>•™®©¦†‡‖])",
            Sign.NOTHING);

    /** Words of the user's own. */
    static final Form OWN = Form.of(
            String.valueOf(Marks.SAID),
            Marks.SAID + "([^" + Marks.WRITTEN + "]*)" + Marks.WRITTEN + "[^" + Marks.END_OF_WRITTEN + "]*"
                    + Marks.END_OF_WRITTEN,
            match -> new Token.Plain(match.group(1)));

    static final List<Form> FORMS = List.of(
            OWN,
            Form.of("-–", "(?<=[\\p{Alnum}).,\\p{IsHan}]) ?--(?= ?[\\p{Alnum}\\p{IsHan}]) ?", Sign.PAUSE),
            Form.of("→⇒⟶➜➔", "(?<=\\n|^)[→⇒⟶➜➔]\\s?", Sign.GAP),
            Form.of("↔⇔⟷<", "↔|⇔|⟷|<[-=]>", Sign.BOTH_WAYS),
            Form.of("-", "(?<=\\s)->(?=\\p{Lower}\\w*[_(])", Sign.GAP),
            Form.of("→⇒⟶➜➔-=", "→|⇒|⟶|➜|➔|-{1,2}>|=>", Sign.ARROW),
            Form.of("←⇐<", "←|⇐|<-{1,2}(?!\\d)", Sign.BACK),
            Form.of("↑", "↑", Sign.UP),
            Form.of("↓", "↓", Sign.DOWN),
            Form.of("≥>", "≥|>=", SignForms::atLeast),
            Form.of("≤<", "≤|<=", Sign.LESS_OR_EQUAL),
            Form.of("≠!", "≠|!=", Sign.UNEQUAL),
            Form.of("≈≃≅", "[≈≃≅]", Sign.ABOUT),
            Form.of("~", "(?<=[A-Z])~(?=\\d)", match -> new Token.Phrase(" tilde ", "波浪号")),
            Form.of("~", "~(?=\\s?(?:[\\d.]|[$€£¥]\\s?\\d))", Sign.ABOUT),
            Form.of("±", "±", Sign.PLUS_MINUS),
            Form.of("×", "×", Sign.TIMES),
            Form.of("÷", "÷", Sign.DIVIDED),
            Form.of("∞", "∞", Sign.INFINITY),
            Form.of("√", "√", Sign.ROOT),
            Form.of("°", "°", Sign.DEGREES),
            Form.of("∠", "∠", match -> new Token.Phrase(" angle ", "角")),
            Form.of("%", "(?<=[\\d\\s\\p{IsHan}])%(?!\\s?[A-Z]|[\\p{Alnum}.#*<({-])", Sign.PERCENT),
            Form.of("%", "%", Sign.GAP),
            Form.of("‰", "‰", Sign.PER_THOUSAND),
            Form.of("&", "(?<=[a-zA-Z])&(?=[a-zA-Z])", match -> new Token.Phrase(" and ", " and ")),
            Form.of("&", "&+", Sign.AND),
            Form.of("=", "(?<![\\p{Alnum})=])==(?=[^\\s=][^=\\n]*==)|(?<===[^=\\n]{1,80}[^\\s=])==", Sign.NOTHING),
            Form.of("=", "==(?=\\s+==(?:\\s|$))|(?<===\\s{1,3})==", Sign.GAP),
            Form.of("=", "(?<=\\p{Alpha})=(?=\\s(?!\\d))", Sign.GAP),
            Form.of("=", "(?<=[\\s\\p{Alnum})²³\\p{IsHan}])={1,3}(?=[\\s\\p{Alnum}(√$¥/\\p{IsHan}\"'-])", Sign.EQUALS),
            Form.of("=", "=+", Sign.GAP),
            Form.of("+", "\\+/[-−]", Sign.PLUS_MINUS),
            Form.of("+", "(?<=\\p{Alpha})\\+\\+", Sign.PLUS_PLUS),
            Form.of("+", "(?<=\\p{Alpha})\\+(?=\\s|$|[\\p{IsHan}，。,.)])", Sign.PLUS),
            Form.of(
                    "+",
                    "(?<=[\\s\\p{Alnum})²³\\p{IsHan}])\\+(?=[\\s\\p{Alnum}(√\\p{IsHan}])(?!(?<=\\s\\+)\\d)",
                    Sign.PLUS),
            Form.of("+", "\\+(?=\\d)", Sign.POSITIVE),
            Form.of("-−", "(?<=[\\d)] )[-−](?= \\d)", Sign.MINUS),
            Form.of(
                    "<",
                    "<(?=\\s?(?:[$€£¥-]\\s?)?\\.?\\d)(?!\\d[\\d-]*>)|(?<=\\s)<(?=\\s)|(?<=" + HAN + ")<(?=" + HAN
                            + "[^>]*$)",
                    Sign.LESS),
            Form.of(
                    ">",
                    "(?<=[\\p{Lu}\\p{IsHan}][\\p{Alnum}&\\p{IsHan} ]{0,24}[\\s\\p{IsHan}”」\\]])>(?=\\s?[\\p{Lu}\\p{IsHan}“「\\[])",
                    (match, sentence) -> closesBracket(match, sentence) ? null : new Named(Sign.PAUSE)),
            Form.of(
                    ">",
                    "(?<=[\\s\\p{Alnum}\\p{IsHan})])>(?=[\\s\\d.$€£¥-])",
                    (match, sentence) -> closesBracket(match, sentence) ? null : new Named(Sign.GREATER)),
            Form.of("›»", "(?<=\\s)[›»](?=\\s)", Sign.PAUSE),
            Form.of("#№", "(?:(?<![\\p{Alnum}])#|№|No)\\s?(\\d+)(?!\\p{Alnum})", SignForms::numbered),
            Form.of("#♯", "(?<=(?<!\\p{Alpha})[A-J])[#♯]", Sign.SHARP),
            Form.of(
                    "*",
                    "(?<=[\\w%]\\()\\*(?=\\))|(?<=(?i:\\bselect(?: distinct)?) )\\*",
                    match -> new Token.Phrase("star ", "星号")),
            Form.of("*", "(?<=\\d|\\d\\s)\\*(?=\\s?\\d)", Sign.TIMES),
            Form.of("²", WORD_BEFORE + "²", Sign.SQUARED),
            Form.of("³", WORD_BEFORE + "³", Sign.CUBED),
            Form.of("@", "@(?=[A-Z][A-Z0-9_]*@)|(?<=@[A-Z][A-Z0-9_]{0,40})@", Sign.GAP),
            Form.of("@", "@", Sign.AT),
            Form.of("§", "§+\\s?", Sign.SECTION),
            Form.of("/", "(?<=\\d|\\d\\s?" + HAN + "{1,4})/(?=" + PER_WORDS + ")", Sign.PER),
            Form.of(
                    "/",
                    "(?<=\\d\\s[a-z]{2,10})/(?=(?:day|week|month|year|hour|minute|second|person|user|night|min|sec|hr|yr|wk)(?!\\p{Alpha}))",
                    Sign.PER),
            Form.of("/", "(?<=\\d[A-Za-z]{0,3})/(?=\\d+(?:\\.\\d+)?[A-Za-z]{1,3}(?!\\p{Alnum}))", Sign.PAUSE),
            Form.of(
                    "/",
                    "(?<=" + HAN
                            + ")/(?=(?:[^\\s/，。、；]{1,16}/){0,6}[^\\s/，。、；]{1,24}\\.(?:docx?|xlsx?|pptx?|txt|md|pdf|jpe?g|png|csv|zip|java|py|js|html?)(?!\\p{Alnum}))",
                    Sign.SLASH),
            Form.of("/", "(?<=[\\s：:（(])/(?=[，、,)）])", Sign.SLASH),
            Form.of("/", "(?<=\\d )/(?= \\d)", match -> new Token.Phrase(" over ", "除以")),
            Form.of("/", "(?<=" + HAN + ")(?<!或)\\s?/\\s?(?=" + HAN + ")(?!或)", Sign.OR),
            Form.of(
                    "/",
                    "/(?=\\p{Alpha})|(?<=\\p{Alpha})/|(?<=\\s)/(?=\\s)|(?<=" + HAN + ")/|/(?=" + HAN + ")",
                    Sign.GAP),
            Form.of("$", "\\$(?!\\s?\\d)", Sign.NOTHING),
            Form.of("_", "(?<=[\\p{Alnum}>])_+(?=\\p{Alnum})", Sign.GAP),
            Form.of("\\", "\\\\", Sign.GAP),
            Form.of("|", "(?<=\\S )\\|(?= \\S)", Sign.PAUSE),
            Form.of("|", "\\|+", Sign.GAP),
            Form.of(
                    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
                    "[①-⑳]\\s?",
                    match -> Sequence.of(
                            Numeral.of(String.valueOf(match.group().charAt(0) - '①' + 1)), new Named(Sign.PAUSE))),
            Form.of(
                    "^",
                    "(?<![\\p{Alnum})\\]])\\^(?=[A-Z@](?!\\p{Alnum}))",
                    match -> new Token.Phrase(" control ", " Ctrl ")),
            Form.of("^", "(?<=\\s)\\^(?=[\\s,.;)])", match -> new Token.Phrase(" caret ", "脱字符")),
            Form.of(
                    "[",
                    "(?<=[\\p{IsHan}。，；：！？”）)&&[^第图表见献]]|[\\p{Alpha})][.,;:!?])\\[\\d{1,3}](?![\\p{Alnum}\\[(])",
                    SignForms::note),
            Form.of("[", "(?<=[\\p{Alpha}_])\\[(?=\\w{1,20}\\])", Sign.GAP),
            Form.of("]", "(?<=\\[\\w{1,20})](?=\\p{Alpha})", Sign.GAP),
            Form.of("{", "\\{@(?:link|linkplain|code|literal|value) ", Sign.NOTHING),
            Form.of(":", "(?<!\\p{Alnum}):[a-z]{2,10}(?::[a-z]{2,10})?:(?=" + Marks.CODE + ")", Sign.NOTHING),
            Form.of("[", "(?<=^\\s{0,2})\\[\\d{1,3}](?=\\s*$)", SignForms::note),
            NOISE);

    private SignForms() {}

    /** The number of a note at the end of a word or sentence, which nobody reads aloud. */
    private static @Nullable Token note(MatchResult match, Sentence sentence) {
        return sentence.isCode() ? null : new Named(Sign.NOTHING);
    }

    private static @Nullable Token atLeast(MatchResult match, Sentence sentence) {
        return closesBracket(match, sentence) ? null : new Named(Sign.GREATER_OR_EQUAL);
    }

    /** The end of a placeholder: &lt;file&gt;. */
    private static boolean closesBracket(MatchResult match, Sentence sentence) {
        String text = sentence.text();
        int open = text.lastIndexOf('<', match.start());
        return open >= 0
                && match.start() - open < LONGEST_PLACEHOLDER
                && !Character.isWhitespace(sentence.at(open + 1))
                && text.lastIndexOf('>', match.start() - 1) < open;
    }

    private static Token numbered(MatchResult match, Sentence sentence) {
        Token number = Numeral.of(match.group(1));
        return sentence.isChinese()
                ? Sequence.of(number, new Named(Sign.NUMBER))
                : Sequence.of(new Named(Sign.NUMBER), number);
    }
}
