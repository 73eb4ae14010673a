package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.AmountToken.Quantity;
import dev.voicebot.wording.tokens.Token.Fraction;
import dev.voicebot.wording.tokens.Token.Numeral;
import dev.voicebot.wording.tokens.Token.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Feet, inches and angles, whose units are strokes: 5'10", 3/4", 116°23′45″. */
final class LengthForms {
    private static final Unit INCH = new Unit("in", "inch", "inches", "英寸");
    static final Unit MINUTE = new Unit("′", "minute", "minutes", "分");
    private static final Unit SECOND = new Unit("″", "second", "seconds", "秒");
    private static final Pattern TOOK_BEFORE = Pattern.compile("(?:时长|用时|耗时|历时|配速|成绩|时间|跑了?|跑进|长达)[是为：: ]*$");

    private static final Pattern NOUN_BEHIND =
            Pattern.compile(" (?!(?:long|wide|thick|high|tall|deep|in|by|of|and|or|at|to|from|is|was|x)\\b)\\p{Lower}");
    private static final Pattern QUOTATION = Pattern.compile("(?<!\\d)\"");

    static final List<Form> FORMS = List.of(
            Form.of("0", "(?<![\\p{Alnum}.])(\\d{1,2})\\s?['’′]\\s?(\\d{1,2})\\s?(?:\"|”|''|″)", LengthForms::feet)
                    .needing("'’′"),
            Form.of(
                            "0",
                            "(?<![\\p{Alnum}.])(\\d{1,2}) ?(?:ft\\.?|feet) (\\d{1,2}) ?in(?:\\.(?! [A-Z]|$))?(?![\\p{Alnum}])",
                            LengthForms::feetAndInches)
                    .goingOnWith("a "),
            Form.of(
                            "0",
                            "(?<![\\p{Alnum}.])(\\d{1,3}) ?° ?(\\d{1,2}) ?['’′](?: ?(\\d{1,2}(?:\\.\\d+)?) ?(?:[\"″”]|''))?",
                            LengthForms::angle)
                    .needing("°"),
            Form.of("a", "(?<=\\d ?[°′″'\"] ?)[NSEW](?![\\p{Alnum}])", match -> direction(match.group()))
                    .startingWith("NSEW")
                    .needing("NSEW"),
            Form.of(
                            "0",
                            "(?<![\\p{Alnum}.,/])(?:(\\d{1,2})[- ])?(\\d{1,2})/(2|4|8|16|32|64)[\"″](?![\\p{Alnum}])",
                            LengthForms::partsOfInch)
                    .needing("\"″"),
            Form.of(
                            "0",
                            "(?<![\\p{Alnum}.,])(\\d{1,2})['’′](?=\\s(?:tall|high|long|wide|deep)(?!\\p{Alpha}))",
                            LengthForms::wholeFeet)
                    .needing("'’′"),
            Form.of("0", "(?<![\\p{Alnum}.,])(\\d{1,3}(?:\\.\\d+)?)[\"″](?![\\p{Alnum}])", LengthForms::inches)
                    .needing("\"″"));

    private LengthForms() {}

    /** 6'2"; behind words for how long something took, Chinese means minutes and seconds. */
    private static Token feet(MatchResult match, Sentence sentence) {
        if (sentence.isChinese() && sentence.endsWith(TOOK_BEFORE, match.start())) {
            return Sequence.of(of(match.group(1), MINUTE), of(match.group(2), SECOND));
        }
        return Sequence.of(of(match.group(1), Units.of("ft")), Numeral.of(match.group(2)));
    }

    private static Token wholeFeet(MatchResult match) {
        return of(match.group(1), Units.of("ft"));
    }

    private static Token feetAndInches(MatchResult match) {
        return Sequence.of(of(match.group(1), Units.of("ft")), new Token.Plain(" "), of(match.group(2), INCH));
    }

    /** 30" unless the mark ends a quotation. */
    private static @Nullable Token inches(MatchResult match, Sentence sentence) {
        return endsQuotation(match, sentence) ? null : of(match.group(1), INCH);
    }

    /** 3/4" and 1-1/2": how boards, pipes and screws are sold. */
    private static @Nullable Token partsOfInch(MatchResult match, Sentence sentence) {
        if (endsQuotation(match, sentence)) {
            return null;
        }
        String whole = Form.group(match, 1);
        Token fraction = new Fraction(false, whole, match.group(2), match.group(3));
        boolean one = whole.isEmpty() || sentence.goesOnWith(NOUN_BEHIND, match.end());
        return Sequence.of(fraction, new Token.Phrase(one ? INCH.one() : INCH.many(), INCH.chinese()));
    }

    /** Whether the mark behind a number ends what an earlier one began. */
    private static boolean endsQuotation(MatchResult match, Sentence sentence) {
        return match.group().endsWith("\"")
                && QUOTATION
                        .matcher(sentence.text().substring(0, match.end() - 1))
                        .find();
    }

    /** 116°23′45″ */
    private static Token angle(MatchResult match) {
        Token minutes = Sequence.of(of(match.group(1), Units.of("°")), of(match.group(2), MINUTE));
        return match.group(3) == null ? minutes : Sequence.of(minutes, of(match.group(3), SECOND));
    }

    private static Token direction(String letter) {
        return switch (letter) {
            case "N" -> new Token.Phrase("north", "北");
            case "S" -> new Token.Phrase("south", "南");
            case "E" -> new Token.Phrase("east", "东");
            default -> new Token.Phrase("west", "西");
        };
    }

    private static Quantity of(String amount, Unit unit) {
        return new Quantity(Optional.empty(), Numeral.of(amount), unit, "");
    }
}
