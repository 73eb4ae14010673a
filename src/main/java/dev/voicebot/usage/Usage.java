package dev.voicebot.usage;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was counted in some time.
 *
 * @param cost of what has a price
 * @param unpriced the names of what was used without a known price
 */
public record Usage(
        int turns,
        long promptTokens,
        long completionTokens,
        long characters,
        Duration listened,
        double cost,
        Set<String> unpriced) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, Duration.ZERO, 0);

    public Usage {
        unpriced = Set.copyOf(unpriced);
    }

    /** All of it has a price. */
    public Usage(int turns, long promptTokens, long completionTokens, long characters, Duration listened, double cost) {
        this(turns, promptTokens, completionTokens, characters, listened, cost, Set.of());
    }

    public Usage plus(Usage other) {
        Set<String> both = new TreeSet<>(unpriced);
        both.addAll(other.unpriced);
        return new Usage(
                turns + other.turns,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                characters + other.characters,
                listened.plus(other.listened),
                cost + other.cost,
                both);
    }
}
