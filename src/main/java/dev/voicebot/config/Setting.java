package dev.voicebot.config;

import java.util.Locale;

/** One key of the settings; an optional one is off while its default, the empty text, stands. */
public record Setting(String table, String name, Kind kind, String fallback, String description) {
    public String key() {
        return table + "." + name;
    }

    /** The environment variable that sets it. */
    public String variable() {
        return ("VOICEBOT_" + table + "_" + name).toUpperCase(Locale.ROOT);
    }

    /** What it takes, in words. */
    public String takes() {
        return kind.words();
    }

    boolean mayBeEmpty() {
        return fallback.isEmpty() || kind.equals(Kind.TEXT);
    }
}
