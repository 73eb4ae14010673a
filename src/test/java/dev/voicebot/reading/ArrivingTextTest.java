package dev.voicebot.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.speakable.SpeechManner;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ArrivingTextTest {
    @Test
    void aParagraphEndsWithAnEmptyLine() {
        List<Passage> passages = all(markdown("One. Two.\nThree.\n \nFour."));

        assertThat(passages).extracting(Passage::paragraph).containsExactly(1, 1, 1, 2);
        assertThat(passages)
                .extracting(passage -> passage.text().strip())
                .containsExactly("One.", "Two.", "Three.", "Four.");
    }

    @Test
    void emptyLinesAtTheBeginningAndInARowEndNothing() {
        assertThat(all(markdown("\n\n\nOne.\n\n\n\nTwo.\n\n")))
                .extracting(Passage::paragraph)
                .containsExactly(1, 2);
    }

    @Test
    void anEmptyLineOfCodeEndsNothing() {
        List<Passage> passages = all(markdown("```\na\n\nb\n```\n\nDone."));

        assertThat(passages).extracting(Passage::paragraph).containsExactly(1, 2);
    }

    @Test
    void aParagraphWithoutWordsHasNoNumber() {
        List<Passage> passages = all(markdown("One.\n\n---\n\nTwo."));

        assertThat(passages).extracting(Passage::paragraph).containsExactly(1, 2);
    }

    @Test
    void whatComesOutDoesNotDependOnHowTheTextArrives() {
        String text = "One, and *more* of it. Two.\n\nThree?\n\n你好。世界！";
        String[] letters = text.split("", -1);

        assertThat(all(markdown(letters))).isEqualTo(all(markdown(text)));
    }

    @Test
    void aPauseStandsBetweenWhatIsSaidAndCountsAsTextThatIsCovered() {
        String text = "One, [pause 1.5s] two [sic]. [pause 500ms]Three [pause 90]\n\n[pause]";
        String[] letters = text.split("", -1);

        List<Passage> passages = all(markdown(text));

        assertThat(passages)
                .extracting(Passage::pause)
                .filteredOn(pause -> !pause.isZero())
                .containsExactly(Duration.ofMillis(1500), Duration.ofMillis(500), PauseMarks.LONGEST);
        assertThat(passages)
                .extracting(passage -> passage.text().strip())
                .containsExactly("One,", "", "two sic.", "", "Three", "", "pause");
        assertThat(passages).extracting(Passage::paragraph).containsExactly(1, 1, 1, 1, 1, 1, 2);
        assertThat(passages.get(1).sourceEnd()).isEqualTo(text.indexOf(" two"));
        assertThat(passages.get(6).sourceEnd()).isEqualTo(text.length());
        assertThat(all(markdown(letters))).isEqualTo(passages);
    }

    @Test
    void theLastPassageCoversTheWholeText() {
        String text = "One.\n\nTwo.\n\nThree.\n";

        assertThat(all(markdown(text)).get(2).sourceEnd()).isEqualTo(text.length());
    }

    @Test
    void aLiteralTextKeepsItsMarkup() {
        assertThat(all(ArrivingText.literal(source("**One**. `two` [pause 3s]"))))
                .extracting(Passage::text)
                .containsExactly("**One**. ", "`two` [pause 3s]");
    }

    @Test
    void aWholeTextIsOnePassage() {
        assertThat(all(ArrivingText.ssml(source("<speak>One. ", "Two.</speak>"))))
                .extracting(Passage::text)
                .containsExactly("<speak>One. Two.</speak>");
    }

    @Test
    void mistakesOfSsmlAreToldInEnglish() {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINA);

            assertThatThrownBy(() -> ArrivingText.ssml(source("<speak>One.")))
                    .hasMessage("The SSML is not well-formed in line 1: XML document structures must start and end"
                            + " within the same entity.");
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static Passages markdown(String... pieces) {
        return ArrivingText.markdown(source(pieces), SpeechManner.USUAL);
    }

    private static Supplier<Optional<String>> source(String... pieces) {
        Deque<String> left = new ArrayDeque<>(List.of(pieces));
        return () -> Optional.ofNullable(left.poll());
    }

    private static List<Passage> all(Passages passages) {
        List<Passage> all = new ArrayList<>();
        for (Optional<Passage> next = passages.next(); next.isPresent(); next = passages.next()) {
            all.add(next.get());
        }
        return all;
    }
}
