package dev.voicebot.usage;

import java.util.Optional;

/** How much may be spent before no further turn begins: by one chat, and in one day by all. */
public record UsageLimits(Optional<Double> perChat, Optional<Double> perDay) {
    public static final UsageLimits NONE = new UsageLimits(Optional.empty(), Optional.empty());
}
