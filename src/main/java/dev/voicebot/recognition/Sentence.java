package dev.voicebot.recognition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One sentence that the recogniser will not change any more; times count from the start of the sound.
 *
 * @param words in order; none where the recogniser does not tell their times
 * @param translation where one was asked for
 */
public record Sentence(String text, Duration begin, Duration end, List<Word> words, Optional<Translation> translation) {
    public Sentence {
        words = List.copyOf(words);
    }

    public Sentence(String text, Duration begin, Duration end) {
        this(text, begin, end, List.of(), Optional.empty());
    }

    /** Several as one, with all their words; there must be one at least. */
    public static Sentence joined(List<Sentence> sentences) {
        List<Translation> translations =
                sentences.stream().flatMap(one -> one.translation().stream()).toList();
        return new Sentence(
                new Transcript(sentences, "").text(),
                sentences.get(0).begin(),
                sentences.get(sentences.size() - 1).end(),
                sentences.stream().flatMap(one -> one.words().stream()).toList(),
                translations.isEmpty() ? Optional.empty() : Optional.of(Translation.joined(translations)));
    }

    public Sentence with(Translation translated) {
        return new Sentence(text, begin, end, words, Optional.of(translated));
    }
}
