package dev.voicebot.models;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A model that a service lists.
 *
 * @param parts what it can be used for
 */
public record OfferedModel(String name, Set<Part> parts, List<Price> prices) {
    private static final double MILLION = 1_000_000;
    private static final double TEN_THOUSAND = 10_000;
    private static final double HOUR = 3600; // seconds

    public OfferedModel {
        parts = Set.copyOf(parts);
        prices = List.copyOf(prices);
    }

    /** What voicebot uses a model for. */
    public enum Part {
        RECOGNITION("Realtime-ASR"),
        CHAT("TG"),
        SYNTHESIS("TTS");

        private final String capability;

        Part(String capability) {
            this.capability = capability;
        }

        /** As the service's list calls it. */
        String capability() {
            return capability;
        }

        /** As the settings call it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of a million tokens that are sent. */
    public Optional<Double> inputPrice() {
        return price("input").flatMap(price -> price.per("token")).map(each -> each * MILLION);
    }

    /** Of a million tokens that come back. */
    public Optional<Double> outputPrice() {
        return price("output").flatMap(price -> price.per("token")).map(each -> each * MILLION);
    }

    /** Of 10,000 characters that are spoken. */
    public Optional<Double> characterPrice() {
        return prices.stream()
                .flatMap(price -> price.per("character").stream())
                .findFirst()
                .map(each -> each * TEN_THOUSAND);
    }

    /** Of an hour of sound. */
    public Optional<Double> hourPrice() {
        return prices.stream()
                .flatMap(price -> price.per("second").stream())
                .findFirst()
                .map(each -> each * HOUR);
    }

    /** The first price counts: later ones are of longer inputs, of thinking, of what is cached. */
    private Optional<Price> price(String type) {
        return prices.stream().filter(price -> price.type().startsWith(type)).findFirst();
    }

    /**
     * What one kind of use costs.
     *
     * @param type as the service names it, e.g. {@code input_token}
     * @param unit as the service names it, e.g. {@code Per 1M tokens} or {@code Per 10,000 characters}
     */
    public record Price(String type, double amount, String unit) {
        private static final List<Measure> MEASURES = List.of(
                new Measure("token", "token", 1),
                new Measure("character", "char", 1),
                new Measure("character", "字符", 1),
                new Measure("second", "second", 1),
                new Measure("second", "秒", 1),
                new Measure("second", "minute", 60),
                new Measure("second", "分钟", 60),
                new Measure("second", "hour", HOUR),
                new Measure("second", "小时", HOUR));

        private static final List<Measure> NUMBERS = List.of(
                new Measure("", "million", MILLION),
                new Measure("", "百万", MILLION),
                new Measure("", "1m", MILLION),
                new Measure("", "10,000", TEN_THOUSAND),
                new Measure("", "10000", TEN_THOUSAND),
                new Measure("", "10k", TEN_THOUSAND),
                new Measure("", "万", TEN_THOUSAND),
                new Measure("", "thousand", 1000),
                new Measure("", "1,000", 1000),
                new Measure("", "1000", 1000),
                new Measure("", "1k", 1000),
                new Measure("", "千", 1000));

        /** Of one {@code thing}: token, character or second; empty where it is the price of something else. */
        Optional<Double> per(String thing) {
            String text = unit.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            return MEASURES.stream()
                    .filter(measure -> measure.thing().equals(thing) && text.contains(measure.word()))
                    .findFirst()
                    .map(measure -> amount / measure.size() / number(text));
        }

        private static double number(String text) {
            return NUMBERS.stream()
                    .filter(number -> text.contains(number.word()))
                    .findFirst()
                    .map(Measure::size)
                    .orElse(1.0);
        }

        private record Measure(String thing, String word, double size) {}
    }
}
