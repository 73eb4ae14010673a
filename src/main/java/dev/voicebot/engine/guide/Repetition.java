package dev.voicebot.engine.guide;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what it is told to say. */
final class Repetition {
    private static final Pattern ASKED = Pattern.compile(
            "^\\s*(?:(?:please\\s+)?(?:repeat after me|repeat|say)\\b[:,]?|(?:请)?(?:跟我说|跟我读|重复(?:一遍|一下)?|说一遍|念一遍)[：:，,]?)"
                    + "\\s*(.+)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    Optional<String> answer(Question question) {
        Matcher asked = ASKED.matcher(question.text());
        if (!asked.matches()) {
            return Optional.empty();
        }
        String wanted = asked.group(1).strip();
        return Optional.of(wanted.replaceAll("^[\"“「](.*)[\"”」]$", "$1"));
    }
}
