package dev.voicebot.engine.dashscope;

import dev.voicebot.audio.Level;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Samples;
import dev.voicebot.recognition.SoundReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sound whose last minutes can be read again, for a task that takes over from another. One thread. */
final class KeptSound {
    /** More than {@link Pace} lets a task fall behind; 35 MB of a microphone at 48 kHz. Exact silence does not count. */
    private static final Duration MOST = Duration.ofMinutes(6);

    private static final double QUIETEST = -45; // dBFS; quieter sound is no speech
    private static final double BELOW_LOUDEST = 20; // dB; what is so much quieter than the loudest is no speech either

    private final SoundReader source;
    private final List<Piece> kept = new ArrayList<>();
    private long keptFrom; // samples before the first that is kept
    private long weight; // samples that are kept, without silence
    private long position; // samples before the next frame
    private int next; // the index of the kept frame at the position; their number at the end
    private double loudest = Level.FLOOR_DECIBELS;
    private PcmFrame silence = new PcmFrame(new short[0], 1); // one array for all of it

    KeptSound(SoundReader source) {
        this.source = source;
    }

    int sampleRate() {
        return source.sampleRate();
    }

    /** Empty at the end, and when nothing comes within {@code patience}. */
    Optional<PcmFrame> next(Duration patience) {
        if (!awaitNext(patience)) {
            return Optional.empty();
        }
        Piece piece = kept.get(next++);
        position += piece.length();
        return Optional.of(piece.frame());
    }

    /** Whether there is a next frame; waits for it as long as {@code patience}. */
    boolean awaitNext(Duration patience) {
        if (next == kept.size()) {
            source.next(patience).ifPresent(this::keep);
        }
        return next < kept.size();
    }

    boolean isAtEnd() {
        return next == kept.size() && source.isAtEnd();
    }

    /** Whether the next frame has not come yet, but may. */
    boolean isWaiting() {
        return next == kept.size() && !source.isAtEnd();
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
        while (next < kept.size() && position + kept.get(next).length() <= wanted) {
            position += kept.get(next++).length();
        }
        if (next < kept.size() && position < wanted) {
            split(Math.toIntExact(wanted - position));
        }
    }

    /** Nobody will go back before {@code time}. */
    void forgetBefore(Duration time) {
        long least = samples(time);
        if (weight <= samples(MOST) && least - keptFrom < sampleRate() * 10L) {
            return; // often enough
        }
        int gone = 0;
        while (gone < next
                && (weight > samples(MOST) || keptFrom + kept.get(gone).length() <= least)) {
            Piece oldest = kept.get(gone++);
            keptFrom += oldest.length();
            weight -= oldest.weight();
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
        for (Piece piece : kept) {
            if (begin >= from && !piece.isSilent() && Level.of(piece.frame()).decibels() > least) {
                loud += piece.length();
            }
            begin += piece.length();
        }
        return duration(loud);
    }

    /** When the first sound after {@code time} begins that may be heard; the end of what is kept without any. */
    Duration soundAfter(Duration time) {
        long from = samples(time);
        long begin = keptFrom;
        for (Piece piece : kept) {
            long end = begin + piece.length();
            if (end > from && !piece.isSilent() && Level.of(piece.frame()).decibels() > Level.FLOOR_DECIBELS) {
                break;
            }
            begin = end;
        }
        return duration(Math.max(begin, from));
    }

    private void keep(PcmFrame frame) {
        Level level = Level.of(frame);
        loudest = Math.max(loudest, level.decibels());
        boolean isSilent = level.peak() == 0;
        if (isSilent && silence.samples().length != frame.samples().length) {
            silence = frame;
        }
        Piece piece = new Piece(isSilent ? silence : frame, isSilent);
        kept.add(piece);
        weight += piece.weight();
    }

    /** Cuts the next frame in two, and goes on after the first part. */
    private void split(int length) {
        Piece piece = kept.get(next);
        short[] samples = piece.frame().samples();
        kept.set(next, piece.with(Arrays.copyOf(samples, length)));
        kept.add(next + 1, piece.with(Arrays.copyOfRange(samples, length, samples.length)));
        next++;
        position += length;
    }

    private long samples(Duration time) {
        return Samples.in(time, sampleRate());
    }

    private Duration duration(long samples) {
        return Samples.length(samples, sampleRate());
    }

    private record Piece(PcmFrame frame, boolean isSilent) {
        int length() {
            return frame.samples().length;
        }

        int weight() {
            return isSilent ? 0 : length();
        }

        Piece with(short[] samples) {
            return new Piece(new PcmFrame(samples, frame.sampleRate()), isSilent);
        }
    }
}
