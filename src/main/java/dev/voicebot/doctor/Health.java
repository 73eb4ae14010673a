package dev.voicebot.doctor;

import java.util.Locale;

/** How well one thing is. */
public enum Health {
    OK,
    /** The main job works without it. */
    WARNING,
    /** The main job cannot work. */
    FAILED;

    /** As it is printed: {@code ok}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
