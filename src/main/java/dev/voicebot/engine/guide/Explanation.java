package dev.voicebot.engine.guide;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What to say to questions that fit {@code asked}. */
record Explanation(Pattern asked, String english, String chinese) {
    static Explanation of(String asked, String english, String chinese) {
        return new Explanation(Pattern.compile(asked), english, chinese);
    }

    /** By the first one that fits. */
    static Optional<String> answer(List<Explanation> explanations, Question question) {
        String text = question.plain();
        return explanations.stream()
                .filter(explanation -> explanation.asked().matcher(text).find())
                .findFirst()
                .map(explanation -> question.in(explanation.english(), explanation.chinese()));
    }
}
