package dev.voicebot.config;

import java.nio.file.Path;

/** A setting's text, the place to name when it is wrong, and the folder a relative path in it is taken from. */
record Value(String text, String place, Path base) {
    private static final String OPTION = "option ";

    /** From the command line. */
    static Value option(String key, String text, Path base) {
        return new Value(text, OPTION + key, base);
    }

    boolean isOption() {
        return place.startsWith(OPTION);
    }
}
