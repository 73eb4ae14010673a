package dev.voicebot.turn;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.audio.Samples;
import dev.voicebot.audio.TimeStretch;
import java.util.Optional;

/** A part of a sound that is played in one go at one speed. One thread plays and finishes; any thread asks and stops. */
final class Stretch {
    final Playback playback;
    private final int sampleRate;
    private final double speed;
    private final Optional<TimeStretch> change; // the playing thread; nothing at natural speed

    @GuardedBy("this")
    private long begin; // of the whole sound

    @GuardedBy("this")
    private long taken;

    /** Begins at {@code begin}, unless the first samples it takes come from elsewhere. */
    Stretch(Playback playback, int sampleRate, double speed, long begin) {
        this.playback = playback;
        this.begin = begin;
        this.sampleRate = sampleRate;
        this.speed = speed;
        this.change = speed == 1 ? Optional.empty() : Optional.of(new TimeStretch(sampleRate, speed));
    }

    /** The next {@code count} samples of the whole sound, from {@code place} on, are going to be played. */
    synchronized void takes(long place, int count) {
        if (taken == 0) {
            begin = place;
        }
        taken += count;
    }

    void play(short[] samples) {
        hand(change.map(stretching -> stretching.stretch(samples)).orElse(samples));
    }

    /** Blocks until it was heard or stopped. */
    void finish() {
        change.ifPresent(stretching -> hand(stretching.finish()));
        playback.finish();
    }

    /** The place in the whole sound up to which it was heard. */
    synchronized long heard() {
        return begin + Math.min(taken, Math.round(Samples.in(playback.heard(), sampleRate) * speed));
    }

    private void hand(short[] samples) {
        if (samples.length > 0) {
            playback.play(new PcmFrame(samples, sampleRate));
        }
    }
}
