package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.speakable.SpeakablePiece;
import org.junit.jupiter.api.Test;

class SpokenWordsTest {
    private final SpokenWords words = new SpokenWords();

    @Test
    void plainTextCoversItselfWordByWord() {
        words.add(new SpeakablePiece("One two three.", 14), "One two three.");

        assertThat(words.covered(0)).isZero();
        assertThat(words.covered(2)).isZero();
        assertThat(words.covered(3)).isEqualTo(3);
        assertThat(words.covered(9)).isEqualTo(7);
        assertThat(words.covered(14)).isEqualTo(14);
    }

    @Test
    void markupIsCoveredWithTheWordBehindIt() {
        String source = "Some **bold** words.";
        words.add(new SpeakablePiece("Some bold words.", source.length()), source);

        assertThat(source.substring(0, words.covered("Some bold".length()))).isEqualTo("Some **bold");
    }

    @Test
    void aNumberThatIsSpeltOutIsCoveredWithTheNextWordAtTheLatest() {
        String source = "In 1999 it rained.";
        words.add(new SpeakablePiece("In nineteen ninety-nine it rained.", source.length()), source);

        assertThat(source.substring(0, words.covered("In nineteen ninety-nine".length())))
                .isEqualTo("In");
        assertThat(source.substring(0, words.covered("In nineteen ninety-nine it".length())))
                .isEqualTo("In 1999 it");
    }

    @Test
    void whatIsNotSpokenIsPassedOver() {
        String source = "See [the page](https://example.org/a/long/way) here. Bye.";
        words.add(new SpeakablePiece("See the page here.", source.indexOf(" Bye")), source);
        words.add(new SpeakablePiece(" Bye.", source.length()), source);

        assertThat(source.substring(0, words.covered("See the page here".length())))
                .isEqualTo("See [the page](https://example.org/a/long/way) here");
        assertThat(words.covered("See the page here. Bye.".length())).isEqualTo(source.length());
    }

    @Test
    void aWordThatComesAgainMuchLaterIsNotTakenForThisOne() {
        String source = "Dr. Who came. Then the doctor left again.";
        words.add(new SpeakablePiece("Doctor Who came.", 13), source);

        assertThat(words.covered("Doctor Who".length())).isEqualTo("Dr. Who".length());
    }

    @Test
    void chineseIsCoveredCharacterByCharacter() {
        words.add(new SpeakablePiece("今天天气。", 5), "今天天气。");

        assertThat(words.covered(2)).isEqualTo(2);
        assertThat(words.covered(3)).isEqualTo(3);
    }
}
