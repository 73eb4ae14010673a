package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.AmountToken.Quantity;
import dev.voicebot.wording.tokens.Token.Between;
import dev.voicebot.wording.tokens.Token.Link;
import dev.voicebot.wording.tokens.Token.Numeral;
import dev.voicebot.wording.tokens.Token.Plain;
import dev.voicebot.wording.tokens.Token.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers with a unit: 3.5GB, 5–10 km, 120 km/h, -3°C, 50%, 3x faster, 1920x1080. */
final class QuantityForms {
    private static final String PER =
            "(day|week|month|year|hour|minute|second|person|km|kg|mg|dL|mL|ml|L|min|mol|kWh|hr|yr|mo|s²|s\\^2|s2|s|h|d|m²|m³|cm²|cm³|m2|m3|m)(?![\\p{Alpha}\\d])";
    private static final String MINUS = "((?<![\\p{Alnum})%_])[-−]|)";
    private static final String DASH = "\\s?" + Form.DASH + "\\s?";
    private static final String BEGINNING = "(?<![\\p{Alpha}\\d_.%$]|[\\d][,:/])";
    private static final String UNIT = "(" + Units.SIGNS + ")";
    private static final String OVER = "(?![\\p{Alpha}\\d_²³^'’]|\\^|\\+\\+)";

    private static final Pattern FORMULA_BEHIND =
            Pattern.compile("\\s?[=+*×÷<>≤≥]\\s?[\\p{Alnum}(]|\\s?[-−]\\s[\\dA-Za-z]\\s*[=+]|\\(|\\)\\s?[=^]");
    private static final Pattern FORMULA_BEFORE =
            Pattern.compile("(?:[a-zA-Z)]\\s?[=+*×÷<>≤≥^]|(?<!\\p{Alpha})[a-zA-Z]\\()\\s?[-−]?$");
    private static final Pattern AS_MUCH_BEHIND = Pattern.compile(
            "/(?:day|week|month|year|d|wk|hour)\\b|\\s(?:as|more|less|the|[a-z]+er\\b|[a-z]+up\\b|speed\\w*|growth|increase|improvement|returns?|leverage|zoom|larger|smaller)");
    private static final Pattern AS_MUCH_BEFORE = Pattern.compile(
            "(?:快|慢|大|小|高|多|少|提升|提高|增长|扩大|放大|缩小|提速|达|达到|翻|约|的)了?\\s?$|(?i)\\b(?:by|up to|about|over|almost|nearly) (?:an? )?$");

    static final List<Form> FORMS = List.of(
            Form.of(
                            "0-−.",
                            BEGINNING + MINUS + Form.A_NUMBER + "\\s?%?" + DASH + "([-−]?)" + Form.A_NUMBER
                                    + "\\s?([%‰])",
                            QuantityForms::shares)
                    .soon("%‰"),
            Form.of(
                            "0-−.",
                            BEGINNING + MINUS + Form.A_NUMBER + "\\s?([%‰])(?!\\s?\\d|\\p{Alpha}(?!\\p{Alpha}))",
                            match -> share(match))
                    .soon("%‰"),
            Form.of(
                            "0",
                            Form.BEGINNING + "(?!0x)" + Form.A_NUMBER + "\\s?[x×*]\\s?" + Form.A_NUMBER
                                    + "(?:\\s?[x×*]\\s?"
                                    + Form.A_NUMBER + "|())(?:\\s?(?=" + Units.SIGNS + OVER
                                    + ")|(?![\\p{Alpha}\\d_=]|\\.\\d|\\s?[=+]))",
                            QuantityForms::by)
                    .soon("x×*"),
            Form.of("x", "(?<=\\d )x(?= (?:US)?[$€£¥]\\d)", Sign.TIMES),
            Form.of("0.", Form.BEGINNING + Form.A_NUMBER + "[xX](?![\\p{Alnum}_(])", QuantityForms::times)
                    .needing("xX"),
            Form.of(
                            "0-−.",
                            BEGINNING + MINUS + Form.A_NUMBER + "(?:\\s?" + UNIT + "|())" + DASH + "([-−]?)"
                                    + Form.A_NUMBER + "\\s?" + UNIT + "(?:/" + PER + "|())" + OVER,
                            QuantityForms::range)
                    .soon("-–—~－−"),
            Form.of(
                            "0.",
                            "(?<![A-Za-z]-)" + BEGINNING + Form.A_NUMBER + "-" + UNIT + "(?=[-\\s][\\p{Lower}])",
                            QuantityForms::adjective)
                    .soon("-"),
            Form.of(
                    "0-−.",
                    BEGINNING + MINUS + Form.A_NUMBER + "([ \u2009]?)" + UNIT + "(?:/" + PER + "|())" + OVER,
                    QuantityForms::quantity),
            Form.of(
                            "0",
                            "(?<![\\p{Alnum}_.,/])(\\d{2,3})/(\\d{2,3})\\s?mmHg(?!\\p{Alnum})",
                            match -> Sequence.of(
                                    Numeral.of(match.group(1)),
                                    new Token.Phrase(" over ", "，"),
                                    new Quantity(Optional.empty(), Numeral.of(match.group(2)), Units.of("mmHg"), "")))
                    .goingOnWith("/"),
            Form.of(
                            "0",
                            BEGINNING
                                    + "()(\\d+(?:\\.\\d+)?)(\\s?)(req|requests|tokens|words|次|QPS)/(s|min|h)(?!\\p{Alpha})",
                            QuantityForms::rate)
                    .needing("/"));

    private QuantityForms() {}

    private static Token shares(MatchResult match) {
        Numeral from = Numeral.of(match.group(2)).below(!match.group(1).isEmpty());
        Numeral to = Numeral.of(match.group(4)).below(!match.group(3).isEmpty());
        return new Quantity(Optional.of(from), to, shareOf(match.group(5)), "");
    }

    private static Token share(MatchResult match) {
        Numeral amount = Numeral.of(match.group(2)).below(!match.group(1).isEmpty());
        return new Quantity(Optional.empty(), amount, shareOf(match.group(3)), "");
    }

    private static Unit shareOf(String sign) {
        return sign.equals("%") ? Unit.PERCENT : Unit.PER_THOUSAND;
    }

    private static Token by(MatchResult match) {
        boolean product = match.group().indexOf('*') >= 0;
        if (product || (match.group().indexOf('×') >= 0 && !match.group().matches("\\d{2,}\\s?×.*"))) {
            List<Token> factors = new java.util.ArrayList<>(
                    List.of(Numeral.of(match.group(1)), new Token.Named(Sign.TIMES), Numeral.of(match.group(2))));
            if (!Form.group(match, 3).isEmpty()) {
                factors.add(new Token.Named(Sign.TIMES));
                factors.add(Numeral.of(match.group(3)));
            }
            return new Sequence(factors);
        }
        List<Numeral> sides = Form.group(match, 3).isEmpty()
                ? List.of(Numeral.of(match.group(1)), Numeral.of(match.group(2)))
                : List.of(Numeral.of(match.group(1)), Numeral.of(match.group(2)), Numeral.of(match.group(3)));
        return new Between(sides, Link.BY);
    }

    /** 3x faster is three times; 2x alone is an unknown twice. */
    private static Token times(MatchResult match, Sentence sentence) {
        Numeral number = Numeral.of(match.group(1));
        boolean formula =
                sentence.goesOnWith(FORMULA_BEHIND, match.end()) || sentence.endsWith(FORMULA_BEFORE, match.start());
        boolean asMuch = !formula
                && (sentence.goesOnWith(AS_MUCH_BEHIND, match.end())
                        || sentence.endsWith(AS_MUCH_BEFORE, match.start()));
        return asMuch ? new Quantity(Optional.empty(), number, Unit.TIMES, "") : Sequence.of(number, new Plain("x"));
    }

    private static @Nullable Token range(MatchResult match, Sentence sentence) {
        boolean unlike = match.group(3) != null && !match.group(3).equals(match.group(7));
        if (unlike || isFormula(match, match.group(7), sentence)) {
            return null;
        }
        Numeral from = Numeral.of(match.group(2)).below(!match.group(1).isEmpty());
        Numeral to = Numeral.of(match.group(6)).below(!match.group(5).isEmpty());
        return new Quantity(Optional.of(from), to, Units.of(match.group(7)), Form.group(match, 8));
    }

    private static Token adjective(MatchResult match) {
        return Sequence.of(
                Numeral.of(match.group(1)),
                new Token.Phrase(
                        Units.of(match.group(2)).one(), Units.of(match.group(2)).chinese()));
    }

    private static @Nullable Token quantity(MatchResult match, Sentence sentence) {
        String unit = match.group(4);
        boolean database = unit.equals("DB") && !sentence.isChinese();
        if (database || isFormula(match, unit, sentence)) {
            return null;
        }
        Numeral amount = Numeral.of(match.group(2)).below(!match.group(1).isEmpty());
        return new Quantity(Optional.empty(), amount, Units.of(unit), Form.group(match, 5));
    }

    private static boolean isFormula(MatchResult match, String unit, Sentence sentence) {
        return unit.length() == 1
                && unit.charAt(0) < 0x80
                && (sentence.goesOnWith(FORMULA_BEHIND, match.end())
                        || sentence.endsWith(FORMULA_BEFORE, match.start()));
    }

    private static Token rate(MatchResult match) {
        String what = match.group(4).equals("req") ? "requests" : match.group(4);
        Unit unit = new Unit(
                match.group(4),
                what.replaceFirst("s$", ""),
                what,
                match.group(4).startsWith("req") ? "次请求" : what);
        return new Quantity(Optional.empty(), Numeral.of(match.group(2)), unit, match.group(5));
    }
}
