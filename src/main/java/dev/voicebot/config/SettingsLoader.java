package dev.voicebot.config;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.credentials.Endpoint;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.text.Messages;
import dev.voicebot.text.UiLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds, reads and checks the settings: an option wins over the profile, that over the environment, that over the
 * file, that over the default. */
public final class SettingsLoader {
    private static final Map<String, String> DASHSCOPE_VARIABLES = Map.of(
            "dashscope.api_key", "DASHSCOPE_API_KEY",
            "dashscope.region", "DASHSCOPE_API_REGION",
            "dashscope.workspace", "DASHSCOPE_WORKSPACE_ID",
            "dashscope.websocket_url", "DASHSCOPE_WEBSOCKET_BASE_URL",
            "dashscope.http_url", "DASHSCOPE_HTTP_BASE_URL");
    private static final Map<String, String> OPENAI_VARIABLES =
            Map.of("chat.api_key", "OPENAI_API_KEY", "chat.base_url", "OPENAI_BASE_URL");

    /** What other programs read too; the last that is set counts, and a settings file before all. */
    private static final Map<String, List<String>> NETWORK_VARIABLES = Map.of(
            "network.proxy", List.of("ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy"),
            "network.no_proxy", List.of("NO_PROXY", "no_proxy"),
            "network.certificates", List.of("SSL_CERT_FILE"));

    private final Sources sources;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Value> derived = new LinkedHashMap<>(); // from others; values has none of these keys

    private SettingsLoader(Sources sources) {
        this.sources = sources;
    }

    /**
     * Loads the settings of a run.
     *
     * @throws AssistantException of kind SETTINGS that names the file and line, the variable or the option at fault
     */
    public static LoadedSettings load(Sources sources) {
        return new SettingsLoader(sources).load();
    }

    private LoadedSettings load() {
        Optional<Path> file = file();
        List<String> warnings = new ArrayList<>();
        Optional<TomlFile> toml = file.map(TomlFile::read);
        toml.ifPresent(read -> values.putAll(read.values()));
        file.ifPresent(found -> warnings.addAll(readableKey(found)));
        DASHSCOPE_VARIABLES.forEach(this::fromVariable);
        NETWORK_VARIABLES.forEach((key, variables) -> {
            if (!values.containsKey(key)) {
                variables.forEach(variable -> fromVariable(key, variable));
            }
        });
        SettingsReference.entries().forEach(setting -> fromVariable(setting.key(), setting.variable()));
        values.putAll(new Profiles(toml).values(sources));
        fromOptions();
        if (text("chat.engine").equals("openai")) {
            OPENAI_VARIABLES.forEach((key, variable) -> {
                if (!values.containsKey(key)) {
                    fromVariable(key, variable);
                }
            });
        }
        useLanguage();
        values.forEach(this::check);
        Addresses addresses = new Addresses(values, sources.environment());
        derived.putAll(addresses.derived());
        Map<String, Value> all = new LinkedHashMap<>(values);
        all.putAll(derived);
        Settings settings = new SettingsTree(all, new KeptFolders(sources, values), addresses).build();
        Endpoint.check(
                settings.dashscope().websocketUrl(), settings.dashscope().apiKey(), place("dashscope.websocket_url"));
        Endpoint.check(settings.dashscope().httpUrl(), settings.dashscope().apiKey(), place("dashscope.http_url"));
        Endpoint.check(settings.chat().baseUrl(), settings.chat().apiKey(), place("chat.base_url"));
        return new LoadedSettings(settings, file, effective(settings), warnings);
    }

    /** Before anything is said about the settings. */
    private void useLanguage() {
        Arrays.stream(UiLanguage.values())
                .filter(language -> language.name().toLowerCase(Locale.ROOT).equals(text("ui.language")))
                .forEach(Messages::use);
    }

    private List<EffectiveSetting> effective(Settings settings) {
        Stream<Setting> fixed = SettingsReference.entries().stream();
        Stream<Setting> own = values.keySet().stream()
                .filter(key -> SettingsReference.openTable(key).isPresent())
                .map(key -> SettingsReference.find(key).orElseThrow());
        return Stream.concat(fixed, own)
                .map(setting -> effective(setting, settings))
                .toList();
    }

    private EffectiveSetting effective(Setting setting, Settings settings) {
        String key = setting.key();
        Value value = derived.getOrDefault(key, values.get(key));
        String text = value == null ? setting.fallback() : value.text();
        if (setting.kind().secret() && !text.isEmpty()) {
            text = "***";
        } else if (key.equals("recordings.directory")) {
            text = settings.recordings().directory().toString();
        } else if (key.equals("models.directory")) {
            text = settings.models().directory().toString();
        }
        boolean isDerived = derived.containsKey(key);
        String origin =
                value == null ? mark("default") : isDerived ? "by " + value.place() : origin(value.place(), key);
        boolean isChanged = value != null && !isDerived;
        return new EffectiveSetting(key, Endpoint.withoutUser(text), origin, isChanged, setting.description());
    }

    /** {@code place} names the key too, for messages. */
    private static String origin(String place, String key) {
        return place.endsWith(key) && !place.equals("option " + key)
                ? place.substring(0, place.length() - key.length()).replaceFirst(":? *$", "")
                : place;
    }

    /** Where the settings file is, or would be made: what {@code --config} or {@code VOICEBOT_CONFIG} name, else the usual. */
    public static Path fileOf(Sources sources) {
        return new SettingsLoader(sources)
                .file()
                .orElse(sources.folders().config().resolve("config.toml"));
    }

    private Optional<Path> file() {
        String named = sources.environment().getOrDefault("VOICEBOT_CONFIG", "");
        if (sources.file().isPresent()) {
            return sources.file().map(sources.workingDirectory()::resolve);
        }
        if (!named.isEmpty()) {
            return Optional.of(sources.workingDirectory().resolve(named));
        }
        List<Path> usual = List.of(
                sources.workingDirectory().resolve("config.toml"),
                sources.folders().config().resolve("config.toml"));
        return usual.stream().filter(Files::isRegularFile).findFirst();
    }

    private List<String> readableKey(Path file) {
        boolean holdsKey = values.entrySet().stream()
                .anyMatch(entry -> entry.getKey().endsWith("api_key")
                        && !entry.getValue().text().isEmpty());
        if (!holdsKey || !othersCanRead(file)) {
            return List.of();
        }
        return List.of(tr("Other users can read the key in %s. Run: chmod 600 %s", file, file));
    }

    private static boolean othersCanRead(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.GROUP_READ);
        } catch (UnsupportedOperationException | IOException e) {
            return false; // not that kind of file system
        }
    }

    private void fromVariable(String key, String variable) {
        String text = sources.environment().getOrDefault(variable, "");
        if (!text.isEmpty()) {
            values.put(key, new Value(text, variable, sources.workingDirectory()));
        }
    }

    private void fromOptions() {
        sources.options().forEach((key, text) -> {
            if (key.equals(Profiles.OPTION)) {
                return;
            }
            Setting setting = SettingsReference.find(key)
                    .orElseThrow(() ->
                            mistake(tr("%s is not a setting%s", key, Nearest.hint(key, SettingsReference.keys()))));
            if (setting.kind().secret()) {
                throw mistake(tr("Other users can see a key on the command line. Set %s instead.", setting.variable()));
            }
            values.put(key, new Value(text, "option " + key, sources.workingDirectory()));
        });
    }

    private static AssistantException mistake(String line) {
        return new AssistantException(FaultKind.SETTINGS, line);
    }

    private void check(String key, Value value) {
        Setting setting = SettingsReference.find(key).orElseThrow();
        setting.complaint(value.text()).ifPresent(complaint -> {
            String place = value.place().equals("option " + key) ? tr("option %s", key) : value.place();
            String line = setting.kind().secret()
                    ? tr("%s %s.", place, complaint)
                    : tr("%s %s, got %s.", place, complaint, Endpoint.withoutUser(value.text()));
            throw new AssistantException(FaultKind.SETTINGS, line);
        });
    }

    private String place(String key) {
        Value value = derived.getOrDefault(key, values.get(key));
        return value == null ? key : value.place();
    }

    private String text(String key) {
        Value value = values.get(key);
        return value == null ? SettingsReference.find(key).orElseThrow().fallback() : value.text();
    }
}
