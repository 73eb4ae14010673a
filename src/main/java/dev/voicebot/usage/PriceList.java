package dev.voicebot.usage;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What services take. A chat model has two prices, {@code NAME-input} and {@code NAME-output} per million tokens; a
 * voice's is per 10,000 characters, a recognizer's per hour. The user's own prices come first, then those of the
 * service, then guesses.
 */
public final class PriceList {
    /** In CNY, of Beijing; guesses of November 2026, for as long as the service has not told its own. */
    public static final Map<String, Double> DEFAULTS = Map.of(
            "qwen-plus-input", 0.8,
            "qwen-plus-output", 2.0,
            "cosyvoice-v2", 2.0,
            "cosyvoice-v3-flash", 1.0,
            "cosyvoice-v3-plus", 2.0,
            "fun-asr-realtime", 1.188,
            "paraformer-realtime-v2", 0.864,
            "gummy-realtime-v1", 0.54);

    private static final String GUESSED_IN = "CNY";
    private static final double TOKENS = 1_000_000;
    private static final double CHARACTERS = 10_000;
    private static final double SECONDS = 3600;

    private final Map<String, Double> own;
    private final Function<String, Optional<Double>> service;
    private final Map<String, Double> guesses;
    private final String currency;

    /** Without a service's own prices. */
    public PriceList(Map<String, Double> own, String currency) {
        this(own, name -> Optional.empty(), currency);
    }

    /**
     * Prices in one currency.
     *
     * @param service what the service is known to take by now; returns at once
     */
    public PriceList(Map<String, Double> own, Function<String, Optional<Double>> service, String currency) {
        this.own = Map.copyOf(own);
        this.service = service;
        this.guesses = currency.equals(GUESSED_IN) ? DEFAULTS : Map.of();
        this.currency = currency;
    }

    public String currency() {
        return currency;
    }

    /** Whether use of {@code service}, a chat model or one of speech, has a price. */
    boolean hasPrice(String service) {
        return price(service).or(() -> ofTokens(service, 0, 0)).isPresent();
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
        return Optional.ofNullable(own.get(name))
                .or(() -> service.apply(name))
                .or(() -> Optional.ofNullable(guesses.get(name)));
    }
}
