package dev.voicebot.repl;

import dev.voicebot.config.Theme;
import java.time.Duration;

/**
 * How a chat screen looks and behaves.
 *
 * @param redrawInterval the least time between two redraws of a streaming reply
 * @param asksBackground whether the terminal is asked for its background, and its answer decides about the colours
 * @param enterQueues whether Enter leaves a running reply alone and asks after it
 * @param showsTimings whether each turn is followed by how long its stages took
 * @param plain lines of text in their order: nothing is redrawn, coloured or moved
 */
public record ChatStyle(
        Duration redrawInterval,
        Theme theme,
        boolean asksBackground,
        boolean enterQueues,
        boolean showsTimings,
        boolean plain) {
    public ChatStyle {
        if (redrawInterval.isNegative()) {
            throw new IllegalArgumentException("redrawInterval must not be negative, got " + redrawInterval);
        }
    }

    /** Without questions to the terminal and without timings. */
    public ChatStyle(Duration redrawInterval, boolean colors, boolean enterQueues) {
        this(redrawInterval, colors ? Theme.DARK : Theme.NONE, false, enterQueues, false, false);
    }
}
