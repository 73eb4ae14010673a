package dev.voicebot.recordings;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one reply as it comes: sound in a WAV file, words beside it where wanted. The file is made with the first
 * frame: a reply that never sounds leaves nothing. Whole on disk at any moment. One thread.
 */
public final class ReplyRecorder implements AutoCloseable {
    private final Supplier<WavWriter> opener;
    private final Optional<Words> words;
    private @Nullable WavWriter wav;

    ReplyRecorder(Supplier<WavWriter> opener, Optional<Words> words) {
        this.opener = opener;
        this.words = words;
    }

    /** Keeps the sound in a file that the user named, replacing what it was, and no words. */
    public static ReplyRecorder into(Path file, int sampleRate) {
        return new ReplyRecorder(() -> WavWriter.replace(file, sampleRate), Optional.empty());
    }

    /** Appends to what is said. */
    public void text(String piece) {
        words.ifPresent(w -> w.add(piece));
    }

    /** Appends to the sound. */
    public void write(PcmFrame frame) {
        WavWriter current = wav;
        if (current == null) {
            current = opener.get();
            wav = current;
            Path stem = current.file();
            words.ifPresent(w -> w.besides(stem));
        }
        current.write(frame);
    }

    /** The WAV file; empty as long as there was no sound. */
    public Optional<Path> file() {
        return Optional.ofNullable(wav).map(WavWriter::file);
    }

    @Override
    public void close() {
        words.ifPresent(Words::close);
        if (wav != null) {
            wav.close();
        }
    }
}
