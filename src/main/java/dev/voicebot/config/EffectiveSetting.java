package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

/**
 * A setting as it stands in this run.
 *
 * @param value its text; a secret that is set is {@code ***}
 * @param origin where it comes from: a file with its line, a variable, an option, or {@code default}
 * @param changed whether anything but the default set it
 */
public record EffectiveSetting(String key, String value, String origin, boolean changed, String description) {
    /** Where it comes from, in the user's language. */
    public String source() {
        if (origin.startsWith("by ")) {
            return tr("by %s", origin.substring("by ".length()));
        }
        return origin.startsWith("option ") ? tr("option %s", origin.substring("option ".length())) : tr(origin);
    }
}
