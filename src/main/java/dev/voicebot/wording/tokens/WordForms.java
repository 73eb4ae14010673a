package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.TimeToken.Era;
import dev.voicebot.wording.tokens.TimeToken.Year;
import dev.voicebot.wording.tokens.Token.DigitStyle;
import dev.voicebot.wording.tokens.Token.Digits;
import dev.voicebot.wording.tokens.Token.Numeral;
import dev.voicebot.wording.tokens.Token.Ordinal;
import dev.voicebot.wording.tokens.Token.Phrase;
import dev.voicebot.wording.tokens.Token.Plain;
import dev.voicebot.wording.tokens.Token.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** What is written short and said long: e.g., vs., w/o; streets, states and their postal codes. */
final class WordForms {
    private static final String BEGINNING = "(?<![\\p{Alnum}_.])";
    private static final Map<String, String> STREETS = Map.ofEntries(
            Map.entry("St", "Street"),
            Map.entry("Ave", "Avenue"),
            Map.entry("Blvd", "Boulevard"),
            Map.entry("Rd", "Road"),
            Map.entry("Dr", "Drive"),
            Map.entry("Ln", "Lane"),
            Map.entry("Expy", "Expressway"),
            Map.entry("Hwy", "Highway"),
            Map.entry("Pkwy", "Parkway"),
            Map.entry("Ct", "Court"),
            Map.entry("Pl", "Place"),
            Map.entry("Sq", "Square"));
    private static final Map<String, String> STATES = states(
            "AL Alabama AK Alaska AZ Arizona AR Arkansas CA California CO Colorado CT Connecticut DE Delaware FL Florida"
                    + " GA Georgia HI Hawaii ID Idaho IL Illinois IN Indiana IA Iowa KS Kansas KY Kentucky LA Louisiana"
                    + " ME Maine MD Maryland MA Massachusetts MI Michigan MN Minnesota MS Mississippi MO Missouri MT Montana"
                    + " NE Nebraska NV Nevada NH New_Hampshire NJ New_Jersey NM New_Mexico NY New_York NC North_Carolina"
                    + " ND North_Dakota OH Ohio OK Oklahoma OR Oregon PA Pennsylvania RI Rhode_Island SC South_Carolina"
                    + " SD South_Dakota TN Tennessee TX Texas UT Utah VT Vermont VA Virginia WA Washington"
                    + " WV West_Virginia WI Wisconsin WY Wyoming DC D.C.");

    static final List<Form> FORMS = List.of(
            word("E\\.g\\.", "For example", "例如"),
            word("e\\.g\\.", "for example", "例如"),
            word("I\\.e\\.", "That is", "也就是"),
            word("i\\.e\\.", "that is", "也就是"),
            word("vs\\.?(?!\\p{Alnum})", "versus", "对"),
            word("w/o(?!\\p{Alnum})", "without", "不带"),
            word("w/(?=[\\s\\p{Alpha}])", "with ", "带"),
            word("approx\\.", "approximately", "大约"),
            word("a\\.k\\.a\\.", "also known as", "又名"),
            numbered("N[oO]\\.", "number ", "第"),
            numbered("[Ff]igs?\\.", "figure ", "图"),
            numbered("[Vv]ol\\.", "volume ", "第 "),
            numbered("[Ee]q\\.", "equation ", "公式"),
            numbered("[Cc]h\\.", "chapter ", "第 "),
            numbered("[Ss]ec\\.", "section ", "第 "),
            numbered("[Ee]xt\\.", "extension ", "分机"),
            numbered("[Rr]te\\.?", "route ", "公路 "),
            numbered("[Hh]wy\\.?", "highway ", "公路 "),
            numbered("pp\\.", "pages ", "第 "),
            numbered("p\\.", "page ", "第 "),
            measured("hrs?", "hours", "小时"),
            measured("sq\\.? ?ft(?:\\.(?= \\p{Lower}))?", "square feet", "平方英尺"),
            measured("sq\\.? ?in(?:\\.(?= \\p{Lower}))?", "square inches", "平方英寸"),
            measured("sq\\.? ?mi(?:\\.(?= \\p{Lower}))?", "square miles", "平方英里"),
            measured("sq\\.? ?km", "square kilometers", "平方公里"),
            measured("sq\\.? ?m", "square meters", "平方米"),
            measured("cu\\.? ?ft(?:\\.(?= \\p{Lower}))?", "cubic feet", "立方英尺"),
            measured("fl\\.? ?oz(?:\\.(?= \\p{Lower}))?", "fluid ounces", "液量盎司"),
            measured("in(?=[,;:)]|\\.?$|\\. [A-Z])", "inches", "英寸"),
            Form.of(
                            "0",
                            "(?<![\\p{Alnum}_.,/-])(\\d{1,5}) ((?:[NSEW]\\.? )?(?:(?:[A-Z][a-z]+ ){1,3}|\\d{1,3}(?:st|nd|rd|th) ))(St|Ave|Blvd|Rd|Dr|Ln|Expy|Hwy|Pkwy|Ct|Pl|Sq)\\b\\.?(?: (NE|NW|SE|SW)(?!\\p{Alpha})|())",
                            WordForms::street)
                    .goingOnWith(" "),
            Form.of("a", "(?<=, )([A-Z]{2}) (\\d{5})(-\\d{4})?(?![\\p{Alnum}-])", WordForms::state)
                    .startingWith("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                    .needing("0"));

    private WordForms() {}

    private static Form word(String pattern, String english, String chinese) {
        Token phrase = new Phrase(english, chinese);
        return Form.of("a", BEGINNING + pattern, (match, sentence) -> phrase).startingWith(firstLetters(pattern));
    }

    /** Those of a pattern that begins with a letter or several to choose from. */
    private static String firstLetters(String pattern) {
        return pattern.startsWith("[") ? pattern.substring(1, pattern.indexOf(']')) : pattern.substring(0, 1);
    }

    /** With the number behind it: No. 5, p. 10. */
    private static Form numbered(String pattern, String english, String chinese) {
        return Form.of(
                        "a",
                        BEGINNING + pattern + " ?(\\d+)(?![\\d]|\\.\\d)",
                        match -> Sequence.of(new Phrase(english, chinese), Numeral.of(match.group(1))))
                .startingWith(firstLetters(pattern));
    }

    /** Behind a number. */
    private static Form measured(String pattern, String english, String chinese) {
        Token phrase = new Phrase(english, chinese);
        return Form.of("a", "(?<=\\d )" + pattern + "(?![\\p{Alnum}²³])", (match, sentence) -> phrase)
                .startingWith(firstLetters(pattern));
    }

    private static Token street(MatchResult match) {
        String number = match.group(1);
        Token house = number.length() == 4 ? new Year(number, Era.USUAL) : Numeral.of(number);
        String name = match.group(2);
        Token street = Character.isDigit(name.charAt(0))
                ? Sequence.of(new Ordinal(name.replaceAll("\\D", "")), new Plain(" "))
                : new Plain(name);
        String kind = STREETS.getOrDefault(match.group(3), match.group(3));
        return Sequence.of(house, street, new Plain(kind + corner(Form.group(match, 4))));
    }

    /** Of a town. */
    private static String corner(String letters) {
        return switch (letters) {
            case "NE" -> " Northeast";
            case "NW" -> " Northwest";
            case "SE" -> " Southeast";
            case "SW" -> " Southwest";
            default -> "";
        };
    }

    private static @Nullable Token state(MatchResult match) {
        String state = STATES.get(match.group(1));
        return state == null
                ? null
                : Sequence.of(
                        new Plain(state),
                        new Digits(
                                false,
                                match.group(3) == null
                                        ? List.of(match.group(2))
                                        : List.of(match.group(2), match.group(3).substring(1)),
                                DigitStyle.NUMBER));
    }

    private static Map<String, String> states(String table) {
        Map<String, String> states = new HashMap<>();
        String[] cells = table.split(" ", -1);
        for (int i = 0; i < cells.length; i += 2) {
            states.put(cells[i], cells[i + 1].replace('_', ' '));
        }
        return states;
    }
}
