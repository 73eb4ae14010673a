package dev.voicebot.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * A text, read as the value of a setting.
 *
 * @param value empty where the text is wrong, or leaves the value to be derived from other settings
 * @param complaint what is wrong with the text, as in "must be at least 8000"
 */
record Reading<T>(Optional<T> value, Optional<String> complaint) {
    static <T> Reading<T> of(T value) {
        return new Reading<>(Optional.of(value), Optional.empty());
    }

    static <T> Reading<T> wrong(String complaint) {
        return new Reading<>(Optional.empty(), Optional.of(complaint));
    }

    /** No value, and nothing wrong with that. */
    static <T> Reading<T> nothing() {
        return new Reading<>(Optional.empty(), Optional.empty());
    }

    <R> Reading<R> map(Function<T, R> change) {
        return new Reading<>(value.map(change), complaint);
    }
}
