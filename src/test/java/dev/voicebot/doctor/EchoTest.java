package dev.voicebot.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voicebot.audio.EmbeddedSpeech;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real speech, found again in what became of it on its way. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EchoTest {
    private static final double ALIKE = 0.2;

    private final PcmFrame phrase = speech("The quick brown fox jumps over the lazy dog.");
    private final int rate = phrase.sampleRate();
    private final Random random = new Random(7);

    @Test
    void whatIsWholeIsFoundWhereItIs() {
        Echo echo = Echo.find(phrase, heard(phrase.samples()));

        assertThat(echo.likeness()).isGreaterThan(0.95);
        assertThat(echo.seconds()).isCloseTo(0.6, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 250, 150})
    void speechWithGapsIsFound(int longestPiece) {
        Echo echo = Echo.find(phrase, heard(torn(longestPiece, 100, true)));

        assertThat(echo.likeness()).isGreaterThan(2 * ALIKE);
        assertThat(echo.seconds()).isBetween(0.5, 1.2); // the first that is like it, and the gaps before that
    }

    @Test
    void speechOfWhichPiecesWereLostIsFound() {
        Echo echo = Echo.find(phrase, heard(torn(500, 60, false)));

        assertThat(echo.likeness()).isGreaterThan(2 * ALIKE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I would like to know what the weather is going to be tomorrow.",
                "Please call Stella and ask her to bring these things from the store.",
                "昨天我在图书馆里看了一本非常有意思的书。",
            })
    void anotherSentenceOfTheSameVoiceIsNotIt(String words) {
        assertThat(Echo.find(phrase, heard(speech(words).samples())).likeness()).isLessThan(ALIKE);
    }

    @Test
    void noiseIsNotIt() {
        short[] noise = new short[4 * rate];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (500 * random.nextGaussian());
        }

        assertThat(Echo.find(phrase, heard(noise)).likeness()).isLessThan(ALIKE);
    }

    @Test
    void silenceIsNotIt() {
        PcmFrame silence = new PcmFrame(new short[4 * rate], rate);

        assertThat(Echo.find(phrase, silence).likeness()).isZero();
    }

    /** The phrase in pieces of a tenth to all of {@code longestPiece}, with gaps between them, or without what lay between. */
    private short[] torn(int longestPiece, int longestGap, boolean addsGaps) {
        short[] whole = phrase.samples();
        short[] torn = new short[3 * whole.length];
        int count = 0;
        int i = 0;
        while (i < whole.length) {
            int piece = Math.min(whole.length - i, samples(longestPiece));
            System.arraycopy(whole, i, torn, count, piece);
            count += piece;
            int gap = samples(longestGap);
            i += addsGaps ? piece : piece + gap;
            count += addsGaps ? gap : 0;
        }
        return Arrays.copyOf(torn, count);
    }

    private int samples(int longest) {
        return (int) ((longest / 10 + random.nextInt(longest * 9 / 10)) * (long) rate / 1000);
    }

    /** As a microphone does: something before, something after, a little noise. */
    private PcmFrame heard(short[] sound) {
        short[] all = new short[rate * 6 / 10 + sound.length + rate * 3 / 2];
        System.arraycopy(sound, 0, all, rate * 6 / 10, sound.length);
        for (int i = 0; i < all.length; i++) {
            all[i] += (short) (3 * random.nextGaussian());
        }
        return new PcmFrame(all, rate);
    }

    private static PcmFrame speech(String words) {
        int rate = 22050;
        return new PcmFrame(EmbeddedSpeech.samples(Path.of("target", "espeak"), Voice.DEFAULT, words, rate), rate);
    }
}
