package dev.voicebot.reading;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.outcome.AssistantException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The speaker; where there is none, that is told once and the reading goes on in silence. */
public final class SpeakerSink implements SoundSink {
    private static final int PIECES_PER_SECOND = 20;

    private final AudioOutput speaker;
    private final Consumer<String> tell;

    @GuardedBy("this")
    private @Nullable Playback playback;

    @GuardedBy("this")
    private boolean silent;

    @GuardedBy("this")
    private boolean failed;

    public SpeakerSink(AudioOutput speaker, Consumer<String> tell) {
        this.speaker = speaker;
        this.tell = tell;
    }

    @Override
    public void write(PcmFrame frame) {
        try {
            Playback current = playback(frame.sampleRate());
            if (current != null) {
                play(frame, current);
            }
        } catch (AssistantException e) {
            goSilent(e);
        }
    }

    /** In short pieces, so that a stop is heard at once. */
    private static void play(PcmFrame frame, Playback playback) {
        int step = frame.sampleRate() / PIECES_PER_SECOND;
        short[] samples = frame.samples();
        for (int from = 0; from < samples.length; from += step) {
            short[] piece = Arrays.copyOfRange(samples, from, Math.min(samples.length, from + step));
            playback.play(new PcmFrame(piece, frame.sampleRate()));
        }
    }

    @Override
    public void finish() {
        Playback current = current();
        if (current != null) {
            try {
                current.finish();
            } catch (AssistantException e) {
                goSilent(e);
            }
        }
    }

    @Override
    public void stop() {
        Playback current;
        synchronized (this) {
            silent = true;
            current = playback;
        }
        if (current != null) {
            current.stop();
        }
    }

    /** The speaker itself is its owner's. */
    @Override
    public void close() {}

    private @Nullable Playback playback(int sampleRate) {
        synchronized (this) {
            if (silent || playback != null) {
                return silent ? null : playback;
            }
        }
        Playback opened = speaker.start(sampleRate);
        synchronized (this) {
            playback = opened;
            if (!silent) {
                return opened;
            }
        }
        opened.stop(); // stopped while it was being opened
        return null;
    }

    private synchronized @Nullable Playback current() {
        return silent ? null : playback;
    }

    /** Whether the sound is not heard, which was told. */
    public synchronized boolean hasFailed() {
        return failed;
    }

    private void goSilent(AssistantException trouble) {
        boolean first;
        synchronized (this) {
            first = !silent;
            silent = true;
            failed |= first;
        }
        if (first) {
            tell.accept(trouble.userMessage());
        }
    }
}
