package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Nearest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line; picocli says it in English only. */
final class UsageFault {
    private static final Pattern EXCLUSIVE = Pattern.compile("Error: (.+) are mutually exclusive.*");

    private UsageFault() {}

    /** One line, with the help that has more. */
    static String text(ParameterException fault) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        return tr("%s See '%s --help'.", what(fault), command.qualifiedName());
    }

    private static String what(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (fault instanceof MissingParameterException missing) {
            return missing(missing.getMissing());
        }
        if (fault instanceof OverwrittenOptionException twice) {
            return tr("Use %s only once.", name(twice.getOverwritten()));
        }
        Matcher exclusive = EXCLUSIVE.matcher(firstLine(fault));
        if (fault instanceof MutuallyExclusiveArgsException && exclusive.matches()) {
            return tr("Use only one of %s.", exclusive.group(1));
        }
        return fault.getArgSpec() == null ? sentence(firstLine(fault)) : invalid(fault);
    }

    private static String unmatched(UnmatchedArgumentException fault) {
        String typed = fault.getUnmatched().get(0);
        CommandLine command = fault.getCommandLine();
        return fault.isUnknownOption()
                ? tr("Unknown option '%s'", typed)
                        + Nearest.hint(
                                typed, command.getCommandSpec().optionsMap().keySet())
                : tr("Unexpected argument '%s'", typed)
                        + Nearest.hint(typed, command.getSubcommands().keySet());
    }

    /** No option has to be there; one that is there may lack its value. */
    private static String missing(List<ArgSpec> missing) {
        String names = missing.stream().map(UsageFault::name).collect(Collectors.joining(", "));
        return missing.stream().anyMatch(ArgSpec::isOption)
                ? tr("%s needs a value.", names)
                : tr("Missing argument %s.", names);
    }

    private static String invalid(ParameterException fault) {
        ArgSpec argument = fault.getArgSpec();
        Class<?> type = argument.auxiliaryTypes()[0];
        if (Map.class.isAssignableFrom(argument.type())) {
            return tr("%s must be %s, got '%s'.", name(argument), argument.paramLabel(), fault.getValue());
        }
        if (type.isEnum() && argument.converters().length == 0) {
            String choices = StreamSupport.stream(
                            argument.completionCandidates().spliterator(), false)
                    .collect(Collectors.joining(", "));
            return tr("%s must be one of %s, got '%s'.", name(argument), choices, fault.getValue());
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return tr("%s must be a number, got '%s'.", name(argument), fault.getValue());
        }
        Throwable cause = fault.getCause();
        return name(argument) + ": " + sentence(cause == null ? firstLine(fault) : firstLine(cause));
    }

    static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String sentence(String line) {
        return line.endsWith(".") || line.endsWith("。") ? line : tr("%s.", line);
    }

    private static String firstLine(Throwable fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }
}
