package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.Token.DigitStyle;
import dev.voicebot.wording.tokens.Token.Digits;
import dev.voicebot.wording.tokens.Token.Named;
import dev.voicebot.wording.tokens.Token.Numeral;
import dev.voicebot.wording.tokens.Token.Phrase;
import dev.voicebot.wording.tokens.Token.Plain;
import dev.voicebot.wording.tokens.Token.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of machines: 127.0.0.1:80, 10.0.0.0/8, [::1]:8080, 2001:db8::/32. */
final class NetworkForms {
    private static final String FOUR = "(?:\\d{1,3}\\.){3}\\d{1,3}";
    private static final String SIX =
            "(?=[0-9a-fA-F:]*::|(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F])(?=[a-fA-F:]*\\d|::(?![\\p{Alnum}:])|[0-9a-fA-F]{4}:)[0-9a-fA-F:]{2,39}";
    private static final Pattern PART = Pattern.compile(":+|[^:]+");

    static final List<Form> FORMS = List.of(
            Form.of(
                            "a0",
                            "(?<![\\p{Alnum}_.-])(localhost|" + FOUR + "):(\\d{2,5})(?![\\p{Alnum}:]|\\.\\d)",
                            NetworkForms::port)
                    .startingWith("l")
                    .needing(":"),
            Form.of("0", "(?<![\\p{Alnum}_.-])(" + FOUR + ")/(\\d{1,2})(?![\\p{Alnum}/]|\\.\\d)", NetworkForms::network)
                    .goingOnWith(".")
                    .needing("/"),
            Form.of("[", "\\[(" + SIX + ")](?::(\\d{1,5})(?!\\d))?", NetworkForms::bracketed)
                    .needing(":"),
            Form.of("0a:", "(?<![\\p{Alnum}_:.])(" + SIX + ")(?:/(\\d{1,3}))?(?![\\p{Alnum}_:])", NetworkForms::six)
                    .startingWith("abcdefABCDEF")
                    .needing(":"));

    private NetworkForms() {}

    private static Token port(MatchResult match) {
        boolean name = match.group(1).equals("localhost");
        return withPort(name ? new Plain(match.group(1)) : dotted(match.group(1)), match.group(2));
    }

    private static Token withPort(Token host, String port) {
        return Sequence.of(host, new Phrase(" port ", " 端口 "), Numeral.of(port));
    }

    private static Token network(MatchResult match) {
        return Sequence.of(dotted(match.group(1)), new Named(Sign.SLASH), Numeral.of(match.group(2)));
    }

    private static Token dotted(String address) {
        return new Digits(false, List.of(address.split("\\.", -1)), DigitStyle.DOTTED);
    }

    private static Token bracketed(MatchResult match) {
        Token host = sixParts(match.group(1));
        return match.group(2) == null ? host : withPort(host, match.group(2));
    }

    /** Two colons alone are the scope of a name in a program. */
    private static @Nullable Token six(MatchResult match) {
        String address = match.group(1);
        boolean scope = address.endsWith("::") && match.group(2) == null && address.length() < 6;
        if (address.equals("::") || scope) {
            return null;
        }
        Token host = sixParts(address);
        return match.group(2) == null ? host : Sequence.of(host, new Named(Sign.SLASH), Numeral.of(match.group(2)));
    }

    private static Token sixParts(String address) {
        List<Token> parts = new ArrayList<>();
        Matcher part = PART.matcher(address);
        while (part.find()) {
            parts.add(
                    switch (part.group()) {
                        case ":" -> new Phrase(" colon ", "冒号");
                        case "::" -> new Phrase(" colon colon ", "双冒号");
                        default -> new Digits(false, List.of(part.group()), DigitStyle.NUMBER);
                    });
        }
        return new Sequence(parts);
    }
}
