package dev.voicebot.usage;

import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;

import java.time.Duration;
import java.util.Locale;
import java.util.TreeSet;

/** Usage in rows of text, which fit into 80 columns. The money is an estimate by the price list. */
public final class UsageText {
    /** Columns of a label, which comes padded. */
    public static final int LABEL = 12;

    private UsageText() {}

    /** What stands in the columns of {@link #row}, with {@code label} first. */
    public static String heading(String label) {
        return label + tr(" turns  tokens in       out     chars    heard  est. cost");
    }

    /** Columns that stand below one another, with {@code label} first. */
    public static String row(String label, Usage usage, String currency) {
        return String.format(
                Locale.ROOT,
                "%s %5d %10d %9d %9d %8s  %s",
                label,
                usage.turns(),
                usage.promptTokens(),
                usage.completionTokens(),
                usage.characters(),
                time(usage.listened()),
                cost(usage, currency));
    }

    /** The same in words. */
    public static String sentence(Usage usage, String currency) {
        return trn(
                "%d turn, %d tokens in, %d out, %d characters spoken, %s heard, cost %s",
                "%d turns, %d tokens in, %d out, %d characters spoken, %s heard, cost %s",
                usage.turns(),
                usage.turns(),
                usage.promptTokens(),
                usage.completionTokens(),
                usage.characters(),
                time(usage.listened()),
                cost(usage, currency));
    }

    /** Which models are missing in the cost; empty where none is. */
    public static String unpriced(Usage usage) {
        return usage.unpriced().isEmpty()
                ? ""
                : tr("Price unknown, not included: %s", String.join(", ", new TreeSet<>(usage.unpriced())));
    }

    private static String cost(Usage usage, String currency) {
        boolean isUnknown = usage.cost() == 0 && !usage.unpriced().isEmpty();
        return isUnknown ? tr("unknown") : String.format(Locale.ROOT, "%.4f %s", usage.cost(), currency);
    }

    private static String time(Duration length) {
        return length.compareTo(Duration.ofMinutes(1)) < 0
                ? String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0)
                : String.format(Locale.ROOT, "%d:%02d", length.toMinutes(), length.toSecondsPart());
    }
}
