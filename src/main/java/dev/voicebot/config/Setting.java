package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One key of the settings; an optional one is off while its default, the empty text, stands. */
public record Setting(String table, String name, Kind kind, String fallback, String description) {
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
        if (text.isBlank() && !mayBeEmpty()) {
            return Optional.of(tr("must not be empty"));
        }
        return text.isEmpty() && mayBeEmpty()
                ? Optional.empty()
                : kind.complaint().apply(text);
    }

    /** Its default as TOML has it. */
    String fallbackInToml() {
        if (kind.isList()) {
            return kind.items(fallback).stream()
                    .map(name -> '"' + name + '"')
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return kind.quoted() || fallback.isEmpty() ? '"' + fallback + '"' : fallback;
    }

    boolean mayBeEmpty() {
        return fallback.isEmpty() || kind.isList() || key().equals("chat.system_prompt");
    }
}
