package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.TimeToken.Era;
import dev.voicebot.wording.tokens.TimeToken.Year;
import dev.voicebot.wording.tokens.Token.Between;
import dev.voicebot.wording.tokens.Token.DigitStyle;
import dev.voicebot.wording.tokens.Token.Digits;
import dev.voicebot.wording.tokens.Token.Link;
import dev.voicebot.wording.tokens.Token.Numeral;
import dev.voicebot.wording.tokens.Token.Ordinal;
import dev.voicebot.wording.tokens.Token.Phrase;
import dev.voicebot.wording.tokens.Token.Plain;
import dev.voicebot.wording.tokens.Token.Sequence;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Numbers that are names or part of one: Henry VIII, Chapter IV, 航班CA1234, 90后, FY2024. */
final class NameForms {
    private static final String ROMAN = "(X{0,3}(?:IX|IV|V?I{0,3})|XL|L?X{0,4}(?:IX|IV|V?I{0,3}))";
    private static final String PARTS =
            "(?:Chapter|Part|Section|Act|Scene|Book|Volume|Vol\\.|Phase|Type|Class|Level|Grade|Stage|Article|Title|Appendix|Figure"
                    + "|Table|War|Bowl|Fantasy|Rocky|Psalm|Episode|Schedule|Annex|Tier|Mark|Division|Group|Category|Trial|Apollo|Saturn|Quest"
                    + "|Civilization|chapter|volume|phase|stage|type|part|section)";
    private static final String RULERS =
            "(?:Henry|Louis|Charles|George|Edward|Elizabeth|Richard|William|James|Mary|Philip|Paul|Pius|Benedict|Francis|Nicholas"
                    + "|Alexander|Catherine|Peter|Frederick|Wilhelm|Napoleon|Ramses|Ramesses|Gregory|Leo|Innocent|Clement|Urban|Ivan|Otto"
                    + "|Ferdinand|Felipe|Carlos|Gustav|Christian|Harald|Rama|Ptolemy|Darius|Xerxes|Cyrus|Thutmose|Amenhotep|Leopold|Albert"
                    + "|Victoria|Joseph|Karl|Ludwig|Friedrich|Robert|David|Malcolm|Constantine|Justinian|Theodosius|Boniface|Julius|Sixtus"
                    + "|Celestine|Haakon|Olav|Margaret|Margrethe|Isabella|Alfonso|Pedro|Umberto|Emmanuel|Selim|Mehmed|Murad|Suleiman|Akihito"
                    + "|(?:King|Queen|Pope|Emperor|Tsar|Czar|Prince|Sultan|Kaiser) [A-Z][a-z]+)";
    private static final String COUNTED = "(?![0-9个人名家所元万亿年月日天次])";

    static final List<Form> FORMS = List.of(
            Form.of(
                            "a",
                            "(?<=(?<![\\p{Alnum}])" + PARTS + " )" + ROMAN + "(?![\\p{Alnum}'’-])(?! [a-z]+ [a-z]+ed)",
                            match -> roman(match.group(1), false))
                    .startingWith("IVXL")
                    .needing("IVX"),
            Form.of(
                            "a",
                            "(?<=(?<![\\p{Alnum}])" + RULERS + " )" + ROMAN + "(?![\\p{Alnum}])",
                            (match, sentence) -> isPronoun(match, sentence) ? null : roman(match.group(1), true))
                    .startingWith("IVXL")
                    .needing("IVX"),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}])" + ROMAN + "(?:th|st|nd|rd)?(?= (?:century|centuries)(?![\\p{Alpha}]))",
                            match -> {
                                Token number = roman(match.group(1), true);
                                return number instanceof Sequence sequence
                                        ? sequence.tokens().get(1)
                                        : number;
                            })
                    .startingWith("IVXL")
                    .needing("IVX"),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}])(?:(?<=第)|(?=[IVX]{2}))" + ROMAN + "(?=[型期级类度章部卷节篇届世])",
                            match -> roman(match.group(1), false))
                    .startingWith("IVXL")
                    .needing("IVX"),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}])[Pp](\\d{1,4})\\s?[-–~]\\s?[Pp]?(\\d{1,4})(?![\\p{Alnum}])",
                            NameForms::pages)
                    .startingWith("Pp")
                    .needing("0"),
            Form.of("a", "(?<![\\p{Alnum}])FY\\s?((?:20)?\\d\\d)(?![\\p{Alnum}]|[.,-]\\d)", NameForms::fiscal)
                    .startingWith("F")
                    .needing("0"),
            Form.of("a", "(?<![\\p{Alnum}])H([12])\\s?((?:20)\\d\\d)(?![\\p{Alnum}])", NameForms::half)
                    .startingWith("H")
                    .needing("0"),
            Form.of(
                            "a",
                            "(?<![\\p{Alnum}])(?:UTC|GMT)([-−])(?=\\d)",
                            match -> Sequence.of(new Plain(match.group().substring(0, 3)), new Phrase(" minus ", "减")))
                    .startingWith("UG")
                    .needing("-"),
            Form.of(
                            "a",
                            "(?=[A-Z]{1,2}\\d)(?<![\\p{Alnum}])(?:(?<=航班|车次|车牌|车牌号|高铁|动车|列车|乘坐|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])[A-Z]{1,2}\\d{2,5}|[GDCZTK]\\d{1,4}(?=次)|[A-Z]{2}\\d{3,4}(?=航班|次航班))(?![\\p{Alnum}])",
                            match -> new Digits(false, List.of(match.group()), DigitStyle.CODE))
                    .startingWith("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                    .needing("0"),
            Form.of(
                            "0",
                            "(?<![\\p{Alnum}.,&&[^AC]])(?:[0-9][05](?=后(?![来天续面方年果期半退出]))|(?:985|211|996|315|911|863|973)(?=\\p{IsHan})"
                                    + COUNTED
                                    + "|(?<=C)9[129]9|(?<=A)(?:220|3[1-8]0)|7[0-8]7(?=[客飞]机)|(?<=波音)7[0-8]7)(?![\\d.])",
                            match -> new Digits(false, List.of(match.group()), DigitStyle.NUMBER))
                    .goingOnWith("" + Form.BEYOND_ASCII),
            Form.of(
                    "0",
                    "(?<![\\p{Alnum}.,/:-])(?:10086|10010|12306|12315|955\\d\\d|9[56]\\d{3}(?=热线|客服))(?![\\p{Alnum}.,/:%-]|\\s?[元个人万米]|\\s\\p{Alpha})",
                    (match, sentence) ->
                            sentence.isChinese() ? new Digits(false, List.of(match.group()), DigitStyle.CODE) : null));

    private NameForms() {}

    private static boolean isPronoun(MatchResult match, Sentence sentence) {
        return match.group(1).equals("I")
                && Character.isLetter(sentence.at(match.end() + 1))
                && !sentence.goesOnWith(
                        java.util.regex.Pattern.compile(" (?:of|was|and|ruled|reigned|died)\\b"), match.end());
    }

    private static @Nullable Token roman(String written, boolean ordinal) {
        int number = value(written);
        if (number == 0) {
            return null;
        }
        String digits = Integer.toString(number);
        return ordinal ? Sequence.of(new Phrase("the ", ""), new Ordinal(digits)) : Numeral.of(digits);
    }

    private static int value(String roman) {
        int sum = 0;
        for (int i = 0; i < roman.length(); i++) {
            int here = digit(roman.charAt(i));
            int next = i + 1 < roman.length() ? digit(roman.charAt(i + 1)) : 0;
            sum += here < next ? -here : here;
        }
        return sum;
    }

    private static int digit(char roman) {
        return switch (roman) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            default -> 50;
        };
    }

    private static Token pages(MatchResult match) {
        return Sequence.of(
                new Phrase("pages ", "第"),
                new Between(List.of(Numeral.of(match.group(1)), Numeral.of(match.group(2))), Link.RANGE),
                new Phrase("", "页"));
    }

    private static Token fiscal(MatchResult match) {
        return Sequence.of(new Phrase("fiscal year ", ""), new Year(match.group(1), Era.USUAL), new Phrase("", "财年"));
    }

    private static Token half(MatchResult match) {
        boolean first = match.group(1).equals("1");
        return Sequence.of(
                new Phrase("the " + (first ? "first" : "second") + " half of ", ""),
                new Year(match.group(2), Era.USUAL),
                new Phrase("", first ? "年上半年" : "年下半年"));
    }
}
