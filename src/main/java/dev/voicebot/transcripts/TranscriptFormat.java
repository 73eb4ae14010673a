package dev.voicebot.transcripts;

import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;

/** How one transcript is written down, sentence by sentence as each becomes final. One object a transcript; one thread. */
public interface TranscriptFormat {
    /** What stands before the first sentence. */
    default String begin() {
        return "";
    }

    /** The next sentence, or nothing where the format needs all of them first. */
    String sentence(Sentence sentence);

    /** What is understood of the sentence that is still being spoken. */
    default String partial(String text) {
        return "";
    }

    /** What stands after the last sentence. */
    default String end(Transcript whole) {
        return "";
    }
}
