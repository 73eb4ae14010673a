package dev.voicebot.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.standin.Tones;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop through a microphone that stands in front of the speaker, on a clock of its own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoundLoopTest {
    private static final String PHRASE = "The quick brown fox.";

    @Test
    void aPhraseThatComesBackIsFoundWhereItIs() {
        LoopReport report = run(new Loopback(Duration.ofMillis(120), 0.5, 30), Optional.of(understanding(PHRASE)));

        assertThat(report.likeness()).isGreaterThan(0.95);
        assertThat(report.delay().toMillis()).isCloseTo(120, within(2L));
        assertThat(report.fault()).isEmpty();
        assertThat(report.verdict()).isEqualTo("All checks passed.");
    }

    @Test
    void levelsAreThoseOfThePhraseAndOfTheNoiseBefore() {
        LoopReport report = run(new Loopback(Duration.ofMillis(120), 0.5, 30), Optional.empty());

        assertThat(report.speech().level()).isEqualTo(-21); // 4000 of 32768, as a sine
        assertThat(report.noise().level()).isEqualTo(-60);
        assertThat(report.speech().clipped()).isZero();
    }

    @Test
    void aSoundThatIsTooLoudIsCalledClipped() {
        LoopReport report = run(new Loopback(Duration.ofMillis(20), 6, 0), Optional.of(understanding(PHRASE)));

        assertThat(report.speech().clipped()).isPositive();
        assertThat(report.verdict()).contains("samples clipped. Lower the microphone's gain");
        assertThat(report.fault()).isEmpty();
    }

    @Test
    void aSoundThatHardlyStandsOutIsTold() {
        LoopReport report = run(new Loopback(Duration.ofMillis(20), 0.05, 300), Optional.of(understanding(PHRASE)));

        assertThat(report.verdict()).contains("barely louder than the noise");
    }

    @Test
    void aMicrophoneThatHearsOnlyNoiseHeardNothing() {
        LoopReport report = run(new Loopback(Duration.ofMillis(20), 0, 300), Optional.of(understanding("")));

        assertThat(report.likeness()).isLessThan(0.2);
        assertThat(report.fault()).contains(FaultKind.NOTHING_HEARD);
        assertThat(report.verdict()).startsWith("The microphone did not hear the speaker");
    }

    @Test
    void aMutedMicrophoneIsCalledMuted() {
        LoopReport report = run(new Loopback(Duration.ofMillis(20), 0, 0), Optional.empty());

        assertThat(report.fault()).contains(FaultKind.NOTHING_HEARD);
        assertThat(report.verdict()).contains("muted");
    }

    @Test
    void wordsThatWereMisunderstoodAreCounted() {
        LoopReport report =
                run(new Loopback(Duration.ofMillis(20), 1, 0), Optional.of(understanding("the thick brown fox fox")));

        assertThat(report.words().orElseThrow().errors()).isEqualTo(new WordErrors(2, 4, false));
        assertThat(report.fault()).isEmpty();
    }

    @Test
    void moreThanHalfOfTheWordsWrongIsAFailure() {
        LoopReport report = run(new Loopback(Duration.ofMillis(20), 1, 0), Optional.of(understanding("a sick clown")));

        assertThat(report.fault()).contains(FaultKind.FAILED);
        assertThat(report.verdict()).startsWith("Too little was recognized");
    }

    @Test
    void theRoundTripIsTheSumOfItsParts() {
        LoopReport report = run(new Loopback(Duration.ofMillis(120), 1, 0), Optional.of(understanding(PHRASE)));

        // the recogniser ends with its sound, one and a half seconds after the phrase or a little later
        assertThat(report.words().orElseThrow().transcript().toMillis()).isBetween(1300L, 2100L);
        assertThat(report.roundTrip())
                .isEqualTo(report.firstSound()
                        .plus(report.delay())
                        .plus(report.words().orElseThrow().transcript()));
    }

    @Test
    void aRecogniserThatFailsEndsTheLoopWithItsFault() {
        SpeechRecognizer refusing = (sound, updates, cancellation) -> {
            throw new AssistantException(FaultKind.CREDENTIALS, "the key is refused");
        };

        assertThatThrownBy(() -> run(new Loopback(Duration.ZERO, 1, 0), Optional.of(refusing)))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.CREDENTIALS));
    }

    private static LoopReport run(Loopback loopback, Optional<SpeechRecognizer> recognizer) {
        LoopParts parts =
                new LoopParts(new TonesVoice(), Voice.DEFAULT, loopback.speaker(), loopback.microphone(), recognizer);
        return new SoundLoop(parts, loopback::nanoTime).run(PHRASE, new Cancellation());
    }

    /** Hears to the end, and then says what it understood. */
    private static SpeechRecognizer understanding(String text) {
        return new SpeechRecognizer() {
            @Override
            public Transcript listen(Recording sound, Consumer<Transcript> updates, Cancellation cancellation) {
                while (sound.next().isPresent()) {
                    cancellation.throwIfCancelled();
                }
                List<Sentence> sentences =
                        text.isEmpty() ? List.of() : List.of(new Sentence(text, Duration.ZERO, Duration.ofSeconds(1)));
                return new Transcript(sentences, "");
            }
        };
    }

    private static final class TonesVoice implements SpeechSynthesizer {
        @Override
        public int sampleRate() {
            return 22_050;
        }

        @Override
        public SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation) {
            return new SpeechStream() {
                @Override
                public void write(String text) {
                    frames.accept(new PcmFrame(Tones.of(text, sampleRate()), sampleRate()));
                }

                @Override
                public void finish() {}

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }
}
