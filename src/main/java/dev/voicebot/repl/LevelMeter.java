package dev.voicebot.repl;

import dev.voicebot.audio.Level;
import dev.voicebot.audio.PcmFrame;
import java.util.ArrayDeque;
import java.util.Deque;

/** How loud it was of late, as a row of bars, the newest last. Any thread. */
final class LevelMeter {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int SHOWN = 5;

    private final Deque<Double> levels = new ArrayDeque<>(); // guarded by this, 0 to 1
    private double loudest; // guarded by this, since the last look

    synchronized void add(PcmFrame frame) {
        loudest = Math.max(loudest, Level.of(frame).meter());
    }

    /** One bar more at every look. */
    synchronized String bars() {
        levels.addLast(loudest);
        loudest = 0;
        if (levels.size() > SHOWN) {
            levels.removeFirst();
        }
        StringBuilder bars = new StringBuilder();
        levels.forEach(level -> bars.append(BARS.charAt((int) Math.round(level * (BARS.length() - 1)))));
        return bars.toString();
    }
}
