package dev.voicebot.engine.dashscope;

import dev.voicebot.recognition.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a sentence as the SDK gives them; it drops their punctuation, which is found again in the text. */
final class TimedWords {
    private TimedWords() {}

    static List<Word> of(
            String sentence, @Nullable List<com.alibaba.dashscope.audio.asr.translation.results.Word> given) {
        if (given == null) {
            return List.of();
        }
        List<Word> words = new ArrayList<>();
        int position = 0;
        for (int i = 0; i < given.size(); i++) {
            var word = given.get(i);
            if (word.getText() == null) {
                continue;
            }
            String text = word.getText().strip();
            int found = sentence.indexOf(text, position);
            position = found < 0 ? position : found + text.length();
            String punctuation = found < 0 ? "" : punctuationAt(sentence, position);
            Duration begin = Duration.ofMillis(word.getBeginTime());
            Duration end = Duration.ofMillis(Math.max(word.getBeginTime(), word.getEndTime()));
            words.add(new Word(text, begin, end, punctuation));
        }
        return words;
    }

    private static String punctuationAt(String sentence, int from) {
        int to = from;
        while (to < sentence.length()
                && !Character.isLetterOrDigit(sentence.codePointAt(to))
                && !Character.isWhitespace(sentence.charAt(to))
                && !Character.isSurrogate(sentence.charAt(to))) {
            to++;
        }
        return sentence.substring(from, to);
    }
}
