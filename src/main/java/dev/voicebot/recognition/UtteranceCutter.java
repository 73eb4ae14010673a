package dev.voicebot.recognition;

import dev.voicebot.audio.Level;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Samples;
import dev.voicebot.audio.SpeechDetector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts sound into utterances for recognizers that take a whole one at a time: at silences, and before one gets too long
 * where it is quietest. Silence is left out; what may be speech never is. One thread.
 */
public final class UtteranceCutter {
    private static final Duration LONGEST = Duration.ofSeconds(28); // Whisper's window is 30 s
    private static final Duration LAST_PART = Duration.ofSeconds(6); // where one that gets too long is cut
    private static final Duration LEAD = SpeechDetector.ONSET.plusMillis(300); // before speech is noticed
    private static final Duration LEAST = Duration.ofMillis(100); // of loud sound that the detector did not notice
    private static final double QUIETEST = -45; // dBFS; quieter sound that the detector did not notice is no speech

    private final int sampleRate;
    private final SpeechDetector detector;
    private List<PcmFrame> frames = new ArrayList<>(); // since the last utterance; without speech only the last ones
    private long begin; // samples before these frames
    private long length; // samples of these frames
    private long loud; // samples of them that may be speech
    private boolean speaking;

    /**
     * A piece of the sound in which somebody speaks.
     *
     * @param begin where in the sound it begins
     * @param quiet length of the silence at its end
     */
    public record Piece(PcmFrame sound, Duration begin, Duration quiet) {
        public Duration length() {
            return Samples.length(sound.samples().length, sound.sampleRate());
        }

        public Duration end() {
            return begin.plus(length());
        }
    }

    /**
     * For sound of one rate.
     *
     * @param detector tells when an utterance has ended
     */
    public UtteranceCutter(int sampleRate, SpeechDetector detector) {
        this.sampleRate = sampleRate;
        this.detector = detector;
    }

    /** Takes the next frame; gives the utterance that ended with it. */
    public Optional<Piece> add(PcmFrame frame) {
        frames.add(frame);
        length += frame.samples().length;
        loud += isLoud(frame) ? frame.samples().length : 0;
        SpeechDetector.Change change = detector.hear(frame, SpeechDetector.NO_PLAYBACK);
        if (change == SpeechDetector.Change.BEGAN) {
            begin();
        }
        if (change == SpeechDetector.Change.ENDED) {
            return Optional.of(takeAll());
        }
        if (length < Samples.in(LONGEST, sampleRate)) {
            return Optional.empty();
        }
        return cutLong();
    }

    /** What is being said, as far as it has come; empty during silence. */
    public Optional<Piece> open() {
        return speaking ? Optional.of(piece(frames.size(), detector.quiet())) : Optional.empty();
    }

    /** How much of {@link #open} there is. */
    public Duration openLength() {
        return speaking ? Samples.length(length, sampleRate) : Duration.ZERO;
    }

    /** The sound is over: gives what is left, where it may be speech. */
    public Optional<Piece> finish() {
        return speaking || mayBeSpeech() ? Optional.of(takeAll()) : Optional.empty();
    }

    private void begin() {
        speaking = true;
        if (!mayBeSpeech(length - Samples.in(LEAD, sampleRate))) {
            keepLast(LEAD);
        }
    }

    /** Whether there is more loud sound than lies after the first {@code samples}. */
    private boolean mayBeSpeech(long samples) {
        long before = 0;
        long loudBefore = 0;
        for (PcmFrame frame : frames) {
            before += frame.samples().length;
            if (before > samples) {
                break;
            }
            loudBefore += isLoud(frame) ? frame.samples().length : 0;
        }
        return loudBefore >= Samples.in(LEAST, sampleRate);
    }

    private boolean mayBeSpeech() {
        return loud >= Samples.in(LEAST, sampleRate);
    }

    private Optional<Piece> cutLong() {
        if (!speaking && !mayBeSpeech()) {
            keepLast(LEAD);
            return Optional.empty();
        }
        boolean goesOn = speaking;
        Piece piece = take(quietestEnd(), Duration.ZERO);
        speaking = goesOn;
        return Optional.of(piece);
    }

    /** How many frames lie before the quietest place in the last part. */
    private int quietestEnd() {
        int best = frames.size();
        double least = Double.MAX_VALUE;
        long after = 0;
        for (int i = frames.size() - 1; i > 0 && after < Samples.in(LAST_PART, sampleRate); i--) {
            double level = Level.of(frames.get(i)).rms();
            if (level < least) {
                least = level;
                best = i;
            }
            after += frames.get(i).samples().length;
        }
        return best;
    }

    private void keepLast(Duration wanted) {
        int from = frames.size();
        long kept = 0;
        while (from > 0 && kept < Samples.in(wanted, sampleRate)) {
            kept += frames.get(--from).samples().length;
        }
        dropFirst(from);
    }

    private Piece takeAll() {
        return take(frames.size(), speaking ? detector.quiet() : Duration.ZERO);
    }

    private Piece take(int count, Duration quiet) {
        Piece piece = piece(count, quiet);
        dropFirst(count);
        speaking = false;
        return piece;
    }

    private Piece piece(int count, Duration quiet) {
        int size = frames.subList(0, count).stream()
                .mapToInt(frame -> frame.samples().length)
                .sum();
        short[] samples = new short[size];
        int at = 0;
        for (PcmFrame frame : frames.subList(0, count)) {
            System.arraycopy(frame.samples(), 0, samples, at, frame.samples().length);
            at += frame.samples().length;
        }
        return new Piece(new PcmFrame(samples, sampleRate), Samples.length(begin, sampleRate), quiet);
    }

    private void dropFirst(int count) {
        for (PcmFrame frame : frames.subList(0, count)) {
            begin += frame.samples().length;
            length -= frame.samples().length;
            loud -= isLoud(frame) ? frame.samples().length : 0;
        }
        frames = new ArrayList<>(frames.subList(count, frames.size()));
    }

    private static boolean isLoud(PcmFrame frame) {
        return Level.of(frame).decibels() > QUIETEST;
    }
}
