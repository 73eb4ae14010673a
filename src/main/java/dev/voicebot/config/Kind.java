package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What values a setting takes, and how they are read.
 *
 * @param words the kind in words, for lists and help
 * @param mayBeEmpty whether the empty text is a value
 * @param choices all values, where those are a few words
 * @param reader turns a text into the value, or says what is wrong with it
 */
record Kind<T>(
        Supplier<String> words,
        Form form,
        boolean mayBeEmpty,
        List<String> choices,
        Function<String, Reading<T>> reader) {

    /** How TOML has a value. */
    enum Form {
        /** A string. */
        QUOTED,
        /** A string that is never shown. */
        SECRET,
        /** A number or a boolean. */
        BARE,
        /** An array of strings; anywhere else one text with commas. */
        LIST,
        /** Whatever TOML has; kept as JSON. */
        ANY
    }

    private Kind(Supplier<String> words, Form form, Function<String, Reading<T>> reader) {
        this(words, form, false, List.of(), reader);
    }

    static final Kind<String> TEXT = new Kind<>(() -> tr("text"), Form.QUOTED, Reading::of);

    static final Kind<Object> ANY =
            new Kind<>(() -> tr("a value of any type"), Form.ANY, text -> Reading.of(JsonText.read(text))).withEmpty();

    static final Kind<String> SECRET = new Kind<String>(() -> tr("secret"), Form.SECRET, Reading::of).withEmpty();

    /** A part of a host's name. */
    static final Kind<String> LABEL = new Kind<>(
            () -> tr("letters, digits and hyphens"),
            Form.QUOTED,
            text -> text.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?")
                    ? Reading.of(text)
                    : Reading.wrong(tr("must contain only letters, digits and hyphens")));

    static final Kind<Region> REGION = new Kind<>(
            Region::settings,
            Form.QUOTED,
            text -> Region.named(text)
                    .map(Reading::of)
                    .orElseGet(() -> Reading.wrong(tr("must be one of %s", Region.settings()))));

    /** Relative to the place that names it; {@link KeptFolders} makes it a path. */
    static final Kind<String> PATH = new Kind<>(() -> tr("path"), Form.QUOTED, Reading::of);

    static final Kind<List<String>> KEYS = new Kind<>(
                    () -> tr("keys: f1 to f12, ctrl-t, alt-right, space, …; none: off"), Form.LIST, Kind::keys)
            .withEmpty();

    /** A phrase may have several words. */
    static final Kind<List<String>> PHRASES =
            new Kind<>(() -> tr("phrases; none: off"), Form.LIST, text -> Reading.of(phrases(text))).withEmpty();

    static final Kind<Boolean> BOOLEAN = new Kind<>(
            () -> tr("true or false"),
            Form.BARE,
            false,
            List.of("true", "false"),
            text -> text.equals("true") || text.equals("false")
                    ? Reading.of(text.equals("true"))
                    : Reading.wrong(tr("must be true or false")));

    static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        String all = String.join(", ", names);
        return new Kind<>(
                () -> all,
                Form.QUOTED,
                false,
                names,
                text -> names.contains(text)
                        ? Reading.of(Enum.valueOf(type, text.toUpperCase(Locale.ROOT)))
                        : Reading.wrong(tr("must be one of %s", all)));
    }

    static Kind<Integer> integer(int min, int max) {
        return new Kind<>(
                () -> tr("%s to %s", min, max),
                Form.BARE,
                text -> number(text, min, max, true).map(BigDecimal::intValueExact));
    }

    static Kind<Double> decimal(double min, double max) {
        return new Kind<>(
                () -> tr("%s to %s", plain(min), plain(max)),
                Form.BARE,
                text -> number(text, min, max, false).map(BigDecimal::doubleValue));
    }

    /** From {@code min} to {@code max}, as {@link Durations} reads them. */
    static Kind<Duration> duration(String min, String max) {
        Duration shortest = Durations.parse(min).orElseThrow();
        Duration longest = Durations.parse(max).orElseThrow();
        Supplier<String> words = () -> tr("a time from %s to %s", min, max);
        return new Kind<>(
                words,
                Form.QUOTED,
                text -> Durations.parse(text)
                        .filter(time -> time.compareTo(shortest) >= 0 && time.compareTo(longest) <= 0)
                        .map(Reading::of)
                        .orElseGet(() -> Reading.wrong(tr("must be %s, such as \"%s\"", words.get(), min))));
    }

    static Kind<URI> uri(String... schemes) {
        Supplier<String> words = () -> tr("an address, %s://", String.join(tr(":// or "), schemes));
        return new Kind<>(
                words,
                Form.QUOTED,
                text -> address(text, List.of(schemes))
                        .map(Reading::of)
                        .orElseGet(() -> Reading.wrong(tr("must be %s", words.get()))));
    }

    /** The empty text is a value as any other. */
    Kind<T> withEmpty() {
        return new Kind<>(words, form, true, choices, reader);
    }

    /** The empty text is no value. */
    Kind<Optional<T>> orNone() {
        return new Kind<>(
                words,
                form,
                true,
                choices,
                text -> text.isEmpty()
                        ? Reading.of(Optional.empty())
                        : reader.apply(text).map(Optional::of));
    }

    /** The empty text leaves the value to be derived from other settings. */
    Kind<T> orDerived() {
        return new Kind<>(words, form, true, choices, text -> text.isEmpty() ? Reading.nothing() : reader.apply(text));
    }

    boolean isSecret() {
        return form == Form.SECRET;
    }

    boolean isBare() {
        return form == Form.BARE;
    }

    boolean isList() {
        return form == Form.LIST;
    }

    private static Reading<List<String>> keys(String list) {
        return KeyNames.complaint(list)
                .<Reading<List<String>>>map(Reading::wrong)
                .orElseGet(() -> Reading.of(KeyNames.in(list)));
    }

    private static List<String> phrases(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    private static Optional<URI> address(String text, List<String> schemes) {
        try {
            URI uri = new URI(text);
            return Optional.of(uri)
                    .filter(it -> it.getScheme() != null && schemes.contains(it.getScheme()) && it.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Reading<BigDecimal> number(String text, double min, double max, boolean whole) {
        Optional<BigDecimal> number =
                decimal(text).filter(it -> !whole || it.stripTrailingZeros().scale() <= 0);
        if (number.isEmpty()) {
            return Reading.wrong(
                    whole
                            ? tr("must be a whole number from %s to %s", plain(min), plain(max))
                            : tr("must be a number from %s to %s", plain(min), plain(max)));
        }
        if (number.get().compareTo(BigDecimal.valueOf(min)) < 0) {
            return Reading.wrong(tr("must be at least %s", plain(min)));
        }
        return number.get().compareTo(BigDecimal.valueOf(max)) <= 0
                ? Reading.of(number.get())
                : Reading.wrong(tr("must be at most %s", plain(max)));
    }

    private static Optional<BigDecimal> decimal(String text) {
        if (!text.matches("[-+.0-9eE]+")) { // no digits of other scripts
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
