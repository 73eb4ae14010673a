package dev.voicebot.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands and options in fish's own language, which picocli does not speak. */
final class FishCompletion {
    private FishCompletion() {}

    static String script(CommandLine program) {
        String name = program.getCommandName();
        StringBuilder script = new StringBuilder("complete -c " + name + " -f\n");
        program.getSubcommands().forEach((command, line) -> {
            CommandSpec spec = line.getCommandSpec();
            if (!spec.usageMessage().hidden()) {
                script.append(line(name, "__fish_use_subcommand", "-a " + command, description(spec)));
                addCommand(name, command, spec, script);
            }
        });
        return script.toString();
    }

    private static void addCommand(String name, String command, CommandSpec spec, StringBuilder script) {
        String seen = "__fish_seen_subcommand_from " + command;
        for (Map.Entry<String, CommandLine> below : spec.subcommands().entrySet()) {
            script.append(line(
                    name,
                    seen,
                    "-a " + below.getKey(),
                    description(below.getValue().getCommandSpec())));
        }
        spec.options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> script.append(line(name, seen, flags(option), description(option))));
    }

    private static String line(String name, String condition, String flags, String description) {
        return "complete -c " + name + " -n '" + condition + "' " + flags + " -d '"
                + description.replace("\\", "\\\\").replace("'", "\\'") + "'\n";
    }

    private static String flags(OptionSpec option) {
        String names = Arrays.stream(option.names())
                .map(flag -> flag.startsWith("--") ? "-l " + flag.substring(2) : "-s " + flag.substring(1))
                .collect(Collectors.joining(" "));
        if (option.arity().max() == 0) {
            return names;
        }
        if (option.completionCandidates() != null) {
            return names + " -x -a '"
                    + StreamSupport.stream(option.completionCandidates().spliterator(), false)
                            .collect(Collectors.joining(" "))
                    + "'";
        }
        return names + (isFile(option) ? " -r -F" : " -x");
    }

    private static boolean isFile(OptionSpec option) {
        return option.typeInfo().getType() == Path.class
                || (option.auxiliaryTypes().length > 0 && option.auxiliaryTypes()[0] == Path.class)
                || "FILE".equals(option.paramLabel());
    }

    private static String description(CommandSpec spec) {
        return firstLine(spec.usageMessage().description());
    }

    private static String description(OptionSpec option) {
        return firstLine(option.description());
    }

    private static String firstLine(String... lines) {
        return lines.length == 0
                ? ""
                : CommandLine.Help.Ansi.OFF.string(lines[0]).replaceAll("\\$\\{[^}]*}", "…");
    }
}
