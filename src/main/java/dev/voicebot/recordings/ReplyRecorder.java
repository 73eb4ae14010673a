package dev.voicebot.recordings;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Saves one reply while it is spoken: the sound and, in the archive, the words beside it. Whenever the process dies,
 * both files are valid; the last 250 ms of words may be missing. Any thread may call any method; after {@link #close}
 * nothing is added. Methods throw {@link dev.voicebot.outcome.AssistantException} FAILED when a file cannot be written.
 */
public final class ReplyRecorder implements AutoCloseable {
    private final Path file;

    @GuardedBy("this")
    private final WavWriter sound;

    @GuardedBy("this")
    private final Optional<SpokenWords> words;

    @GuardedBy("this")
    private boolean closed;

    ReplyRecorder(WavWriter sound, Optional<SpokenWords> words) {
        this.file = sound.file();
        this.sound = sound;
        this.words = words;
    }

    /** Adds what is being said; pieces are joined as they are. */
    public synchronized void text(String piece) {
        if (!closed) {
            words.ifPresent(spoken -> spoken.add(piece));
        }
    }

    /** Adds sound, which must have the sample rate that the recorder was started with. */
    public synchronized void write(PcmFrame frame) {
        if (closed) {
            return;
        }
        sound.write(frame);
        words.ifPresent(SpokenWords::saveWhenDue);
    }

    /** Who spoke, where that is another than the one that was asked to. */
    public synchronized void spokenBy(String engine, String voice) {
        if (!closed) {
            words.ifPresent(spoken -> spoken.by(engine, voice));
        }
    }

    /** The sound is whole: it says all of the text. Otherwise the archive keeps it as incomplete. */
    public synchronized void complete() {
        if (!closed) {
            words.ifPresent(SpokenWords::complete);
        }
    }

    /** The WAV file. */
    public Path file() {
        return file;
    }

    /** How much sound was written; when it is zero, {@link #close} leaves no file. */
    public synchronized Duration length() {
        return sound.length();
    }

    /** Completes the files. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (sound) {
            words.ifPresent(sound.length().isZero() ? SpokenWords::discard : SpokenWords::save);
        }
    }
}
