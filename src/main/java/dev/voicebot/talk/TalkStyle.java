package dev.voicebot.talk;

import dev.voicebot.terminal.KeyName;

import java.time.Duration;
import java.util.List;

/**
 * How talking behaves.
 *
 * @param keys start and end a talk
 * @param sendsAfter whether what was understood is sent at once; else it stays in the line, to be edited
 * @param tail how long the microphone stays open after the end of a talk, for its last word
 * @param sounds whether the beginning and the end of a talk are heard
 * @param hold what tells a held key from a tapped one
 */
public record TalkStyle(List<KeyName> keys, boolean sendsAfter, Duration tail, boolean sounds, HoldTimes hold) {
    public TalkStyle {
        keys = List.copyOf(keys);
        if (tail.isNegative()) {
            throw new IllegalArgumentException("tail must not be negative, got " + tail);
        }
    }
}
