package dev.voicebot.engine.dashscope;

import dev.voicebot.audio.Level;
import dev.voicebot.audio.PcmFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sound whose last minutes can be read again, for a task that takes over from another. One thread. */
final class KeptSound {
    /** More than {@link Pace} lets a task fall behind; 35 MB of a microphone at 48 kHz. */
    static final Duration MOST = Duration.ofMinutes(6);

    private static final double QUIETEST = -45; // dBFS; quieter sound is no speech
    private static final double BELOW_LOUDEST = 20; // dB; what is so much quieter than the loudest is no speech either

    private final SoundReader source;
    private final List<PcmFrame> kept = new ArrayList<>();
    private long keptFrom; // samples before the first that is kept
    private long position; // samples before the next frame
    private int next; // the index of the kept frame at the position; their number at the end
    private double loudest = Level.FLOOR_DECIBELS;

    KeptSound(SoundReader source) {
        this.source = source;
    }

    int sampleRate() {
        return source.sampleRate();
    }

    /** Empty at the end, and when nothing comes within {@code patience}. */
    Optional<PcmFrame> next(Duration patience) {
        Optional<PcmFrame> frame = next < kept.size() ? Optional.of(kept.get(next)) : source.next(patience);
        if (frame.isPresent() && next == kept.size()) {
            kept.add(frame.get());
            loudest = Math.max(loudest, Level.of(frame.get()).decibels());
        }
        frame.ifPresent(taken -> {
            next++;
            position += taken.samples().length;
        });
        return frame;
    }

    boolean isAtEnd() {
        return next == kept.size() && source.isAtEnd();
    }

    /** How much sound lies before the next frame. */
    Duration position() {
        return duration(position);
    }

    /** The next frame begins there again, or where the oldest sound begins that is still kept. */
    void goBackTo(Duration time) {
        long wanted = samples(time);
        next = 0;
        position = keptFrom;
        while (next < kept.size() && position + kept.get(next).samples().length <= wanted) {
            position += kept.get(next++).samples().length;
        }
        if (next < kept.size() && position < wanted) {
            split(Math.toIntExact(wanted - position));
        }
    }

    /** Nobody will go back before {@code time}. */
    void forgetBefore(Duration time) {
        long least = Math.max(samples(time), position - samples(MOST));
        if (least - keptFrom < sampleRate() * 10L) {
            return; // often enough
        }
        int gone = 0;
        while (gone < next && keptFrom + kept.get(gone).samples().length <= least) {
            keptFrom += kept.get(gone++).samples().length;
        }
        kept.subList(0, gone).clear();
        next -= gone;
    }

    /** How much of what is kept after {@code time} may be speech: it is about as loud as the loudest. */
    Duration loudAfter(Duration time) {
        double least = Math.max(QUIETEST, loudest - BELOW_LOUDEST);
        long from = samples(time);
        long loud = 0;
        long begin = keptFrom;
        for (PcmFrame frame : kept) {
            if (begin >= from && Level.of(frame).decibels() > least) {
                loud += frame.samples().length;
            }
            begin += frame.samples().length;
        }
        return duration(loud);
    }

    /** Cuts the next frame in two, and goes on after the first part. */
    private void split(int length) {
        short[] samples = kept.get(next).samples();
        kept.set(next, new PcmFrame(Arrays.copyOf(samples, length), sampleRate()));
        kept.add(next + 1, new PcmFrame(Arrays.copyOfRange(samples, length, samples.length), sampleRate()));
        next++;
        position += length;
    }

    private long samples(Duration time) {
        return time.toMillis() * sampleRate() / 1000;
    }

    private Duration duration(long samples) {
        return Duration.ofMillis(samples * 1000 / sampleRate());
    }
}
