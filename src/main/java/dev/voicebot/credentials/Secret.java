package dev.voicebot.credentials;

import java.util.Objects;

/** A key that never shows itself: {@link #toString()} is {@code ***}; only an engine reveals it. */
public final class Secret {
    /** Shorter ones are no keys but the words that servers of one's own take for one: {@code none}, {@code ollama}. */
    private static final int SHORTEST = 8;

    private final String value;
    private final String origin;

    public Secret(String value) {
        this(value, "DASHSCOPE_API_KEY");
    }

    /** {@code origin} is where it came from, in the user's words: a variable, or a line of a settings file. */
    public Secret(String value, String origin) {
        this.value = Objects.requireNonNull(value);
        this.origin = origin;
    }

    /** Where it came from: a variable, or a line of a settings file. */
    public String origin() {
        return origin;
    }

    public String reveal() {
        return value;
    }

    /** {@code text} with {@code ***} in place of the key, should a service have quoted it. */
    public String hideIn(String text) {
        return value.length() < SHORTEST ? text : text.replace(value, toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
