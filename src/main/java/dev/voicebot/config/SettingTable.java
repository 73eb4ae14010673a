package dev.voicebot.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A table of the settings: it makes its settings, which stand in the order in which they were made. */
final class SettingTable {
    private final String name;
    private final List<Setting<?>> settings = new ArrayList<>(); // complete once the class of its constants is

    SettingTable(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    List<Setting<?>> settings() {
        return Collections.unmodifiableList(settings);
    }

    <T> Setting<T> setting(String key, Kind<T> kind, String fallback, String description) {
        Setting<T> setting = new Setting<>(name, key, kind, fallback, description);
        settings.add(setting);
        return setting;
    }

    /** One that has no value unless it is set. */
    <T> Setting<Optional<T>> optional(String key, Kind<T> kind, String description) {
        return setting(key, kind.orNone(), "", description);
    }

    /** One that follows from other settings unless it is set. */
    <T> Setting<T> derived(String key, Kind<T> kind, String description) {
        return setting(key, kind.orDerived(), "", description);
    }

    /** A key of a service. */
    Setting<String> secret(String key, String description) {
        return setting(key, Kind.SECRET, "", description);
    }

    /** A table in this one. */
    <T> OpenTable<T> open(String key, Kind<T> kind, String description, String example) {
        return new OpenTable<>(name + "." + key, kind, description, example);
    }
}
