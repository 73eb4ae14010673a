package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.terminal.TextColumns;
import dev.voicebot.usage.Usage;
import dev.voicebot.usage.UsageFolder;
import dev.voicebot.usage.UsageJson;
import dev.voicebot.usage.UsageText;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot usage}: what the services counted, and what that costs. */
@Command(
        name = "usage",
        description = "Show usage and estimated cost by day.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot usage                  the last 7 days",
            "  voicebot usage --days 30 --json",
            "  voicebot chat --max-cost 0.50   stop once it has cost this much",
            "",
            "Set prices and the currency with [prices] and usage.currency. Costs are",
            "estimates. Check [prices] against the provider's price list."
        })
final class UsageCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "7",
            description = "Number of days, ending today (default: ${DEFAULT-VALUE}).")
    private int days = 7;

    @Option(names = "--json", description = "Print one JSON object (docs/schemas/usage.json).")
    private boolean json;

    @Override
    public Integer call() {
        Commands.requireWithin("--days", days, 1, Integer.MAX_VALUE);
        try (CommandContext context = VoicebotCommand.of(root).open()) {
            List<UsageFolder.Day> counted = context.usageFolder().last(days);
            String currency = context.assembly().settings().usage().currency();
            if (json) {
                context.printLine(UsageJson.of(counted, currency));
            } else {
                print(context, counted, currency);
            }
        }
        return ExitCode.DONE.number();
    }

    private static String label(String text) {
        return TextColumns.pad(text, UsageText.LABEL);
    }

    private static void print(CommandContext context, List<UsageFolder.Day> counted, String currency) {
        if (counted.isEmpty()) {
            context.tell(tr("No usage in this period."));
            return;
        }
        context.printLine(UsageText.heading(label(tr("date"))));
        counted.forEach(day -> context.printLine(UsageText.row(label(day.date().toString()), day.usage(), currency)));
        Usage sum = counted.stream().map(UsageFolder.Day::usage).reduce(Usage.NONE, Usage::plus);
        context.printLine(UsageText.row(label(tr("together")), sum, currency));
        String unpriced = UsageText.unpriced(sum);
        if (!unpriced.isEmpty()) {
            context.tell(unpriced);
        }
    }
}
