package dev.voicebot.wiring;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something of a running conversation that can be exchanged. All of these are quick, on any thread.
 *
 * @param name in the user's words
 * @param current its value as the user would type it
 * @param known values it takes, as far as they are known by now
 * @param change takes effect with the next turn or talk; throws AssistantException of kind SETTINGS when it cannot be
 * @param doubt what is to be told of a value that is taken though nobody knows it
 */
public record LiveSetting(
        String name,
        Supplier<String> current,
        Supplier<List<KnownValue>> known,
        Consumer<String> change,
        Function<String, Optional<String>> doubt) {
    /** One of which every value that is taken is beyond doubt. */
    LiveSetting(String name, Supplier<String> current, Supplier<List<KnownValue>> known, Consumer<String> change) {
        this(name, current, known, change, value -> Optional.empty());
    }
}
