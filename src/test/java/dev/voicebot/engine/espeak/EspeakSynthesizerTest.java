package dev.voicebot.engine.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.KnownVoice.Sex;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EspeakSynthesizerTest {
    private static final String SENTENCE = "The quick brown fox jumps over the lazy dog. ";

    // One folder that stays: the process loads the library from the first one it is given.
    private static final Path CACHE = Path.of("target", "espeak");

    private final EspeakSynthesizer synthesizer = new EspeakSynthesizer(CACHE);
    private final List<PcmFrame> frames = new CopyOnWriteArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void itSpeaksAudibly() {
        Sound sound = speak("Hello there, how are you today?");

        assertThat(sound.seconds()).isBetween(1.2, 3.5);
        assertThat(sound.loudness()).isGreaterThan(500);
        assertThat(sound.zeroCrossingsPerSecond()).isBetween(200.0, 8000.0);
    }

    @Test
    void moreTextTakesLonger() {
        double one = speak(SENTENCE).seconds();

        assertThat(speak(SENTENCE.repeat(3)).seconds()).isBetween(2.8 * one, 3.2 * one);
    }

    @Test
    void theVoicesAreListed() {
        List<KnownVoice> voices = synthesizer.voices();

        assertThat(voices)
                .contains(
                        new KnownVoice("en-us", "English (America)", Sex.MALE, ""),
                        new KnownVoice("cmn", "Chinese (Mandarin, latin as English)", Sex.MALE, ""),
                        new KnownVoice("+f3", "", Sex.FEMALE, "variant"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-gb", "fr-fr", "en-gb+f3", "chr-US-Qaaa-x-west", "cmn"})
    void aVoiceThatIsListedSpeaks(String name) {
        assertThat(synthesizer.voices()).extracting(KnownVoice::name).contains(name.replace("+f3", ""));

        assertThat(speak("hello", voice(name)).samples).isNotEmpty();
    }

    @Test
    void framesAreShort() {
        speak(SENTENCE);

        assertThat(frames)
                .hasSizeGreaterThan(10)
                .allMatch(frame -> frame.length().toMillis() <= 61);
        assertThat(frames).allMatch(frame -> frame.sampleRate() == synthesizer.sampleRate());
    }

    @Test
    void itTellsWhereEachSentenceEnds() {
        int first = speak(SENTENCE).samples.length;
        List<Integer> characters = new ArrayList<>();
        List<Integer> samples = new ArrayList<>();
        SpeechListener listener = new SpeechListener() {
            private int count;

            @Override
            public void accept(PcmFrame frame) {
                count += frame.samples().length;
            }

            @Override
            public void reached(int reached) {
                characters.add(reached);
                samples.add(count);
            }
        };

        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, listener, cancellation)) {
            stream.write(SENTENCE.substring(0, 20));
            stream.write(SENTENCE.substring(20) + SENTENCE);
            stream.finish();
        }

        assertThat(characters).containsExactly(SENTENCE.length(), 2 * SENTENCE.length());
        assertThat(samples.get(0)).isCloseTo(first, within(200)); // no two times are quite the same
        assertThat(samples.get(1)).isCloseTo(2 * first, within(400));
    }

    @Test
    void mandarinIsSpokenAsMandarin() {
        Sound automatic = speak("今天天气怎么样？");
        Sound mandarin = speak("今天天气怎么样？", voice("cmn"));
        Sound english = speak("今天天气怎么样？", voice("en-us")); // reads "Chinese letter" for each

        assertThat(automatic.seconds()).isBetween(0.98 * mandarin.seconds(), 1.02 * mandarin.seconds());
        assertThat(english.seconds()).isGreaterThan(1.5 * automatic.seconds());
    }

    @Test
    void aMixedSentenceIsSpokenWhole() {
        double parts = speak("The word").seconds()
                + speak("你好").seconds()
                + speak("is a greeting.").seconds();

        assertThat(speak("The word 你好 is a greeting.").seconds()).isBetween(parts - 1.2, parts + 0.1);
    }

    @Test
    void theFirstSoundComesWhileTheTextIsStillWritten() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);

        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frame -> heard.countDown(), cancellation)) {
            stream.write("Once upon a time, there was");

            assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void rateAndVolumeAreHeard() {
        Sound natural = speak(SENTENCE);

        assertThat(speak(SENTENCE, new Voice("", 2, 1, 50)).seconds()).isLessThan(0.65 * natural.seconds());
        assertThat(speak(SENTENCE, new Voice("", 0.5, 1, 50)).seconds()).isGreaterThan(1.5 * natural.seconds());
        assertThat(speak(SENTENCE, new Voice("", 1, 1, 10)).loudness()).isLessThan(0.5 * natural.loudness());
        assertThat(speak(SENTENCE, new Voice("", 1, 1, 0)).loudness()).isLessThan(1);
        assertThat(speak(SENTENCE).seconds()).isBetween(0.98 * natural.seconds(), 1.02 * natural.seconds());
    }

    @Test
    void pitchIsHeard() {
        Sound low = speak("ah", new Voice("", 1, 0.5, 50));
        Sound high = speak("ah", new Voice("", 1, 2, 50));

        assertThat(high.pitch()).isGreaterThan(1.3 * low.pitch());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "###", "\u0000\u001b", "。！", "—\n—\n", "\uD83C"})
    void withNothingToSayThereIsNoFrame(String text) {
        speak(text);

        assertThat(frames).isEmpty();
    }

    @Test
    void controlCharactersDoNotEndTheText() {
        double clean = speak("One two three. Four five six.").seconds();

        assertThat(speak("One two\u0000three. Four\u001bfive six.").seconds()).isBetween(0.9 * clean, 1.1 * clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"longxiaochun_v2", "../../etc/passwd"})
    void anUnknownVoiceIsASettingsFault(String name) {
        assertThatThrownBy(() -> speak(SENTENCE, voice(name)))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.SETTINGS))
                .hasMessageContaining(name)
                .hasMessageContaining("synthesis.voice");

        assertThat(speak(SENTENCE).seconds()).isGreaterThan(1);
    }

    @Test
    void aVariantKeepsTheChoiceOfLanguage() {
        Sound plain = speak("你好，世界。");
        Sound variant = speak("你好，世界。", voice("+f3"));

        assertThat(variant.seconds()).isBetween(0.8 * plain.seconds(), 1.2 * plain.seconds());
        assertThat(variant.samples).isNotEqualTo(plain.samples);
    }

    @Test
    void afterACancelInTheMiddleNothingMoreComesAndTheNextReplyIsWhole() {
        double whole = speak(SENTENCE).seconds();
        frames.clear();

        SpeechStream stream = synthesizer.open(
                Voice.DEFAULT,
                frame -> {
                    frames.add(frame);
                    if (frames.size() == 3) {
                        cancellation.cancel();
                    }
                },
                cancellation);

        assertThatThrownBy(() -> {
                    stream.write(SENTENCE.repeat(50));
                    stream.finish();
                })
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED));
        stream.close();

        double after =
                speak(SENTENCE, Voice.DEFAULT, new CopyOnWriteArrayList<>()).seconds();
        assertThat(after).isBetween(0.98 * whole, 1.02 * whole);
        assertThat(frames).hasSize(3);
    }

    @Test
    void aReplyCancelledBeforeItBeganIsInterrupted() {
        cancellation.cancel();

        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frames::add, cancellation)) {
            assertThatThrownBy(() -> stream.write(SENTENCE)).hasMessage("Interrupted.");
            assertThatThrownBy(stream::finish).hasMessage("Interrupted.");
        }

        assertThat(frames).isEmpty();
    }

    @Test
    void whatIsClosedUnfinishedIsGivenUp() {
        double whole = speak(SENTENCE).seconds();
        frames.clear();
        CountDownLatch closed = new CountDownLatch(1);
        SpeechStream givenUp = synthesizer.open(
                Voice.DEFAULT,
                frame -> {
                    awaitQuietly(closed);
                    frames.add(frame);
                },
                cancellation);
        givenUp.write(SENTENCE.repeat(5));
        givenUp.close();
        closed.countDown();

        double next =
                speak(SENTENCE, Voice.DEFAULT, new CopyOnWriteArrayList<>()).seconds();

        assertThat(next).isBetween(0.98 * whole, 1.02 * whole);
        assertThat(frames).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aQuoteAtTheEndMakesNoLongerPause() {
        double bare = speak("你好！").seconds();

        assertThat(speak("“你好！”").seconds()).isBetween(bare - 0.2, bare + 0.2);
    }

    @Test
    void finishEndsWhenAnotherThreadCancels() throws InterruptedException {
        CountDownLatch speaking = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        SpeechStream stream = synthesizer.open(
                Voice.DEFAULT,
                frame -> {
                    speaking.countDown();
                    awaitQuietly(cancelled);
                },
                cancellation);
        stream.write(SENTENCE);

        CompletableFuture<Void> finish = CompletableFuture.runAsync(stream::finish);
        assertThat(speaking.await(30, TimeUnit.SECONDS)).isTrue();
        cancellation.cancel();
        cancelled.countDown();

        assertThat(finish)
                .failsWithin(30, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(AssistantException.class)
                .withMessageContaining("Interrupted.");
        stream.close();
    }

    @Test
    void aConsumerThatThrowsFailsTheReplyAndNotTheProcess() {
        SpeechStream stream = synthesizer.open(
                Voice.DEFAULT,
                frame -> {
                    throw new AssistantException(FaultKind.AUDIO_DEVICE, "the speaker died");
                },
                cancellation);
        stream.write(SENTENCE);

        assertThatThrownBy(stream::finish).hasMessage("the speaker died");
        stream.close();

        assertThat(speak(SENTENCE).seconds()).isGreaterThan(1);
    }

    @Test
    void twoSynthesizersSpeakAtOnce() {
        double whole = speak(SENTENCE.repeat(5)).seconds();
        EspeakSynthesizer another = new EspeakSynthesizer(CACHE);
        List<PcmFrame> ours = new CopyOnWriteArrayList<>();
        List<PcmFrame> theirs = new CopyOnWriteArrayList<>();

        try (SpeechStream one = synthesizer.open(Voice.DEFAULT, ours::add, cancellation);
                SpeechStream two = another.open(new Voice("", 2, 1, 50), theirs::add, cancellation)) {
            for (int i = 0; i < 5; i++) {
                one.write(SENTENCE);
                two.write(SENTENCE);
            }
            two.finish();
            one.finish();
        }

        assertThat(Sound.of(ours).seconds()).isBetween(0.98 * whole, 1.02 * whole);
        assertThat(Sound.of(theirs).seconds()).isBetween(0.4 * whole, 0.65 * whole);
    }

    @Test
    void aCacheThatIsEmptiedMeanwhileIsFilledAgain() throws IOException {
        double whole = speak(SENTENCE).seconds();
        delete(CACHE);

        assertThat(speak(SENTENCE).seconds()).isBetween(0.98 * whole, 1.02 * whole);
    }

    private Sound speak(String text) {
        return speak(text, Voice.DEFAULT);
    }

    private Sound speak(String text, Voice voice) {
        frames.clear();
        return speak(text, voice, frames);
    }

    private Sound speak(String text, Voice voice, List<PcmFrame> into) {
        try (SpeechStream stream = synthesizer.open(voice, into::add, new Cancellation())) {
            stream.write(text);
            stream.finish();
        }
        return Sound.of(into);
    }

    private static Voice voice(String name) {
        return new Voice(name, 1, 1, 50);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Samples joined, and what can be measured of them. */
    private static final class Sound {
        private final short[] samples;

        private Sound(short[] samples) {
            this.samples = samples;
        }

        static Sound of(List<PcmFrame> frames) {
            int total =
                    frames.stream().mapToInt(frame -> frame.samples().length).sum();
            short[] samples = new short[total];
            int at = 0;
            for (PcmFrame frame : frames) {
                System.arraycopy(frame.samples(), 0, samples, at, frame.samples().length);
                at += frame.samples().length;
            }
            return new Sound(samples);
        }

        double seconds() {
            return samples.length / 22_050.0;
        }

        double loudness() {
            double sum = 0;
            for (short sample : samples) {
                sum += (double) sample * sample;
            }
            return Math.sqrt(sum / Math.max(1, samples.length));
        }

        double zeroCrossingsPerSecond() {
            int crossings = 0;
            for (int i = 1; i < samples.length; i++) {
                crossings += (samples[i - 1] < 0) == (samples[i] < 0) ? 0 : 1;
            }
            return crossings / seconds();
        }

        /** Hz: the strongest period between 60 and 220 Hz, by autocorrelation over the first 0.2 s. */
        double pitch() {
            int window = Math.min(samples.length / 2, 4410);
            int best = 100;
            double bestSum = 0;
            for (int lag = 100; lag < 367; lag++) {
                double sum = 0;
                for (int i = 0; i + lag < window; i++) {
                    sum += (double) samples[i] * samples[i + lag];
                }
                if (sum > bestSum) {
                    bestSum = sum;
                    best = lag;
                }
            }
            return 22_050.0 / best;
        }
    }
}
