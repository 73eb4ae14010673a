package dev.voicebot.cli;

import static dev.voicebot.text.Messages.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * One manual page in roff. picocli's own generator writes AsciiDoc, whose processor would add half a minute and thirty
 * megabytes to the first start.
 */
final class ManPage {
    private static final int WIDTH = 64; // columns, before what has to be escaped

    /** No space follows a Chinese mark, yet roff may break the line there. */
    private static final Pattern AFTER_MARK = Pattern.compile("[，。；：、）](?=\\S)");

    private final CommandSpec command;
    private final StringBuilder page = new StringBuilder();

    private ManPage(CommandSpec command) {
        this.command = command;
    }

    /** {@code date} is that of the program, as 2026-11-30. */
    static String of(CommandSpec command, String date) {
        return new ManPage(command).text(date);
    }

    private String text(String date) {
        String name = command.qualifiedName("-");
        page.append(".TH \"")
                .append(name.toUpperCase(java.util.Locale.ROOT))
                .append("\" 1 \"")
                .append(date)
                .append("\" \"voicebot\"\n.nh\n.ad l\n");
        section(help("NAME"));
        paragraph(name + " - " + description());
        section(help("SYNOPSIS"));
        paragraph(synopsis());
        commands();
        section(help("OPTIONS"));
        options(command);
        below().forEach(this::subcommand);
        footer();
        exitCodes();
        environment();
        section(help("FILES"));
        item("~/.config/voicebot/config.toml", help("Settings; 'voicebot config' shows the values in use."));
        item("~/.local/share/voicebot/", help("Recordings and conversations."));
        item("~/.local/state/voicebot/", help("Log and prompt history."));
        seeAlso();
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

    private List<CommandSpec> below() {
        return below(command);
    }

    private static List<CommandSpec> below(CommandSpec spec) {
        return spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(one -> !one.usageMessage().hidden())
                .toList();
    }

    private void commands() {
        if (!below().isEmpty()) {
            section(help("COMMANDS"));
            below().forEach(one -> item(one.name(), new ManPage(one).description()));
        }
    }

    /** Top-level commands have their own pages; nested commands are described on the page of their parent. */
    private void subcommand(CommandSpec spec) {
        if (command.parent() != null) {
            String arguments = spec.positionalParameters().stream()
                    .map(parameter ->
                            " " + parameter.paramLabel() + (parameter.arity().isVariable() ? "..." : ""))
                    .collect(Collectors.joining());
            page.append(".SS ")
                    .append(escaped(spec.qualifiedName() + arguments))
                    .append('\n');
            paragraph(new ManPage(spec).description());
            options(spec);
        }
    }

    /** Without those that every command has, where it is one below another. */
    private void options(CommandSpec spec) {
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            item(parameter.paramLabel(), plain(String.join(" ", parameter.description())));
        }
        for (OptionSpec option : spec.options()) {
            if (spec == command ? !option.hidden() : isOwn(option)) {
                String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
                item(
                        String.join(", ", option.names()) + value,
                        defaults(option, String.join(" ", option.description())));
            }
        }
    }

    private static boolean isOwn(OptionSpec option) {
        return !option.hidden() && !option.inherited() && !option.usageHelp() && !option.versionHelp();
    }

    private void environment() {
        section(help("ENVIRONMENT"));
        item("DASHSCOPE_API_KEY", help("The key of the cloud; without one built-in engines take its place."));
        item(
                "DASHSCOPE_API_REGION, DASHSCOPE_WORKSPACE_ID",
                help("Where that key belongs, unless the settings say so."));
        item("VOICEBOT_CONFIG", help("The settings file."));
        item("VOICEBOT_PROFILE", help("The profile, unless --profile names one."));
        item("VOICEBOT_TABLE_KEY", help("Any setting, such as VOICEBOT_CHAT_MODEL."));
        item("NO_COLOR", help("If not empty, nothing is colored."));
        item("ACCESSIBLE", help("If 1, a screen reader reads: no line is ever redrawn."));
        item("VISUAL, EDITOR", help("What edits a question, and the settings."));
        item("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", help("The folders of the files below."));
    }

    private void seeAlso() {
        section(help("SEE ALSO"));
        CommandSpec root = command.root();
        List<CommandSpec> pages = new ArrayList<>(List.of(root));
        pages.addAll(below(root));
        paragraph(pages.stream()
                .filter(spec -> spec != command)
                .map(spec -> spec.qualifiedName("-") + "(1)")
                .collect(Collectors.joining(", ")));
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
        section(help("EXAMPLES"));
        page.append(".nf\n");
        Arrays.stream(lines).map(line -> escaped(plain(line)) + "\n").forEach(page::append);
        page.append(".fi\n");
    }

    private void exitCodes() {
        section(help("EXIT STATUS"));
        command.usageMessage().exitCodeList().forEach(this::item);
    }

    private void section(String title) {
        page.append(".SH ").append(title).append('\n');
    }

    private void paragraph(String text) {
        page.append(filled(text)).append('\n');
    }

    private void item(String term, String text) {
        page.append(".TP\n\\fB")
                .append(escaped(term))
                .append("\\fR\n")
                .append(filled(text))
                .append('\n');
    }

    private static String plain(String text) {
        return Ansi.OFF.string(String.format(text.replace("%", "%%").replace("%%n", "%n")));
    }

    /** In lines that roff joins again; they look best when they are short. */
    private static String filled(String text) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.strip().split("\\s+", -1)) {
            boolean breaks = column > 0 && column + word.length() >= WIDTH;
            lines.append(column == 0 ? "" : breaks ? "\n" : " ").append(word);
            column = breaks ? word.length() : column + word.length() + 1;
        }
        return AFTER_MARK.matcher(escaped(lines.toString())).replaceAll("$0\\\\:");
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
