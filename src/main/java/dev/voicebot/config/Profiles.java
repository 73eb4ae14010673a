package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Named sets of settings, of which a run may take one: those that come with the program, and {@code [profile.NAME]}. */
public final class Profiles {
    /** The option of a run that names one. */
    public static final String OPTION = "profile";

    private static final String VARIABLE = "VOICEBOT_PROFILE";
    private static final Map<String, String> OFFLINE = Map.of(
            "dashscope.api_key", "",
            "dashscope.api_key_command", "",
            "chat.engine", "auto",
            "recognition.engine", "auto",
            "synthesis.engine", "auto");
    private static final Map<String, Map<String, String>> SHIPPED = Map.of(
            "cloud",
                    Map.of(
                            "chat.engine",
                            "dashscope",
                            "recognition.engine",
                            "dashscope",
                            "synthesis.engine",
                            "dashscope"),
            "offline", OFFLINE,
            "private", with(OFFLINE, "network.loopback_only", "true"));

    private final Map<String, Map<String, Value>> own;

    Profiles(Optional<TomlFile> file) {
        this.own = file.map(TomlFile::profiles).orElse(Map.of());
    }

    /** The names of those that come with the program. */
    public static List<String> shipped() {
        return SHIPPED.keySet().stream().sorted().toList();
    }

    private static Map<String, String> with(Map<String, String> values, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return more;
    }

    /**
     * What the profile of this run sets; nothing where none is named.
     *
     * @throws AssistantException SETTINGS when there is no such profile
     */
    Map<String, Value> values(Sources sources) {
        String name =
                sources.options().getOrDefault(OPTION, sources.environment().getOrDefault(VARIABLE, ""));
        Map<String, Value> values = new LinkedHashMap<>();
        if (name.isEmpty()) {
            return values;
        }
        if (!SHIPPED.containsKey(name) && !own.containsKey(name)) {
            throw unknown(name);
        }
        Path base = sources.workingDirectory();
        SHIPPED.getOrDefault(name, Map.of())
                .forEach((key, text) -> values.put(key, new Value(text, "profile " + name, base)));
        values.putAll(own.getOrDefault(name, Map.of()));
        return values;
    }

    private AssistantException unknown(String name) {
        TreeSet<String> names = new TreeSet<>(SHIPPED.keySet());
        names.addAll(own.keySet());
        String end = Nearest.to(name, names).isPresent()
                ? Nearest.hint(name, names)
                : tr(". Profiles: %s.", String.join(", ", names));
        return new AssistantException(FaultKind.SETTINGS, tr("Unknown profile %s%s", name, end));
    }
}
