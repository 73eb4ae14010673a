package dev.voicebot;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a user's machine gives the packaged program, in an empty home and with no sound device. */
public final class FreshHome {
    private static final Path LAUNCHER = Path.of("scripts", "voicebot").toAbsolutePath();

    private FreshHome() {}

    public static Path launcher() {
        return LAUNCHER;
    }

    /** All of the environment; the caller's own to change. */
    public static Map<String, String> environment(Path home) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HOME", home.toString());
        environment.put("PATH", Objects.requireNonNull(System.getenv("PATH")));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TERM", "xterm-256color");
        String javaHome = System.getenv("JAVA_HOME");
        if (javaHome != null) {
            environment.put("JAVA_HOME", javaHome);
        }
        environment.put("PULSE_SERVER", "unix:" + home.resolve("no-sound-server"));
        environment.put("ALSA_CONFIG_PATH", "/dev/null");
        return environment;
    }

    /** A line that a POSIX shell reads as these words. */
    public static String shellLine(List<String> words) {
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            line.append('\'').append(word.replace("'", "'\\''")).append("' ");
        }
        return line.toString().strip();
    }
}
