package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.engine.dashscope.SynthesisEvent.Word;
import dev.voicebot.engine.dashscope.WordTimes.Point;
import dev.voicebot.engine.dashscope.WordTimes.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordTimesTest {
    private static final int RATE = 1000; // a sample is a millisecond
    private static final String TEXT = "One two. Three four.";
    private static final Sentence FIRST = new Sentence(0, 9, 0, 1000, true);
    private static final Sentence SECOND = new Sentence(9, 20, 1000, 2000, true);

    private final WordTimes times = new WordTimes(RATE);

    @Test
    void wordsOfTheFirstSentenceBeginAndEndWhereTheServiceSays() {
        List<Point> points = times.of(words("One", 100, 400, "two", 500, 900), TEXT, FIRST);

        assertThat(points).containsExactly(new Point(0, 100), new Point(3, 400), new Point(4, 500), new Point(7, 900));
    }

    @Test
    void timesMayCountFromTheTask() {
        List<Point> points = times.of(words("Three", 1100, 1400, "four", 1500, 1900), TEXT, SECOND);

        assertThat(points).contains(new Point(14, 1400), new Point(19, 1900));
    }

    @Test
    void timesMayCountFromTheSentence() {
        List<Point> points = times.of(words("Three", 100, 400, "four", 500, 900), TEXT, SECOND);

        assertThat(points).contains(new Point(14, 1400), new Point(19, 1900));
    }

    @Test
    void whatOneSentenceHasShownHoldsForTheNext() {
        String text = "Hi. " + TEXT;
        times.of(words("One", 250, 400, "two", 450, 1150), text, new Sentence(4, 13, 200, 1200, true));

        List<Point> points = times.of(words("Three", 1300, 1400), text, new Sentence(13, 24, 1200, 2400, true));

        assertThat(points).contains(new Point(18, 1400));
    }

    @Test
    void aWordThatIsNotInTheTextIsPassedOver() {
        List<Point> points = times.of(words("1", 100, 400, "TWO", 500, 900), TEXT, FIRST);

        assertThat(points).containsExactly(new Point(4, 500), new Point(7, 900));
    }

    @Test
    void ofASentenceThatIsNotWholeOnlyWordsCountWhoseSoundHasCome() {
        List<Point> points =
                times.of(words("One", 100, 400, "two", 500, 900), TEXT, new Sentence(0, TEXT.length(), 0, 450, false));

        assertThat(points).containsExactly(new Point(0, 100), new Point(3, 400));
    }

    @Test
    void wordsOfTwoCharsAndBetweenThemAreFound() {
        String text = "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉𠮷野 a🙂b.";

        List<Point> points =
                times.of(words("𠮷", 100, 400, "b", 500, 900), text, new Sentence(0, text.length(), 0, 1000, true));

        assertThat(points)
                .containsExactly(new Point(24, 100), new Point(26, 400), new Point(31, 500), new Point(32, 900));
    }

    @Test
    void noWordIsSaidAfterItsSentence() {
        List<Point> points = times.of(words("One", 100, 400, "two", 500, 1040), TEXT, FIRST);

        assertThat(points).endsWith(new Point(7, 1000));
    }

    private static List<Word> words(String word, long begin, long end) {
        return List.of(new Word(word, begin, end));
    }

    private static List<Word> words(String one, long begin, long end, String other, long later, long last) {
        return List.of(new Word(one, begin, end), new Word(other, later, last));
    }
}
