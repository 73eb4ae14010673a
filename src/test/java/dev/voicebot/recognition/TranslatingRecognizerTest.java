package dev.voicebot.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TranslatingRecognizerTest {
    private static final Sentence ONE = sentence("Eins.", 0);
    private static final Sentence TWO = sentence("Zwei.", 1);

    private final List<Transcript> updates = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void everySentenceGetsItsTranslationInOrder() {
        Transcript whole = listen((text, language, c) -> language + ": " + text, ONE, TWO);

        assertThat(whole.sentences())
                .extracting(sentence -> sentence.translation().orElseThrow().text())
                .containsExactly("en: Eins.", "en: Zwei.");
        assertThat(updates).last().isEqualTo(whole);
    }

    @Test
    void aSentenceHasNotEndedBeforeItIsTranslated() {
        CountDownLatch seen = new CountDownLatch(1);
        Translator slow = (text, language, c) -> {
            awaitQuietly(seen);
            return "One.";
        };
        SpeechRecognizer recognizer = translating(
                (sound, told, c) -> {
                    told.accept(new Transcript(List.of(ONE), "Zw"));
                    assertThat(updates).singleElement().isEqualTo(new Transcript(List.of(), "Eins. Zw"));
                    seen.countDown();
                    return new Transcript(List.of(ONE), "");
                },
                slow);

        Transcript whole = recognizer.listen(nothing(), updates::add, cancellation);

        assertThat(whole.sentences()).hasSize(1);
    }

    @Test
    void whatTheRecognizerTranslatesItselfStays() {
        Sentence translated = ONE.with(new Translation("en", "One.", List.of()));

        Transcript whole = listen(
                (text, language, c) -> {
                    throw new AssertionError("asked for " + text);
                },
                translated);

        assertThat(whole.sentences()).containsExactly(translated);
    }

    @Test
    void aTranslationThatFailsIsToldOnceAndTheTalkIsNotWhole() {
        Translator broken = (text, language, c) -> {
            throw new AssistantException(FaultKind.SERVICE, "no answer");
        };

        assertThatThrownBy(() -> listen(broken, ONE, TWO)).isInstanceOfSatisfying(AssistantException.class, fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
            assertThat(fault.userMessage()).contains("2 sentences were not translated");
        });
        assertThat(notices).singleElement().asString().contains("no answer");
        assertThat(updates).last().isEqualTo(new Transcript(List.of(ONE, TWO), ""));
    }

    private Transcript listen(Translator translator, Sentence... said) {
        Transcript whole = new Transcript(List.of(said), "");
        return translating(
                        (sound, told, c) -> {
                            told.accept(whole);
                            return whole;
                        },
                        translator)
                .listen(nothing(), updates::add, cancellation);
    }

    private SpeechRecognizer translating(SpeechRecognizer recognizer, Translator translator) {
        return new TranslatingRecognizer(recognizer, translator, "en", notices::add);
    }

    private static MemoryRecording nothing() {
        return MemoryRecording.of(new short[0], 16_000);
    }

    private static Sentence sentence(String text, int second) {
        return new Sentence(
                text, Duration.ofSeconds(second), Duration.ofSeconds(second + 1), List.of(), Optional.empty());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
