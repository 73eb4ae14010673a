package dev.voicebot.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link SpeechRecognizer} keeps; extend it, and say how to make one and what it understands. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class SpeechRecognizerContract {
    private static final int RATE = 16_000;

    private final Cancellation cancellation = new Cancellation();

    /** A new one, or the same again. */
    protected abstract SpeechRecognizer recognizer();

    /** Something said, with silence around it. */
    protected abstract short[] speech(int sampleRate);

    /** What it says. */
    protected abstract String words();

    @Test
    void soundBecomesWords() {
        Transcript transcript = recognizer().listen(said(RATE), SpeechRecognizerContract::ignore, cancellation);

        assertThat(transcript.text()).isEqualTo(words());
        assertThat(transcript.unfinished()).isEmpty();
        assertThat(transcript.sentences()).allMatch(sentence -> !sentence.text().isBlank());
        assertThat(transcript.sentences()).allMatch(sentence -> sentence.begin().compareTo(sentence.end()) < 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 44_100, 48_000})
    void anyCaptureRateWillDo(int rate) {
        Transcript transcript = recognizer().listen(said(rate), SpeechRecognizerContract::ignore, cancellation);

        assertThat(transcript.text()).isEqualTo(words());
    }

    @Test
    void theTranscriptGrowsUntilItIsFinal() {
        List<Transcript> updates = new CopyOnWriteArrayList<>();

        Transcript transcript = recognizer().listen(said(RATE), updates::add, cancellation);

        assertThat(updates)
                .first()
                .satisfies(first -> assertThat(first.sentences()).isEmpty());
        assertThat(updates).last().isEqualTo(transcript);
    }

    @Test
    void silenceSaysNothing() {
        MemoryRecording silence = MemoryRecording.of(new short[2 * RATE], RATE);

        Transcript transcript = recognizer().listen(silence, SpeechRecognizerContract::ignore, cancellation);

        assertThat(transcript).isEqualTo(Transcript.EMPTY);
    }

    @Test
    void noSoundAtAllSaysNothing() {
        MemoryRecording nothing = MemoryRecording.of(new short[0], RATE);

        Transcript transcript = recognizer().listen(nothing, SpeechRecognizerContract::ignore, cancellation);

        assertThat(transcript).isEqualTo(Transcript.EMPTY);
    }

    @Test
    void theRecordingStaysOpen() {
        MemoryRecording recording = said(RATE);

        recognizer().listen(recording, SpeechRecognizerContract::ignore, cancellation);

        assertThat(recording.isClosed()).isFalse();
    }

    @Test
    void oneTalkFollowsAnother() {
        SpeechRecognizer recognizer = recognizer();

        assertThat(recognizer
                        .listen(said(RATE), SpeechRecognizerContract::ignore, cancellation)
                        .text())
                .isEqualTo(words());
        assertThat(recognizer
                        .listen(said(RATE), SpeechRecognizerContract::ignore, cancellation)
                        .text())
                .isEqualTo(words());
    }

    @Test
    void aTalkThatWasCancelledBeforeItBeganDoesNotBegin() {
        cancellation.cancel();

        assertInterrupted(() -> recognizer().listen(said(RATE), SpeechRecognizerContract::ignore, cancellation));
    }

    @Test
    void theCancelEndsATalkThatGoesOn() throws Exception {
        MemoryRecording endless = MemoryRecording.live(RATE);
        endless.add(speech(RATE));
        SpeechRecognizer recognizer = recognizer();
        CompletableFuture<Transcript> listening = CompletableFuture.supplyAsync(
                () -> recognizer.listen(endless, SpeechRecognizerContract::ignore, cancellation));
        endless.awaitReader();

        cancellation.cancel();

        assertThat(listening)
                .failsWithin(20, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        AssistantException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(FaultKind.INTERRUPTED));
    }

    @Test
    void theCancelMayComeFromAnUpdate() {
        assertInterrupted(() -> recognizer().listen(said(RATE), update -> cancellation.cancel(), cancellation));
    }

    @Test
    void whatTheMicrophoneThrowsIsPassedOn() {
        AssistantException dead = new AssistantException(FaultKind.AUDIO_DEVICE, "the microphone is gone");

        assertThatThrownBy(() ->
                        recognizer().listen(new BrokenRecording(dead), SpeechRecognizerContract::ignore, cancellation))
                .isSameAs(dead);
    }

    protected final MemoryRecording said(int rate) {
        return MemoryRecording.of(speech(rate), rate);
    }

    private static void ignore(Transcript update) {}

    private static void assertInterrupted(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        AssistantException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(FaultKind.INTERRUPTED));
    }

    private record BrokenRecording(AssistantException fault) implements Recording {
        @Override
        public int sampleRate() {
            return RATE;
        }

        @Override
        public Optional<PcmFrame> next() {
            throw fault;
        }

        @Override
        public void stop() {}

        @Override
        public void close() {}
    }
}
