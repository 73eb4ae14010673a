package dev.voicebot.transcripts;

import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Translation;

/** A line a sentence; with a translation, the translation. */
final class TextLines implements TranscriptFormat {
    private final boolean timestamps;

    TextLines(boolean timestamps) {
        this.timestamps = timestamps;
    }

    @Override
    public String sentence(Sentence sentence) {
        String time = timestamps ? "[" + Times.clock(sentence.begin(), '.') + "] " : "";
        return time + OneLine.of(wanted(sentence)) + "\n";
    }

    static String wanted(Sentence sentence) {
        return sentence.translation().map(Translation::text).orElse(sentence.text());
    }
}
