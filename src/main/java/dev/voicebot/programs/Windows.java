package dev.voicebot.programs;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What is different there about programs; an environment tells where it comes from, so that a test can play one. */
public final class Windows {
    static final String MARK = "SystemRoot"; // which no other system sets
    static final String PATH_SEPARATOR = ";";

    private Windows() {}

    static boolean is(Map<String, String> environment) {
        return environment.containsKey(MARK);
    }

    /** The environment of this process: Windows names its variables in any case, {@code Path} as well as {@code PATH}. */
    public static Map<String, String> environment(Map<String, String> environment) {
        if (!is(environment)) {
            return environment;
        }
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(environment);
        return Collections.unmodifiableMap(anyCase);
    }
}
