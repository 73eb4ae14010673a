package dev.voicebot.usage;

import java.time.Duration;

/** What was counted in some time. */
public record Usage(
        int turns, long promptTokens, long completionTokens, long characters, Duration listened, double cost) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, Duration.ZERO, 0);

    public Usage plus(Usage other) {
        return new Usage(
                turns + other.turns,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                characters + other.characters,
                listened.plus(other.listened),
                cost + other.cost);
    }
}
