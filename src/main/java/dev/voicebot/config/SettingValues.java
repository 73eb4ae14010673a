package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.credentials.Endpoint;
import dev.voicebot.credentials.KeyCommand;
import dev.voicebot.credentials.Secret;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The values of a run: each text that sets something is read once, by the setting's own kind. */
final class SettingValues {
    private final Map<String, Value> texts;
    private final Map<String, Object> read;
    private final Set<String> derived;
    private final Function<String, Optional<Setting<?>>> settings;

    private SettingValues(
            Map<String, Value> texts,
            Map<String, Object> read,
            Set<String> derived,
            Function<String, Optional<Setting<?>>> settings) {
        this.texts = texts;
        this.read = read;
        this.derived = derived;
        this.settings = settings;
    }

    /**
     * Reads all of {@code texts}, whose keys are those of {@code settings}.
     *
     * @throws AssistantException of kind SETTINGS that names the place of the first that is wrong; USAGE of an option
     */
    static SettingValues read(Map<String, Value> texts, Function<String, Optional<Setting<?>>> settings) {
        Map<String, Object> read = new HashMap<>();
        texts.forEach((key, text) -> {
            Setting<?> setting = settings.apply(key).orElseThrow();
            valueOf(setting, text).ifPresent(value -> read.put(key, value));
        });
        return new SettingValues(texts, read, Set.of(), settings);
    }

    private static <T> Optional<T> valueOf(Setting<T> setting, Value text) {
        Reading<T> reading = setting.read(text.text());
        reading.complaint().ifPresent(complaint -> {
            FaultKind kind = text.isOption() ? FaultKind.USAGE : FaultKind.SETTINGS;
            throw new AssistantException(kind, line(setting, text, complaint));
        });
        return reading.value();
    }

    private static String line(Setting<?> setting, Value text, String complaint) {
        String key = setting.key();
        String place = text.isOption() ? tr("option %s", key) : text.place();
        return setting.kind().isSecret() || text.text().isEmpty()
                ? tr("%s %s.", place, complaint)
                : tr("%s %s, got %s.", place, complaint, Endpoint.withoutUser(text.text()));
    }

    /** With others that follow from these. */
    SettingValues with(Map<String, Value> derived) {
        SettingValues other = read(derived, settings);
        Map<String, Value> allTexts = new LinkedHashMap<>(texts);
        allTexts.putAll(other.texts);
        Map<String, Object> allRead = new HashMap<>(read);
        allRead.putAll(other.read);
        return new SettingValues(allTexts, allRead, derived.keySet(), settings);
    }

    /** The value that is set, or else the default. */
    <T> T of(Setting<T> setting) {
        return set(setting).or(() -> setting.read(setting.fallback()).value()).orElseThrow();
    }

    /** The value that is set. */
    @SuppressWarnings("unchecked") // the setting itself has read it
    <T> Optional<T> set(Setting<T> setting) {
        return Optional.ofNullable((T) read.get(setting.key()));
    }

    /** All entries of a table, by their keys in it. */
    <T> Map<String, T> of(OpenTable<T> table) {
        Map<String, T> entries = new LinkedHashMap<>();
        texts.keySet().stream().filter(table::has).forEach(key -> {
            String entry = key.substring(table.name().length() + 1);
            entries.put(entry, of(table.entry(entry)));
        });
        return entries;
    }

    /** The key of a service, or else what the command prints. */
    Optional<Secret> secret(Setting<String> key, Setting<Optional<String>> command) {
        return text(key)
                .map(text -> new Secret(text.text(), text.place()))
                .or(() ->
                        text(command).map(text -> new Secret(new KeyCommand(text.text(), text.place()), text.place())));
    }

    /** The text that sets it, unless that is the empty one. */
    Optional<Value> text(Setting<?> setting) {
        return found(setting).filter(text -> !text.text().isEmpty());
    }

    /** The text that sets it. */
    Optional<Value> found(Setting<?> setting) {
        return Optional.ofNullable(texts.get(setting.key()));
    }

    boolean isDerived(Setting<?> setting) {
        return derived.contains(setting.key());
    }

    /** Of all that are set. */
    Stream<String> keys() {
        return texts.keySet().stream();
    }

    /** What a message about it should name: where it was set, or its key. */
    String place(Setting<?> setting) {
        return text(setting).map(Value::place).orElse(setting.key());
    }
}
