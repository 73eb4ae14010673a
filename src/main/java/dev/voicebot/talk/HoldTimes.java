package dev.voicebot.talk;

import java.time.Duration;

/**
 * What tells a held key from a tapped one.
 *
 * @param tap a key that goes up sooner than this was tapped
 * @param gap where terminals don't tell that a key goes up: repeats of a held key come sooner than this
 */
public record HoldTimes(Duration tap, Duration gap) {
    public static final HoldTimes USUAL = new HoldTimes(Duration.ofMillis(300), Duration.ofMillis(160));
}
