package dev.voicebot.doctor;

import dev.voicebot.audio.Level;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.Samples;
import java.time.Duration;
import java.util.Optional;

/**
 * How loud a stretch of sound was.
 *
 * @param level its root mean square in dBFS, not below -60
 * @param peak its largest sample in dBFS, not below -96
 * @param clipped samples that may have been cut off at full scale
 * @param isNothing whether every sample was exactly zero, which no open microphone gives
 */
record Heard(long level, long peak, int clipped, boolean isNothing) {
    private static final int FULL_SCALE = Short.MAX_VALUE - 1;
    private static final long QUIETEST_PEAK = -96;

    /** Blocks until so much sound has come, or the recording ended. */
    static Heard from(Recording recording, Duration length) {
        short[] samples = new short[Math.toIntExact(Samples.in(length, recording.sampleRate()))];
        int count = 0;
        while (count < samples.length) {
            Optional<PcmFrame> frame = recording.next();
            if (frame.isEmpty()) {
                break;
            }
            short[] more = frame.get().samples();
            int taken = Math.min(more.length, samples.length - count);
            System.arraycopy(more, 0, samples, count, taken);
            count += taken;
        }
        return of(java.util.Arrays.copyOf(samples, count), recording.sampleRate());
    }

    static Heard of(short[] samples, int sampleRate) {
        Level level = Level.of(new PcmFrame(samples, sampleRate));
        int clipped = 0;
        for (short sample : samples) {
            clipped += Math.abs(sample) >= FULL_SCALE ? 1 : 0;
        }
        long peak = level.peak() > 0 ? Math.round(20 * Math.log10(level.peak())) : QUIETEST_PEAK;
        return new Heard(Math.round(level.decibels()), peak, clipped, level.peak() == 0);
    }
}
