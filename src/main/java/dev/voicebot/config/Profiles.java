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
    private static final String CLOUD = "dashscope";
    private static final Map<Setting<?>, String> OFFLINE = Map.of(
            DashScopeSettings.API_KEY, "",
            DashScopeSettings.API_KEY_COMMAND, "",
            ChatSettings.ENGINE, Settings.AUTO,
            RecognitionSettings.ENGINE, Settings.AUTO,
            SynthesisSettings.ENGINE, Settings.AUTO);
    /** A command that prints a key is a program of the user's, which may ask a server for it. */
    private static final Map<Setting<?>, String> PRIVATE = with(
            OFFLINE,
            Map.of(
                    NetworkSettings.LOOPBACK_ONLY, "true",
                    ChatSettings.API_KEY_COMMAND, "",
                    RecognitionSettings.API_KEY_COMMAND, "",
                    SynthesisSettings.API_KEY_COMMAND, ""));

    private static final Map<String, Map<Setting<?>, String>> SHIPPED = Map.of(
            "cloud",
            Map.of(
                    ChatSettings.ENGINE, CLOUD,
                    RecognitionSettings.ENGINE, CLOUD,
                    SynthesisSettings.ENGINE, CLOUD),
            "offline",
            OFFLINE,
            "private",
            PRIVATE);

    private final Map<String, Map<String, Value>> own;

    Profiles(Optional<TomlFile> file) {
        this.own = file.map(TomlFile::profiles).orElse(Map.of());
    }

    /** The names of those that come with the program. */
    public static List<String> shipped() {
        return SHIPPED.keySet().stream().sorted().toList();
    }

    private static Map<Setting<?>, String> with(Map<Setting<?>, String> values, Map<Setting<?>, String> others) {
        Map<Setting<?>, String> more = new LinkedHashMap<>(values);
        more.putAll(others);
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
                .forEach((setting, text) -> values.put(setting.key(), new Value(text, "profile " + name, base)));
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
