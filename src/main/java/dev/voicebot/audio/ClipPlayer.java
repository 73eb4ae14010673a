package dev.voicebot.audio;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.outcome.Interrupts;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Plays a sound that is there whole, with a playhead that can be held and moved. One thread plays, any thread steers. */
public final class ClipPlayer {
    private static final int FRAMES_PER_SECOND = 20;

    private final PcmFrame clip;
    private final double speed;
    private final AudioOutput output;

    @GuardedBy("this")
    private int from; // the sample where the present stretch began, or will

    @GuardedBy("this")
    private @Nullable Playback current; // nothing while paused or not begun

    @GuardedBy("this")
    private boolean paused;

    @GuardedBy("this")
    private boolean stopped;

    /** {@code speed} 2 takes half as long, see {@link TimeStretch}; the pitch stays. */
    public ClipPlayer(PcmFrame clip, double speed, AudioOutput output) {
        this.clip = clip;
        this.speed = speed;
        this.output = output;
    }

    /**
     * Plays to the end; blocks until all was heard or {@link #stop} was called.
     *
     * @throws dev.voicebot.outcome.AssistantException AUDIO_DEVICE without a speaker, or when it dies
     */
    public void play() {
        for (Playback stretch = next(); stretch != null; stretch = next()) {
            playFrom(start(), stretch);
            endOf(stretch);
        }
    }

    private void playFrom(int begin, Playback stretch) {
        TimeStretch pace = new TimeStretch(clip.sampleRate(), speed);
        int step = clip.sampleRate() / FRAMES_PER_SECOND;
        for (int at = begin; at < clip.samples().length && isCurrent(stretch); at += step) {
            short[] part = Arrays.copyOfRange(clip.samples(), at, Math.min(at + step, clip.samples().length));
            play(speed == 1 ? part : pace.stretch(part), stretch);
        }
        if (isCurrent(stretch)) {
            play(speed == 1 ? new short[0] : pace.finish(), stretch);
            stretch.finish();
        }
    }

    private void play(short[] samples, Playback stretch) {
        if (samples.length > 0) {
            stretch.play(new PcmFrame(samples, clip.sampleRate()));
        }
    }

    /** The playback of the next stretch, once it may begin; nothing at the end. */
    private @Nullable Playback next() {
        synchronized (this) {
            while (paused && !stopped) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Interrupts.keep(e);
                    stopped = true;
                }
            }
            if (stopped || from >= clip.samples().length) {
                return null;
            }
        }
        Playback opened = output.start(clip.sampleRate());
        synchronized (this) {
            boolean wanted = !stopped && !paused;
            current = wanted ? opened : null;
            if (!wanted) { // paused or ended while the speaker was being opened
                opened.stop();
            }
        }
        return opened;
    }

    private synchronized int start() {
        return from;
    }

    private synchronized boolean isCurrent(Playback stretch) {
        return current == stretch;
    }

    private synchronized void endOf(Playback stretch) {
        if (current == stretch) { // nobody moved the playhead: all was heard
            from = clip.samples().length;
            current = null;
        }
    }

    /** Holds the playhead, or lets it go on from the same place. */
    public synchronized void togglePause() {
        moveTo(positionInSamples());
        paused = !paused;
        notifyAll();
    }

    /** Moves the playhead by {@code distance}, which may be negative; not beyond the ends. */
    public synchronized void seek(Duration distance) {
        moveTo(positionInSamples() + Samples.in(distance, clip.sampleRate()));
    }

    /** Ends the playing; again does nothing. */
    public synchronized void stop() {
        stopped = true;
        moveTo(positionInSamples());
        notifyAll();
    }

    @GuardedBy("this")
    private void moveTo(long sample) {
        Playback moved = current;
        current = null;
        from = (int) Math.max(0, Math.min(clip.samples().length, sample));
        if (moved != null) {
            moved.stop();
        }
    }

    @GuardedBy("this")
    private long positionInSamples() {
        Playback playing = current;
        double heard = playing == null ? 0 : Samples.in(playing.heard(), clip.sampleRate()) * speed;
        return Math.min(clip.samples().length, from + (long) heard);
    }

    /** Where the playhead is. */
    public synchronized Duration position() {
        return Samples.length(positionInSamples(), clip.sampleRate());
    }

    public synchronized boolean isPaused() {
        return paused;
    }
}
