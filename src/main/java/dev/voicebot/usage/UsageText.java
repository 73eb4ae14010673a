package dev.voicebot.usage;

import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;

import java.time.Duration;
import java.util.Locale;
import java.util.TreeSet;

/** Usage in a row of text. */
public final class UsageText {
    private UsageText() {}

    /** Columns that stand below one another, with {@code label} first, as wide as it shall be; the money is an estimate by the price list. */
    public static String row(String label, Usage usage, String currency) {
        return trn(
                "%s %5d turn  %8d+%d tokens %7d chars %7s heard  %s",
                "%s %5d turns %8d+%d tokens %7d chars %7s heard  %s",
                usage.turns(),
                label,
                usage.turns(),
                usage.promptTokens(),
                usage.completionTokens(),
                usage.characters(),
                time(usage.listened()),
                cost(usage, currency));
    }

    private static String cost(Usage usage, String currency) {
        String unknown = tr("price unknown: %s", String.join(", ", new TreeSet<>(usage.unpriced())));
        if (usage.cost() == 0 && !usage.unpriced().isEmpty()) {
            return unknown;
        }
        String about = tr("about %.4f %s", usage.cost(), currency);
        return usage.unpriced().isEmpty() ? about : about + " (" + unknown + ")";
    }

    private static String time(Duration length) {
        return length.compareTo(Duration.ofMinutes(1)) < 0
                ? String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0)
                : String.format(Locale.ROOT, "%d:%02d", length.toMinutes(), length.toSecondsPart());
    }
}
