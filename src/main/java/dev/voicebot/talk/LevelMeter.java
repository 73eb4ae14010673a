package dev.voicebot.talk;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.Level;
import dev.voicebot.audio.PcmFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How loud it was of late. Any thread. */
final class LevelMeter {
    private static final int SHOWN = 5;

    @GuardedBy("this")
    private final Deque<Double> levels = new ArrayDeque<>(); // 0 to 1

    @GuardedBy("this")
    private double seconds; // of all sound

    @GuardedBy("this")
    private boolean mute = true;

    @GuardedBy("this")
    private double loudest; // since the last look

    synchronized void add(PcmFrame frame) {
        Level level = Level.of(frame);
        seconds += (double) frame.samples().length / frame.sampleRate();
        mute = mute && level.peak() == 0;
        loudest = Math.max(loudest, level.meter());
    }

    /** Whether all so far was exact zeroes, for {@code atLeast} so many seconds: no open microphone gives that. */
    synchronized boolean isMute(double atLeast) {
        return mute && seconds > 0 && seconds >= atLeast;
    }

    /** 0 to 1, the newest last; one more at every look. */
    synchronized List<Double> levels() {
        levels.addLast(loudest);
        loudest = 0;
        if (levels.size() > SHOWN) {
            levels.removeFirst();
        }
        return List.copyOf(levels);
    }
}
