package dev.voicebot.usage;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What services take. A chat model has two prices, {@code NAME-input} and {@code NAME-output} per million tokens; a
 * voice's is per 10,000 characters, a recogniser's per hour.
 */
public final class PriceList {
    /** In CNY; guesses of November 2026, not kept up to date: users give their own in {@code [prices]}. */
    public static final Map<String, Double> DEFAULTS = Map.of(
            "qwen-plus-input", 0.8,
            "qwen-plus-output", 2.0,
            "cosyvoice-v2", 2.0,
            "gummy-realtime-v1", 0.54);

    private static final double TOKENS = 1_000_000;
    private static final double CHARACTERS = 10_000;
    private static final double SECONDS = 3600;

    private final Map<String, Double> prices;
    private final String currency;

    /** {@code own} prices win over the defaults. */
    public PriceList(Map<String, Double> own, String currency) {
        this.prices = new HashMap<>(DEFAULTS);
        this.prices.putAll(own);
        this.currency = currency;
    }

    public String currency() {
        return currency;
    }

    /** Empty when there is no price for the model. */
    Optional<Double> ofTokens(String model, long prompt, long completion) {
        return price(model + "-input")
                .flatMap(input ->
                        price(model + "-output").map(output -> (prompt * input + completion * output) / TOKENS));
    }

    Optional<Double> ofCharacters(String voice, long characters) {
        return price(voice).map(each -> each * characters / CHARACTERS);
    }

    Optional<Double> ofSound(String recognizer, Duration sound) {
        return price(recognizer).map(each -> each * sound.toMillis() / 1000.0 / SECONDS);
    }

    private Optional<Double> price(String name) {
        return Optional.ofNullable(prices.get(name));
    }
}
