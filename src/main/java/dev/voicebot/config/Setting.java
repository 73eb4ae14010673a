package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One key of the settings, made by its {@link SettingTable}.
 *
 * @param name its key in the table
 * @param fallback its default, as a text
 * @param <T> what its value is to the program
 */
public record Setting<T>(String table, String name, Kind<T> kind, String fallback, String description) {
    /** The value of a model or a voice that the program chooses. */
    static final String AUTO = "auto";

    /** Its whole key, {@code talk.tail}. */
    public String key() {
        return table + "." + name;
    }

    /** The environment variable that sets it. */
    public String variable() {
        return ("VOICEBOT_" + table + "_" + name).toUpperCase(Locale.ROOT);
    }

    /** What it takes, in words. */
    public String takes() {
        return kind.words().get();
    }

    /** All values it takes, where those are a few words; else none. */
    public List<String> choices() {
        return kind.choices();
    }

    /** What is wrong with {@code text} as its value, as in "must be at least 8000"; empty when it is fine. */
    public Optional<String> complaint(String text) {
        return read(text).complaint();
    }

    Reading<T> read(String text) {
        return text.isBlank() && !kind.mayBeEmpty()
                ? Reading.wrong(tr("must not be empty"))
                : kind.reader().apply(text);
    }

    /** Its default as TOML has it. */
    String fallbackInToml() {
        return read(fallback)
                .value()
                .filter(List.class::isInstance)
                .map(list -> array((List<?>) list))
                .orElseGet(() -> kind.isBare() && !fallback.isEmpty() ? fallback : '"' + fallback + '"');
    }

    private static String array(List<?> items) {
        return items.stream().map(item -> "\"" + item + '"').collect(Collectors.joining(", ", "[", "]"));
    }
}
