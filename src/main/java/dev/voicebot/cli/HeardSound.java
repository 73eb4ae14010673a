package dev.voicebot.cli;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.WavWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sound on its way to the recogniser: counted, ended after a while, saved. Closes the recording it was given. */
final class HeardSound implements Recording {
    private final Recording recording;
    private final Wishes wishes;
    private @Nullable WavWriter file; // by the reading thread, closed by the owner after it
    private long samples;

    /**
     * What happens to it.
     *
     * @param limit how much of it is heard
     * @param save where it is saved
     * @param heard gets the length so far, on the reading thread: be quick
     */
    record Wishes(Optional<Duration> limit, Optional<java.nio.file.Path> save, Consumer<Duration> heard) {
        static final Wishes NONE = new Wishes(Optional.empty(), Optional.empty(), length -> {});
    }

    HeardSound(Recording recording, Wishes wishes) {
        this.recording = recording;
        this.wishes = wishes;
        this.file = wishes.save()
                .map(path -> WavWriter.replace(path, recording.sampleRate()))
                .orElse(null);
    }

    @Override
    public int sampleRate() {
        return recording.sampleRate();
    }

    @Override
    public Optional<PcmFrame> next() {
        if (isEnough()) {
            recording.stop();
            return Optional.empty();
        }
        Optional<PcmFrame> frame = recording.next();
        frame.ifPresent(this::take);
        return frame;
    }

    @Override
    public void stop() {
        recording.stop();
    }

    @Override
    public void close() {
        recording.close();
        if (file != null) {
            file.close();
        }
    }

    private boolean isEnough() {
        return wishes.limit().filter(limit -> length().compareTo(limit) >= 0).isPresent();
    }

    private void take(PcmFrame frame) {
        samples += frame.samples().length;
        if (file != null) {
            file.write(frame);
        }
        wishes.heard().accept(length());
    }

    private Duration length() {
        return Duration.ofNanos(samples * 1_000_000_000L / recording.sampleRate());
    }
}
