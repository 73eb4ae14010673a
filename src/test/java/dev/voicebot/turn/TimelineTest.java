package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.speakable.SpeakablePiece;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final int RATE = 1000;
    private static final String FIRST = "one two three four. ";
    private static final String SECOND = "five six seven eight.";

    private final Timeline timeline = new Timeline(RATE, 1);

    @Test
    void beforeAnySoundNothingWasSaid() {
        write(FIRST, FIRST.length());

        assertThat(timeline.charactersAt(0)).isZero();
        assertThat(timeline.charactersAt(500)).isZero();
    }

    @Test
    void betweenTwoKnownPointsWordsTakeTheirShare() {
        write(FIRST, FIRST.length());
        timeline.sounded(4000);
        timeline.reached(FIRST.length());

        assertThat(said(2000)).isEqualTo("one two");
        assertThat(said(4000)).isEqualTo(FIRST);
    }

    @Test
    void aKnownPointIsExactHoweverLongTheSentencesTook() {
        write(FIRST, FIRST.length());
        timeline.sounded(9000);
        timeline.reached(FIRST.length());
        write(SECOND, FIRST.length() + SECOND.length());
        timeline.sounded(1000);
        timeline.whole();

        assertThat(said(8999)).isEqualTo("one two three four");
        assertThat(said(9000)).isEqualTo(FIRST);
        assertThat(said(10000)).isEqualTo(FIRST + SECOND);
    }

    @Test
    void withoutAnyKnownPointThePaceOfTheVoiceIsWhatItWasBefore() {
        Timeline slow = new Timeline(RATE, 2);
        slow.note(FIRST);
        slow.write(new SpeakablePiece(FIRST, FIRST.length()));
        slow.sounded(10000);
        write(FIRST, FIRST.length());
        timeline.sounded(10000);

        assertThat(slow.charactersAt(1200)).isLessThan(timeline.charactersAt(1200));
        assertThat(slow.charactersAt(1200)).isEqualTo(timeline.charactersAt(600));
    }

    @Test
    void thePaceIsLearntFromWhatIsKnown() {
        write(FIRST, FIRST.length());
        timeline.sounded(8000);
        timeline.whole();

        assertThat(timeline.pace()).isGreaterThan(3);
    }

    @Test
    void aSentenceIsFoundByItsSound() {
        twoSentences();

        assertThat(timeline.sentenceAt(0)).isZero();
        assertThat(timeline.sentenceAt(3999)).isZero();
        assertThat(timeline.sentenceAt(4000)).isEqualTo(1);
        assertThat(timeline.startOf(0)).hasValue(0);
        assertThat(timeline.startOf(1)).hasValue(4000);
    }

    @Test
    void behindTheLastSentenceIsTheEndOnceTheSoundIsWhole() {
        twoSentences();

        assertThat(timeline.startOf(2)).isEmpty();
        timeline.whole();
        assertThat(timeline.startOf(2)).hasValue(9000);
    }

    @Test
    void aSentenceWhoseSoundHasNotComeIsNowhereYet() {
        write(FIRST, FIRST.length());
        write(SECOND, FIRST.length() + SECOND.length());
        timeline.sounded(200);

        assertThat(timeline.startOf(1)).isEmpty();
    }

    @Test
    void piecesOfOneSentenceAreOneSentence() {
        write("One two, ", 9);
        write("three four. ", 21);
        write("Five.", 26);
        timeline.sounded(9000);
        timeline.whole();

        assertThat(timeline.sentenceAt(8999)).isEqualTo(1);
    }

    @Test
    void wordsAreExactWhereTheVoiceTellsOfThemAlsoAfterTheirSentence() {
        write(FIRST, FIRST.length());
        timeline.sounded(4000);
        timeline.reached(FIRST.length());

        timeline.spoken(3, 100);
        timeline.spoken(7, 3500);

        assertThat(said(99)).isEmpty();
        assertThat(said(100)).isEqualTo("one");
        assertThat(said(3499)).isEqualTo("one");
        assertThat(said(3500)).isEqualTo("one two");
        assertThat(said(4000)).isEqualTo(FIRST);
    }

    @Test
    void whatContradictsTheKnownIsPassedOver() {
        twoSentences();

        timeline.spoken(FIRST.length() + 5, 2000);

        assertThat(said(2000)).isEqualTo("one two");
    }

    private void twoSentences() {
        write(FIRST, FIRST.length());
        timeline.sounded(4000);
        timeline.reached(FIRST.length());
        write(SECOND, FIRST.length() + SECOND.length());
        timeline.sounded(5000);
        timeline.reached(FIRST.length() + SECOND.length());
    }

    private void write(String text, int sourceEnd) {
        timeline.note(text);
        timeline.write(new SpeakablePiece(text, sourceEnd));
    }

    private String said(long sample) {
        return (FIRST + SECOND).substring(0, timeline.charactersAt(sample));
    }
}
