package dev.voicebot.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadingTest {
    private static final int RATE = 1000;
    private static final int SECONDS_EACH = 5;

    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger taken = new AtomicInteger(); // passages

    @Test
    void theVoiceIsNeverFarAheadOfASlowSink() {
        AtomicInteger furthest = new AtomicInteger();
        AtomicInteger heard = new AtomicInteger();
        SoundSink slow = new Sink() {
            @Override
            public void write(PcmFrame frame) {
                furthest.accumulateAndGet(taken.get() - heard.incrementAndGet(), Math::max);
            }
        };

        int said = reading(true, slow).read(passages(500));

        assertThat(said).isEqualTo(500);
        assertThat(furthest).hasValueLessThanOrEqualTo(20 / SECONDS_EACH + 2);
    }

    @Test
    void sinksLearnWhereEachPassageEnds() {
        List<Duration> lengths = new ArrayList<>();
        SoundSink sink = new Sink() {
            @Override
            public void end(Passage passage, Duration length) {
                lengths.add(length);
            }
        };

        reading(true, sink).read(passages(3));

        assertThat(lengths).containsExactly(fiveSeconds(), fiveSeconds(), fiveSeconds());
    }

    @Test
    void aPauseIsSilenceOfItsLengthBetweenTwoGoes() {
        List<String> events = new ArrayList<>();
        SoundSink sink = new Sink() {
            @Override
            public void write(PcmFrame frame) {
                events.add("sound " + frame.length().toMillis());
            }

            @Override
            public void end(Passage passage, Duration length) {
                events.add("end " + length.toMillis());
            }
        };
        Iterator<Passage> text = List.of(
                        new Passage("one", 1, 3),
                        Passage.pause(Duration.ofMillis(2500), 1, 15),
                        new Passage("two", 1, 18))
                .iterator();

        int said = reading(false, sink).read(() -> text.hasNext() ? Optional.of(text.next()) : Optional.empty());

        assertThat(said).isEqualTo(2);
        assertThat(events)
                .containsExactly(
                        "sound 5000",
                        "end 5000",
                        "sound 1000",
                        "sound 1000",
                        "sound 500",
                        "end 2500",
                        "sound 5000",
                        "end 5000");
    }

    @Test
    void aSinkThatFailsEndsTheReadingWithItsFault() {
        SoundSink broken = new Sink() {
            @Override
            public void write(PcmFrame frame) {
                throw new AssistantException(FaultKind.FAILED, "the disk is full");
            }
        };

        assertThatThrownBy(() -> reading(true, new Sink(), broken).read(passages(1000)))
                .isInstanceOf(AssistantException.class)
                .hasMessage("the disk is full");
        assertThat(taken.get()).isLessThan(1000);
    }

    @Test
    void aCancelEndsAReadingWhoseSinkIsBlocked() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        SoundSink speaker = new Sink() {
            @Override
            public void write(PcmFrame frame) {
                blocked.countDown();
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void stop() {
                released.countDown();
            }
        };

        CompletableFuture<Integer> running =
                CompletableFuture.supplyAsync(() -> reading(false, speaker).read(passages(1000)));
        assertThat(blocked.await(20, TimeUnit.SECONDS)).isTrue();
        cancellation.cancel();

        assertThat(running)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingRootCause()
                .withMessage("Interrupted.");
    }

    private Reading reading(boolean exact, SoundSink... sinks) {
        return new Reading(new FiveSeconds(), Voice.DEFAULT, exact, List.of(sinks), cancellation);
    }

    private Passages passages(int count) {
        return () -> taken.get() == count
                ? Optional.empty()
                : Optional.of(new Passage("word " + taken.incrementAndGet(), 1, 0));
    }

    private static Duration fiveSeconds() {
        return Duration.ofSeconds(SECONDS_EACH);
    }

    /** Takes all and keeps nothing. */
    private static class Sink implements SoundSink {
        @Override
        public void write(PcmFrame frame) {}

        @Override
        public void close() {}
    }

    /** Five seconds for each text, at once. */
    private static final class FiveSeconds implements SpeechSynthesizer {
        @Override
        public int sampleRate() {
            return RATE;
        }

        @Override
        public SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation) {
            return new SpeechStream() {
                @Override
                public void write(String text) {
                    cancellation.throwIfCancelled();
                    frames.accept(PcmFrame.silence(fiveSeconds(), RATE));
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
