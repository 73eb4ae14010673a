package dev.voicebot.transcripts;

import java.time.Duration;
import java.util.List;

/** What stands on the screen at once: one or two lines. */
public record Cue(Duration begin, Duration end, List<String> lines) {
    public Cue {
        lines = List.copyOf(lines);
        if (end.compareTo(begin) <= 0) {
            throw new IllegalArgumentException("a cue must end after it begins: " + begin + " to " + end);
        }
    }
}
