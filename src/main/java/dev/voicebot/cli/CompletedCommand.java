package dev.voicebot.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a shell completes after a command's name: visible things only.
 *
 * @param arguments what follows the options, where that is not a command
 */
record CompletedCommand(
        String name,
        String description,
        List<Option> options,
        Optional<Value> arguments,
        List<CompletedCommand> commands) {

    /** A flag with its names, and the value it takes. */
    record Option(List<String> names, String description, Optional<Value> value, boolean repeatable) {}

    /** One of these; or what is found at the time; or a file; or what only the user knows. */
    record Value(String label, List<String> choices, Optional<LiveValues> live, boolean isFile) {}

    static CompletedCommand of(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        return new CompletedCommand(
                command.getCommandName(),
                firstLine(spec.usageMessage().description()),
                spec.options().stream()
                        .filter(option -> !option.hidden())
                        .map(CompletedCommand::option)
                        .toList(),
                spec.positionalParameters().stream().findFirst().map(CompletedCommand::value),
                command.getSubcommands().values().stream()
                        .filter(below -> !below.getCommandSpec().usageMessage().hidden())
                        .map(CompletedCommand::of)
                        .toList());
    }

    private static Option option(OptionSpec option) {
        return new Option(
                List.of(option.names()),
                firstLine(option.description()),
                option.arity().max() == 0 ? Optional.empty() : Optional.of(value(option)),
                option.isMultiValue());
    }

    private static Value value(ArgSpec argument) {
        Iterable<String> choices = argument.completionCandidates();
        return new Value(
                argument.paramLabel(),
                choices == null
                        ? List.of()
                        : StreamSupport.stream(choices.spliterator(), false).toList(),
                choices instanceof LiveValues.Candidates live ? Optional.of(live.kind()) : Optional.empty(),
                isFile(argument));
    }

    private static boolean isFile(ArgSpec argument) {
        return argument.typeInfo().getType() == Path.class
                || Arrays.asList(argument.auxiliaryTypes()).contains(Path.class)
                || argument.paramLabel().startsWith("FILE");
    }

    private static String firstLine(String... lines) {
        return lines.length == 0
                ? ""
                : CommandLine.Help.Ansi.OFF.string(lines[0]).replaceAll("\\$\\{[^}]*}", "…");
    }
}
