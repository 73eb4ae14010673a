package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
    @ParameterizedTest
    @CsvSource({
        "8000, 16000", "11025, 16000", "22050, 16000", "44100, 16000", "48000, 16000", "96000, 16000", "192000, 16000",
        "16000, 22050", "16000, 48000", "22050, 44100", "22050, 48000", "192000, 11025", "8000, 192000", "12345, 16000"
    })
    void aToneKeepsLevelFrequencyAndPlace(int from, int to) {
        short[] input = Tone.of(1000, from, from / 2, 10_000);

        short[] output = resample(new Resampler(from, to), input);

        short[] ideal = Tone.of(1000, to, output.length, 10_000);
        int edge = output.length / 10;
        assertThat(Tone.distanceFrom(ideal, output, edge, output.length - edge)).isLessThan(4);
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 16000, 10000",
        "44100, 16000, 8000",
        "48000, 16000, 8200",
        "192000, 8000, 20000",
        "22050, 16000, 9000"
    })
    void aToneAboveTheNewNyquistFrequencyVanishes(int from, int to, int hertz) {
        short[] input = Tone.of(hertz, from, from / 2, 30_000);

        short[] output = resample(new Resampler(from, to), input);

        int edge = output.length / 10;
        double decibels = 20
                * Math.log10((Tone.rms(output, edge, output.length - edge) + 1e-9) / Tone.rms(input, 0, input.length));
        assertThat(decibels).isLessThan(-70);
    }

    @ParameterizedTest
    @CsvSource({"8000, 48000", "16000, 22050"})
    void goingUpAddsNoMirrorOfTheTone(int from, int to) {
        short[] input = Tone.of(3300.0 * from / 8000, from, from / 2, 30_000);

        short[] output = resample(new Resampler(from, to), input);

        short[] ideal = Tone.of(3300.0 * from / 8000, to, output.length, 30_000);
        int edge = output.length / 10;
        assertThat(Tone.distanceFrom(ideal, output, edge, output.length - edge)).isLessThan(30);
    }

    @Test
    void theUpperPassBandKeepsItsLevel() {
        short[] input = Tone.of(7000, 44100, 44100, 10_000);

        short[] output = resample(new Resampler(44100, 16000), input);

        assertThat(Tone.rms(output, 1000, 15_000)).isCloseTo(10_000 / Math.sqrt(2), within(20.0));
    }

    @ParameterizedTest
    @CsvSource({"44100, 16000", "16000, 22050", "192000, 8000", "8000, 192000", "11025, 16000"})
    void chunksGiveTheSameAsTheWhole(int from, int to) {
        short[] input = noise(from / 2);
        short[] whole = resample(new Resampler(from, to), input);

        Resampler resampler = new Resampler(from, to);
        short[] inChunks = new short[0];
        Random random = new Random(7);
        for (int at = 0; at < input.length; ) {
            int size = Math.min(random.nextInt(1500), input.length - at);
            inChunks = concat(inChunks, resampler.resample(Arrays.copyOfRange(input, at, at + size)));
            at += size;
        }
        inChunks = concat(inChunks, resampler.finish());

        assertThat(inChunks).isEqualTo(whole);
    }

    @Test
    void singleSamplesGiveTheSameAsTheWholeToo() {
        short[] input = noise(5000);
        short[] whole = resample(new Resampler(192000, 8000), input);

        Resampler resampler = new Resampler(192000, 8000);
        short[] inPieces = new short[0];
        for (short sample : input) {
            inPieces = concat(inPieces, resampler.resample(new short[] {sample}));
        }
        inPieces = concat(inPieces, resampler.finish());

        assertThat(inPieces).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 16000, 44100", "44100, 16000, 12345", "44100, 16000, 1", "44100, 16000, 0", "16000, 48000, 1",
        "48000, 16000, 2", "22050, 16000, 777", "192000, 8000, 13", "8000, 192000, 3", "11025, 44100, 9999"
    })
    void theLengthIsTheInputsTimesTheRatio(int from, int to, int length) {
        short[] output = resample(new Resampler(from, to), new short[length]);

        assertThat(output).hasSize((int) Math.round((double) length * to / from));
    }

    @Test
    void mostOfTheSoundComesAtOnce() {
        short[] output = new Resampler(44100, 16000).resample(new short[44100]);

        assertThat(output.length).isBetween(15_900, 16_000);
    }

    @Test
    void clippedSoundSaturatesAndNeverWrapsAround() {
        short[] square = new short[8000];
        for (int i = 0; i < square.length; i++) {
            square[i] = i / 40 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }

        short[] output = resample(new Resampler(16000, 48000), square);

        for (int i = 0; i < square.length; i++) {
            if (i % 40 > 4 && i % 40 < 35) {
                assertThat(Integer.signum(output[3 * i])).isEqualTo(Integer.signum(square[i]));
            }
        }
        assertThat(output).contains(Short.MAX_VALUE, Short.MIN_VALUE);
    }

    @Test
    void steadySoundStaysSteady() {
        short[] input = new short[44100];
        Arrays.fill(input, (short) 12_345);

        short[] output = resample(new Resampler(44100, 16000), input);

        assertThat(Arrays.copyOfRange(output, 200, 15_800)).containsOnly((short) 12_345);
    }

    @Test
    void equalRatesChangeNothing() {
        short[] input = noise(1000);
        Resampler resampler = new Resampler(16000, 16000);

        assertThat(resampler.resample(input)).isEqualTo(input);
        assertThat(resampler.finish()).isEmpty();
    }

    @Test
    void aRateOfZeroIsRefused() {
        assertThatThrownBy(() -> new Resampler(0, 16000)).hasMessage("rates must be positive, got 0 and 16000");
    }

    private static short[] resample(Resampler resampler, short[] input) {
        short[] most = resampler.resample(input);
        return concat(most, resampler.finish());
    }

    private static short[] noise(int length) {
        Random random = new Random(42);
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) random.nextInt(-20_000, 20_000);
        }
        return samples;
    }

    private static short[] concat(short[] first, short[] second) {
        short[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
