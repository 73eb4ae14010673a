package dev.voicebot.wording;

import java.util.List;

/** What is written short and said long: e.g., i.e., vs., w/o. */
final class Abbreviations {
    private static final String BEGINNING = "(?<![\\p{Alnum}_.])";

    static final List<WrittenForm> FORMS = List.of(
            word("E\\.g\\.", "For example", "例如"),
            word("e\\.g\\.", "for example", "例如"),
            word("I\\.e\\.", "That is", "也就是"),
            word("i\\.e\\.", "that is", "也就是"),
            word("vs\\.?(?!\\p{Alnum})", "versus", "对"),
            word("w/o(?!\\p{Alnum})", "without", "不带"),
            word("w/(?=[\\s\\p{Alpha}])", "with ", "带"),
            word("approx\\.", "approximately", "大约"),
            word("a\\.k\\.a\\.", "also known as", "又名"));

    private Abbreviations() {}

    private static WrittenForm word(String pattern, String english, String chinese) {
        return WrittenForm.of("a", BEGINNING + pattern, (match, tongue) -> tongue.choose(english, chinese));
    }
}
