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
 * What values a setting takes.
 *
 * @param words the kind in words, for lists and help
 * @param quoted whether it is a string in TOML, rather than a bare number or boolean
 * @param secret whether its value must never be shown
 * @param complaint what is wrong with a text, as in "must be at least 8000"; empty when it is fine
 * @param choices all values it takes, where those are a few words
 */
record Kind(
        Supplier<String> words,
        boolean quoted,
        boolean secret,
        Function<String, Optional<String>> complaint,
        List<String> choices) {
    Kind(Supplier<String> words, boolean quoted, boolean secret, Function<String, Optional<String>> complaint) {
        this(words, quoted, secret, complaint, List.of());
    }

    static final Kind TEXT = new Kind(() -> tr("text"), true, false, text -> Optional.empty());
    /** Whatever TOML has; kept as JSON. */
    static final Kind ANY = new Kind(() -> tr("a value of any type"), false, false, text -> Optional.empty());

    static final Kind SECRET = new Kind(() -> tr("secret"), true, true, text -> Optional.empty());
    /** A part of a host's name. */
    static final Kind LABEL = new Kind(
            () -> tr("letters, digits and hyphens"),
            true,
            false,
            text -> unless(
                    text.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"),
                    tr("must contain only letters, digits and hyphens")));

    static final Kind REGION = new Kind(
            Region::settings,
            true,
            false,
            text -> unless(Region.named(text).isPresent(), tr("must be one of %s", Region.settings())));

    static final Kind PATH = new Kind(() -> tr("path"), true, false, text -> Optional.empty());
    /** A list, in TOML an array of texts, anywhere else divided by commas. */
    static final Kind KEYS = new Kind(
            () -> tr("keys: f1 to f12, ctrl-t, alt-right, space, …; none: off"), true, false, KeyNames::complaint);

    static final Kind BOOLEAN =
            new Kind(() -> tr("true or false"), false, false, Kind::booleanComplaint, List.of("true", "false"));

    /** A list as well; a phrase may have several words. */
    static final Kind PHRASES = new Kind(() -> tr("phrases; none: off"), true, false, text -> Optional.empty());

    boolean isList() {
        return equals(KEYS) || equals(PHRASES);
    }

    /** Of a list. */
    List<String> items(String list) {
        return equals(KEYS) ? KeyNames.in(list) : phrases(list);
    }

    static List<String> phrases(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    static Kind choice(Enum<?>[] values) {
        List<String> names = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        String all = String.join(", ", names);
        return new Kind(
                () -> all, true, false, text -> unless(names.contains(text), tr("must be one of %s", all)), names);
    }

    static Kind integer(int min, int max) {
        return new Kind(() -> tr("%s to %s", min, max), false, false, text -> range(text, min, max, true));
    }

    static Kind decimal(double min, double max) {
        return new Kind(
                () -> tr("%s to %s", plain(min), plain(max)), false, false, text -> range(text, min, max, false));
    }

    static Kind duration(Duration min, Duration max) {
        Supplier<String> words = () -> tr("a time from %s to %s", words(min), words(max));
        return new Kind(
                words,
                true,
                false,
                text -> unless(
                        Durations.parse(text)
                                .filter(time -> time.compareTo(min) >= 0 && time.compareTo(max) <= 0)
                                .isPresent(),
                        tr("must be %s, such as \"%s\"", words.get(), words(min))));
    }

    static Kind uri(String... schemes) {
        Supplier<String> words = () -> tr("an address, %s://", String.join(tr(":// or "), schemes));
        return new Kind(
                words, true, false, text -> unless(isUri(text, List.of(schemes)), tr("must be %s", words.get())));
    }

    private static boolean isUri(String text, List<String> schemes) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<String> range(String text, double min, double max, boolean whole) {
        BigDecimal number;
        if (!text.matches("[-+.0-9eE]+")) { // digits of other scripts are none to those who read the number later
            return Optional.of(numbers(min, max, whole));
        }
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return Optional.of(numbers(min, max, whole));
        }
        if (whole && number.stripTrailingZeros().scale() > 0) {
            return Optional.of(numbers(min, max, whole));
        }
        if (number.compareTo(BigDecimal.valueOf(min)) < 0) {
            return Optional.of(tr("must be at least %s", plain(min)));
        }
        return unless(number.compareTo(BigDecimal.valueOf(max)) <= 0, tr("must be at most %s", plain(max)));
    }

    private static String numbers(double min, double max, boolean whole) {
        return whole
                ? tr("must be a whole number from %s to %s", plain(min), plain(max))
                : tr("must be a number from %s to %s", plain(min), plain(max));
    }

    private static Optional<String> booleanComplaint(String text) {
        return unless(text.equals("true") || text.equals("false"), tr("must be true or false"));
    }

    private static Optional<String> unless(boolean fine, String complaint) {
        return fine ? Optional.empty() : Optional.of(complaint);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String words(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + "ms";
        }
        return time.toSeconds() % 60 == 0 && !time.isZero() ? time.toMinutes() + "m" : time.toSeconds() + "s";
    }
}
