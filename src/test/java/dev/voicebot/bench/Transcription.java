package dev.voicebot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a recognizer writes what it understands. */
enum Transcription {
    /** With the punctuation of the sentence, wherever its speaker pauses. */
    PUNCTUATED {
        @Override
        List<String> words(String phrase, boolean last) {
            return split(phrase);
        }
    },
    /** Without any. */
    BARE {
        @Override
        List<String> words(String phrase, boolean last) {
            return split(bare(phrase));
        }
    },
    /** With a full stop wherever its speaker pauses. */
    STOPPED {
        @Override
        List<String> words(String phrase, boolean last) {
            List<String> words = new ArrayList<>(split(bare(phrase)));
            words.set(words.size() - 1, words.get(words.size() - 1).strip() + ". ");
            return words;
        }
    };

    /** Each with the space behind it; {@code last} of its turn. */
    abstract List<String> words(String phrase, boolean last);

    private static List<String> split(String phrase) {
        return Stream.of(phrase.split(" ", -1)).map(word -> word + " ").toList();
    }

    private static String bare(String phrase) {
        return phrase.replaceAll("[,.?!，。？！]", "").toLowerCase(Locale.ROOT);
    }
}
