package dev.voicebot.models;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model that a service lists.
 *
 * @param parts what it can be used for
 */
public record OfferedModel(String name, Set<Part> parts, List<Price> prices) {
    public OfferedModel {
        parts = Set.copyOf(parts);
        prices = List.copyOf(prices);
    }

    /** What voicebot uses a model for. */
    public enum Part {
        RECOGNITION,
        CHAT,
        SYNTHESIS
    }

    /** Whether it can be used for {@code part}. */
    public boolean serves(Part part) {
        return parts.contains(part);
    }

    /** The price of one kind of use, by the service's own name of it. */
    public Optional<Price> price(String type) {
        return prices.stream().filter(price -> price.type().equals(type)).findFirst();
    }

    /**
     * What one kind of use costs.
     *
     * @param type as the service names it, e.g. {@code input_token}
     * @param unit as the service names it, e.g. {@code Per 1M tokens}
     */
    public record Price(String type, double amount, String unit) {}
}
