package dev.voicebot.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link SpeechSynthesizer} keeps; extend it and say how to make one. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class SpeechSynthesizerContract {

    private final Cancellation cancellation = new Cancellation();

    /** The one of this test; whoever makes it closes it. */
    protected abstract SpeechSynthesizer synthesizer();

    /** A sentence of several seconds, with a space behind it. */
    protected String sentence() {
        return "The quick brown fox jumps over the lazy dog. ";
    }

    private String several() {
        return sentence() + sentence();
    }

    private String longText() {
        return sentence().repeat(40);
    }

    @Test
    void aReplyBecomesSound() {
        List<PcmFrame> frames = speak(sentence());

        assertThat(samples(frames)).isGreaterThan(synthesizer().sampleRate() / 2);
        assertThat(frames).anyMatch(SpeechSynthesizerContract::isLoud);
    }

    @Test
    void everyFrameHasTheStatedRate() {
        List<PcmFrame> frames = speak(sentence());

        assertThat(frames)
                .isNotEmpty()
                .allMatch(frame -> frame.sampleRate() == synthesizer().sampleRate());
        assertThat(frames).allMatch(frame -> frame.samples().length > 0);
    }

    @Test
    void piecesOfTextAreJoinedAsTheyAre() {
        int whole = samples(speak(several()));

        int inPieces = samples(speak(several().split("(?<=\\G.{3})")));

        assertThat(inPieces).isCloseTo(whole, Percentage.withPercentage(15));
    }

    @Test
    void soundComesWhileTheTextIsStillBeingWritten() throws InterruptedException {
        CountDownLatch sound = new CountDownLatch(1);
        try (SpeechStream stream = synthesizer().open(Voice.DEFAULT, frame -> sound.countDown(), cancellation)) {

            stream.write(several());

            assertThat(sound.await(30, TimeUnit.SECONDS)).isTrue();
            stream.finish();
        }
    }

    @Test
    void whatItSaysItHasReachedRisesAndNeverGoesBeyondTheText() {
        List<Integer> reached = new CopyOnWriteArrayList<>();
        SpeechListener listener = new SpeechListener() {
            @Override
            public void accept(PcmFrame frame) {}

            @Override
            public void reached(int characters) {
                reached.add(characters);
            }
        };

        try (SpeechStream stream = synthesizer().open(Voice.DEFAULT, listener, cancellation)) {
            stream.write(several());
            stream.finish();
        }

        assertThat(reached)
                .isSorted()
                .allMatch(
                        characters -> characters > 0 && characters <= several().length());
    }

    @Test
    void aReplyWithoutTextIsSilent() {
        List<PcmFrame> frames = speak();

        assertThat(frames).isEmpty();
    }

    @Test
    void nothingComesAfterTheFinish() {
        List<PcmFrame> frames = new CopyOnWriteArrayList<>();
        try (SpeechStream stream = synthesizer().open(Voice.DEFAULT, frames::add, cancellation)) {
            stream.write(sentence());
            stream.finish();
        }
        int whole = frames.size();

        speak(sentence());

        assertThat(frames).hasSize(whole);
    }

    @Test
    void repliesFollowEachOther() {
        int first = samples(speak(sentence()));
        int second = samples(speak(sentence()));
        int third = samples(speak(sentence()));

        assertThat(second).isCloseTo(first, within(first / 10));
        assertThat(third).isCloseTo(first, within(first / 10));
    }

    @Test
    void aReplyThatIsClosedUnfinishedIsGivenUpAndTheNextOneWorks() {
        try (SpeechStream stream = synthesizer().open(Voice.DEFAULT, SpeechSynthesizerContract::ignore, cancellation)) {
            stream.write(longText());
        }

        assertThat(speak(sentence())).isNotEmpty();
    }

    @Test
    void afterTheCancelNothingCanBeWrittenOrFinished() {
        try (SpeechStream stream = synthesizer().open(Voice.DEFAULT, SpeechSynthesizerContract::ignore, cancellation)) {
            stream.write(sentence());

            cancellation.cancel();

            assertInterrupted(() -> stream.write(sentence()));
            assertInterrupted(stream::finish);
        }
    }

    @Test
    void aReplyThatWasCancelledBeforeItBeganSaysNothing() {
        cancellation.cancel();
        List<PcmFrame> frames = new CopyOnWriteArrayList<>();

        try (SpeechStream stream = synthesizer().open(Voice.DEFAULT, frames::add, cancellation)) {
            assertInterrupted(() -> stream.write(sentence()));
        }

        assertThat(frames).isEmpty();
    }

    @Test
    void theCancelEndsAFinishThatWaits() {
        try (SpeechStream stream = synthesizer().open(Voice.DEFAULT, frame -> cancellation.cancel(), cancellation)) {
            assertInterrupted(() -> {
                stream.write(longText());
                stream.finish();
            });
        }
    }

    @Test
    void afterACancelTheNextReplyWorks() {
        theCancelEndsAFinishThatWaits();

        assertThat(speak(sentence())).isNotEmpty();
    }

    /** Speaks a whole reply, with a cancellation of its own. */
    protected final List<PcmFrame> speak(String... texts) {
        List<PcmFrame> frames = new CopyOnWriteArrayList<>();
        try (SpeechStream stream = synthesizer().open(Voice.DEFAULT, frames::add, new Cancellation())) {
            for (String text : texts) {
                stream.write(text);
            }
            stream.finish();
        }
        return frames;
    }

    protected static int samples(List<PcmFrame> frames) {
        return frames.stream().mapToInt(frame -> frame.samples().length).sum();
    }

    private static void ignore(PcmFrame frame) {}

    private static boolean isLoud(PcmFrame frame) {
        for (short sample : frame.samples()) {
            if (Math.abs(sample) > 1000) {
                return true;
            }
        }
        return false;
    }

    private static void assertInterrupted(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        AssistantException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(FaultKind.INTERRUPTED));
    }
}
