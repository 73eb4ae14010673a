package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Options and arguments without text in them, as {@code "$FILE"} is where a script forgot to set it: never meant. */
final class EmptyValues {
    /** Without a system prompt none is sent. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("--system");

    private EmptyValues() {}

    /** Refuses them in every command of the line. */
    static void refuse(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            ParseResult one = command.getParseResult();
            one.matchedOptions().stream()
                    .filter(option -> !MAY_BE_EMPTY.contains(option.longestName()))
                    .forEach(option -> refuse(command, option));
            one.matchedPositionals().forEach(argument -> refuse(command, argument));
        }
    }

    private static void refuse(CommandLine command, ArgSpec argument) {
        List<String> values = argument.originalStringValues();
        boolean empty = argument instanceof OptionSpec
                ? values.stream().anyMatch(String::isBlank)
                : values.stream().allMatch(String::isBlank);
        if (empty && !values.isEmpty()) {
            throw new ParameterException(command, tr("%s must not be empty.", UsageFault.name(argument)));
        }
    }
}
