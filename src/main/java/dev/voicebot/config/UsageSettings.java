package dev.voicebot.config;

import java.util.Optional;

/** What may be spent. */
public record UsageSettings(String currency, Optional<Double> maxCost, Optional<Double> maxCostPerDay) {
    static final SettingTable TABLE = new SettingTable("usage");

    public static final Setting<String> CURRENCY =
            TABLE.derived("currency", Kind.TEXT, "Currency of prices; empty: the region's (CNY or USD).");
    public static final Setting<Optional<Double>> MAX_COST = TABLE.optional(
            "max_cost",
            Kind.decimal(0, 1_000_000),
            "Stops starting new turns once a chat has cost this much; empty: no limit.");
    public static final Setting<Optional<Double>> MAX_COST_PER_DAY = TABLE.optional(
            "max_cost_per_day",
            Kind.decimal(0, 1_000_000),
            "Same limit for all chats of a day together; empty: no limit.");

    static UsageSettings of(SettingValues values) {
        return new UsageSettings(values.of(CURRENCY), values.of(MAX_COST), values.of(MAX_COST_PER_DAY));
    }
}
