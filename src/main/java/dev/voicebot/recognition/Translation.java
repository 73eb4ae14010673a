package dev.voicebot.recognition;

import java.time.Duration;
import java.util.List;

/** A sentence in another language, by its code ({@code en}); its words have the times of what was said. */
public record Translation(String language, String text, List<Word> words) {
    public Translation {
        words = List.copyOf(words);
    }

    /** Several of one language as one; there must be one at least. */
    static Translation joined(List<Translation> translations) {
        return new Translation(
                translations.get(0).language(),
                new Transcript(translations.stream().map(Translation::untimed).toList(), "").text(),
                translations.stream().flatMap(one -> one.words().stream()).toList());
    }

    private static Sentence untimed(Translation translation) {
        return new Sentence(translation.text(), Duration.ZERO, Duration.ZERO);
    }
}
