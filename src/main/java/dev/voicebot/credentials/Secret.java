package dev.voicebot.credentials;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A key that never shows itself: {@link #toString()} is {@code ***}; only an engine reveals it. */
public final class Secret {
    /** Shorter ones are no keys but the words that servers of one's own take for one: {@code none}, {@code ollama}. */
    private static final int SHORTEST = 8;

    private final Supplier<String> source;
    private final String origin;
    private @Nullable String value; // guarded by this; null before it was asked for

    public Secret(String value) {
        this(value, "DASHSCOPE_API_KEY");
    }

    /** {@code origin} is where it came from, in the user's words: a variable, or a line of a settings file. */
    public Secret(String value, String origin) {
        this(() -> value, origin);
    }

    /** {@code source} is asked for it once, when it is needed. */
    public Secret(Supplier<String> source, String origin) {
        this.source = source;
        this.origin = origin;
    }

    /** Where it came from: a variable, or a line of a settings file. */
    public String origin() {
        return origin;
    }

    /** May block while its source is asked, and throws what that does. */
    public synchronized String reveal() {
        String known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }

    /** {@code text} with {@code ***} in place of the key, should a service have quoted it. */
    public String hideIn(String text) {
        String key = reveal();
        return key.length() < SHORTEST ? text : text.replace(key, toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.reveal().equals(reveal());
    }

    @Override
    public int hashCode() {
        return reveal().hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
