package dev.voicebot.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * One manual page in roff. picocli's own generator writes AsciiDoc, whose processor would add half a minute and thirty
 * megabytes to the first start.
 */
final class ManPage {
    private final CommandSpec command;
    private final StringBuilder page = new StringBuilder();

    private ManPage(CommandSpec command) {
        this.command = command;
    }

    static String of(CommandSpec command) {
        return new ManPage(command).text();
    }

    private String text() {
        String name = command.qualifiedName("-");
        page.append(".TH \"").append(name.toUpperCase(java.util.Locale.ROOT)).append("\" 1\n");
        section("NAME");
        paragraph(name + " - " + description());
        section("SYNOPSIS");
        paragraph(synopsis());
        commands(command);
        options();
        footer();
        exitCodes();
        section("FILES");
        item("~/.config/voicebot/config.toml", "Settings; 'voicebot config' shows those in force.");
        item("~/.local/share/voicebot/", "Recordings and conversations.");
        item("~/.local/state/voicebot/", "The log and the prompt's history.");
        return page.toString();
    }

    private String description() {
        return Arrays.stream(command.usageMessage().description())
                .map(ManPage::plain)
                .collect(Collectors.joining(" "));
    }

    private String synopsis() {
        return plain(command.commandLine().getHelp().synopsis(0)).strip();
    }

    private void commands(CommandSpec spec) {
        if (spec.subcommands().isEmpty()) {
            return;
        }
        section("COMMANDS");
        spec.subcommands().forEach((name, line) -> {
            if (!line.getCommandSpec().usageMessage().hidden()) {
                item(name, new ManPage(line.getCommandSpec()).description());
            }
        });
    }

    private void options() {
        section("OPTIONS");
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            item(parameter.paramLabel(), plain(String.join(" ", parameter.description())));
        }
        for (OptionSpec option : command.options()) {
            if (!option.hidden()) {
                String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
                item(
                        String.join(", ", option.names()) + value,
                        defaults(option, String.join(" ", option.description())));
            }
        }
    }

    private static String defaults(OptionSpec option, String description) {
        String candidates =
                option.completionCandidates() == null ? "" : String.join(", ", option.completionCandidates());
        return plain(description
                .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValueString()))
                .replace("${COMPLETION-CANDIDATES}", candidates));
    }

    private void footer() {
        String[] lines = command.usageMessage().footer();
        if (lines.length == 0) {
            return;
        }
        section("EXAMPLES");
        page.append(".nf\n");
        Arrays.stream(lines).map(line -> escaped(plain(line)) + "\n").forEach(page::append);
        page.append(".fi\n");
    }

    private void exitCodes() {
        section("EXIT STATUS");
        ExitCode.list().forEach(this::item);
    }

    private void section(String title) {
        page.append(".SH ").append(title).append('\n');
    }

    private void paragraph(String text) {
        page.append(escaped(text)).append('\n');
    }

    private void item(String term, String text) {
        page.append(".TP\n\\fB")
                .append(escaped(term))
                .append("\\fR\n")
                .append(escaped(text))
                .append('\n');
    }

    private static String plain(String text) {
        return Ansi.OFF.string(String.format(text.replace("%", "%%").replace("%%n", "%n")));
    }

    /** A line that begins with a point or an apostrophe would be a request. */
    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .lines()
                .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
                .collect(Collectors.joining("\n"));
    }
}
