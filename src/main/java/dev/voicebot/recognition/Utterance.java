package dev.voicebot.recognition;

import java.time.Duration;
import java.util.List;

/**
 * One talk, whatever its end.
 *
 * @param sound how much of it was given to the recogniser; none where that refused it
 * @param partials what was understood so far each time that changed; times count from the beginning of the talk
 * @param text what was understood in the end, or until it broke off
 */
public record Utterance(Duration sound, List<Partial> partials, String text) {
    /** What was understood at that time. */
    public record Partial(Duration at, String text) {}

    public Utterance {
        partials = List.copyOf(partials);
    }
}
