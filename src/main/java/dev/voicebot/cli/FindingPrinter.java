package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.doctor.Finding;
import dev.voicebot.doctor.Health;
import dev.voicebot.doctor.Report;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.terminal.TextColumns;

/** Prints what was found, a line a check. */
final class FindingPrinter {
    private final Edges edges;
    private final Output output;

    FindingPrinter(Edges edges) {
        this.edges = edges;
        this.output = new Output(edges);
    }

    void print(Finding finding) {
        String health = TextColumns.pad(word(finding.health()), 7);
        String rest = "  " + TextColumns.pad(tr(finding.name()), 13) + "  "
                + SafeText.row(finding.diagnosis().text());
        if (edges.colours(edges.terminals().out())) {
            edges.out().println(colour(finding.health()) + health + "\033[0m" + rest);
            edges.out().flush();
        } else {
            output.printLine(health + rest);
        }
    }

    void print(String json) {
        output.printLine(json);
    }

    void summarize(Report report) {
        output.tell(report.summary());
    }

    private static String word(Health health) {
        return switch (health) {
            case OK -> tr("ok");
            case WARNING -> tr("warning");
            case FAILED -> tr("failed");
        };
    }

    private static String colour(Health health) {
        return switch (health) {
            case OK -> "\033[32m";
            case WARNING -> "\033[33m";
            case FAILED -> "\033[31m";
        };
    }
}
