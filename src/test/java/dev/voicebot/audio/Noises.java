package dev.voicebot.audio;

import static dev.voicebot.audio.SpokenClips.RATE;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** What rooms sound like besides speech; the same at every run, at {@link SpokenClips#RATE} Hz. */
public enum Noises {
    PINK {
        @Override
        double[] sound(int length, Random random) {
            double[] sound = new double[length];
            double[] rows = new double[12];
            for (int i = 0; i < length; i++) {
                int row = Math.min(rows.length - 1, Integer.numberOfTrailingZeros(i + 1));
                rows[row] = random.nextGaussian();
                for (double part : rows) {
                    sound[i] += part;
                }
            }
            return sound;
        }
    },
    BROWN {
        @Override
        double[] sound(int length, Random random) {
            double[] sound = new double[length];
            double level = 0;
            for (int i = 0; i < length; i++) {
                level = 0.995 * level + random.nextGaussian();
                sound[i] = level * (1 + 0.6 * Math.sin(2 * Math.PI * 3 * i / RATE)); // a fan that wavers
            }
            return sound;
        }
    },
    HUM {
        @Override
        double[] sound(int length, Random random) {
            double[] sound = new double[length];
            for (int i = 0; i < length; i++) {
                for (int harmonic = 1; harmonic < 8; harmonic++) {
                    sound[i] += Math.sin(2 * Math.PI * 110 * harmonic * i / RATE + harmonic) / harmonic;
                }
            }
            return sound;
        }
    },
    STRINGS {
        @Override
        double[] sound(int length, Random random) {
            double[] sound = new double[length];
            double[] notes = {196, 247, 294, 392, 330, 220};
            for (int start = 0, note = 0; start < length; start += RATE * 2 / 5, note++) {
                pluck(sound, start, (int) (RATE / notes[note % notes.length]), random);
            }
            return sound;
        }

        /** By Karplus and Strong. */
        private void pluck(double[] sound, int start, int period, Random random) {
            double[] string = random.doubles(period, -1, 1).toArray();
            for (int i = 0; start + i < sound.length && i < RATE; i++) {
                int at = i % period;
                sound[start + i] += string[at];
                string[at] = 0.498 * (string[at] + string[(at + 1) % period]);
            }
        }
    },
    TYPING {
        @Override
        double[] sound(int length, Random random) {
            double[] sound = new double[length];
            for (int start = 0; start < length; start += RATE / 12 + random.nextInt(RATE / 5)) {
                strike(sound, start, 0.004, random);
                strike(sound, start + RATE / 14, 0.003, random); // the key goes up
            }
            return sound;
        }
    },
    BABBLE {
        @Override
        double[] sound(int length, Random random) {
            double[] sound = new double[length];
            short[] speech = SpokenClips.spoken(SpokenClips.NORTH_WIND, 8000);
            for (int voice = 0; voice < 8; voice++) {
                int offset = random.nextInt(speech.length);
                for (int i = 0; i < length; i++) {
                    sound[i] += speech[(i + offset) % speech.length];
                }
            }
            return sound;
        }
    },
    SLAM {
        @Override
        double[] sound(int length, Random random) {
            double[] sound = new double[length];
            for (int start = RATE / 2; start < length; start += 3 * RATE) {
                strike(sound, start, 0.12, random);
            }
            return sound;
        }
    };

    abstract double[] sound(int length, Random random);

    /** Noise that dies away within {@code seconds}. */
    private static void strike(double[] sound, int start, double seconds, Random random) {
        for (int i = 0; start + i < sound.length && i < 5 * seconds * RATE; i++) {
            sound[start + i] += random.nextGaussian() * Math.exp(-i / (seconds * RATE));
        }
    }

    /** Of this root mean square, in dBFS; of one that comes in blows, while it sounds. */
    public short[] of(double seconds, double decibels) {
        return atLevel(sound((int) (seconds * RATE), new Random(16)), decibels);
    }

    /** The same sound as loud as that, while it sounds. */
    public static short[] atLevel(short[] sound, double decibels) {
        return atLevel(
                IntStream.range(0, sound.length).mapToDouble(i -> sound[i]).toArray(), decibels);
    }

    private static short[] atLevel(double[] sound, double decibels) {
        double factor = Short.MAX_VALUE * Math.pow(10, decibels / 20) / loudness(sound);
        short[] samples = new short[sound.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sound[i] * factor));
        }
        return samples;
    }

    /** Root mean square of what is not almost silent. */
    private static double loudness(double[] sound) {
        int window = RATE / 50;
        double[] squares = IntStream.range(0, sound.length / window)
                .mapToDouble(at -> Arrays.stream(sound, at * window, (at + 1) * window)
                        .map(sample -> sample * sample)
                        .sum())
                .toArray();
        double least = Arrays.stream(squares).max().orElseThrow() / 1000;
        return Math.sqrt(
                Arrays.stream(squares).filter(it -> it > least).average().orElseThrow() / window);
    }
}
