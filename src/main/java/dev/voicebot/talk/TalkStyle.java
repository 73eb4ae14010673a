package dev.voicebot.talk;

import dev.voicebot.config.TalkSettings;
import dev.voicebot.terminal.KeyName;
import java.util.List;

/**
 * How talking behaves.
 *
 * @param keys start and end a talk
 * @param sendsAfter whether what was understood is sent at once; else it stays in the line, to be edited
 * @param plain whether the screen is read aloud by a program of the user's
 * @param hold what tells a held key from a tapped one
 */
public record TalkStyle(List<KeyName> keys, boolean sendsAfter, TalkSettings settings, boolean plain, HoldTimes hold) {
    public TalkStyle {
        keys = List.copyOf(keys);
    }

    /** Whether it is heard that the model thinks; a screen reader says so itself. */
    boolean thinkingSounds() {
        return settings.sounds();
    }

    /** Whether the beginning and the end of a talk are heard. */
    boolean sounds() {
        return settings.sounds() || plain;
    }
}
