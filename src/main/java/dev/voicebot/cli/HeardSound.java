package dev.voicebot.cli;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.Samples;
import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.audio.SpeechDetector;
import dev.voicebot.audio.WatchedRecording;
import dev.voicebot.audio.WavWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sound on its way to the recogniser: counted, ended after a while, saved. Closes the recording it was given. */
final class HeardSound extends WatchedRecording {
    private final Wishes wishes;
    private @Nullable WavWriter file; // by the reading thread, closed by the owner after it
    private @Nullable SpeechDetector detector; // by the reading thread
    private long samples;
    private volatile boolean anySound; // by the reading thread
    private boolean over; // by the reading thread

    /**
     * What happens to it.
     *
     * @param limit how much of it is heard
     * @param save where it is saved
     * @param end what ends it by itself
     * @param heard gets the length so far, on the reading thread: be quick
     */
    record Wishes(Optional<Duration> limit, Optional<Path> save, Optional<Silence> end, Consumer<Duration> heard) {}

    /** Silence of that length after speech. */
    record Silence(Duration length, SpeechDetection detection) {
        SpeechDetector detector(int sampleRate) {
            return detection.detector(sampleRate, length, false);
        }
    }

    HeardSound(Recording recording, Wishes wishes) {
        super(recording);
        this.wishes = wishes;
        this.file = wishes.save()
                .map(path -> WavWriter.replace(path, recording.sampleRate()))
                .orElse(null);
    }

    @Override
    public void close() {
        super.close();
        if (file != null) {
            file.close();
        }
    }

    /** Whether there was sound, and nothing but zeroes in it. */
    boolean isMute() {
        return samples > 0 && !anySound;
    }

    @Override
    protected boolean isEnough() {
        return over
                || wishes.limit()
                        .filter(limit -> length().compareTo(limit) >= 0)
                        .isPresent();
    }

    @Override
    protected void take(PcmFrame frame) {
        samples += frame.samples().length;
        for (int i = 0; i < frame.samples().length && !anySound; i++) {
            anySound = frame.samples()[i] != 0;
        }
        if (file != null) {
            file.write(frame);
        }
        wishes.end().ifPresent(silence -> over |= ends(silence, frame));
        wishes.heard().accept(length());
    }

    /** What tells speech from noise is loaded here, while the recognizer connects. */
    private boolean ends(Silence silence, PcmFrame frame) {
        SpeechDetector listening = detector == null ? silence.detector(sampleRate()) : detector;
        detector = listening;
        return listening.hear(frame, SpeechDetector.NO_PLAYBACK) == SpeechDetector.Change.ENDED;
    }

    /** How much was heard. */
    Duration length() {
        return Samples.length(samples, sampleRate());
    }
}
