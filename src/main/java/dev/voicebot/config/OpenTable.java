package dev.voicebot.config;

/**
 * A table of the settings whose keys are the user's own, such as words and how to say them.
 *
 * @param kind what each of its values is: text or a number
 * @param example one entry as it would stand in the file
 */
public record OpenTable<T>(String name, Kind<T> kind, String description, String example) {

    /** The key of one of its entries, as a setting. */
    Setting<T> entry(String entry) {
        return new Setting<>(name, entry, kind, "", description);
    }

    /** Whether {@code key} is that of an entry, or of an entry of an entry. */
    boolean has(String key) {
        return key.startsWith(name + ".") && key.length() > name.length() + 1;
    }

    /** What its values are, in words. */
    public String takes() {
        return kind.words().get();
    }
}
