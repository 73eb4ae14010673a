package dev.voicebot.config;

import java.nio.file.Path;
import java.util.Map;

/** Where voicebot keeps things, by the XDG base directory rules, on Windows by its own; none of them need exist. */
public record Folders(Path home, Path config, Path data, Path state, Path cache) {

    /** Takes the home from {@code HOME}, else {@code fallbackHome}; a relative XDG path is ignored, as the rules say. */
    public static Folders of(Map<String, String> environment, Path fallbackHome) {
        String roaming = environment.getOrDefault("APPDATA", "");
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        if (!roaming.isEmpty() && !local.isEmpty()) {
            return onWindows(environment, fallbackHome, Path.of(roaming), Path.of(local));
        }
        String named = environment.getOrDefault("HOME", "");
        Path home = named.isEmpty() ? fallbackHome : Path.of(named);
        return new Folders(
                home,
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
                folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")),
                folder(environment, "XDG_STATE_HOME", home.resolve(".local/state")),
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")));
    }

    /** A HOME there is a Unix shell's, in that shell's own way of writing paths. */
    private static Folders onWindows(Map<String, String> environment, Path home, Path roaming, Path local) {
        return new Folders(
                home,
                folder(environment, "XDG_CONFIG_HOME", roaming),
                folder(environment, "XDG_DATA_HOME", local),
                local.resolve("voicebot/state"),
                local.resolve("voicebot/cache"));
    }

    private static Path folder(Map<String, String> environment, String variable, Path usual) {
        String named = environment.getOrDefault(variable, "");
        Path base = named.isEmpty() || !Path.of(named).isAbsolute() ? usual : Path.of(named);
        return base.resolve("voicebot");
    }
}
