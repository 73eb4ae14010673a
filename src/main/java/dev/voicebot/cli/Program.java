package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One run of the program: arguments in, exit code out; the only place that prints an error. */
final class Program {
    private Program() {}

    static int run(Edges edges, String... typed) {
        String[] args = asOptions(typed);
        CommandLine line = commandLine(edges, named(args));
        HelpLanguage.applyTo(line);
        try {
            int code = line.execute(args);
            line.getOut().flush();
            return edges.out().checkError() ? outputFailed(edges) : code;
        } finally {
            line.getErr().flush();
        }
    }

    /** {@code help listen} and {@code version} as the options that mean the same. */
    private static String[] asOptions(String... args) {
        String first = args.length > 0 ? args[0] : "";
        return switch (first) {
            case "version", "help" ->
                Stream.concat(Arrays.stream(args).skip(1), Stream.of("--" + first))
                        .toArray(String[]::new);
            default -> args;
        };
    }

    private static int outputFailed(Edges edges) {
        Optional<String> complaint = StandardOutput.complaint(edges.out());
        complaint.ifPresent(why -> Output.tell(edges, tr("Cannot write to standard output: %s.", why)));
        return (complaint.isPresent() ? ExitCode.FAILED : ExitCode.READER_LEFT).number();
    }

    /** The command that comes first, alone: to look through the options of all takes a third of a start. Else all. */
    private static List<Class<?>> named(String... args) {
        if (List.of(args).equals(List.of("--version"))) {
            return List.of();
        }
        return Subcommands.ALL.stream()
                .filter(command -> args.length > 0
                        && command.getAnnotation(Command.class).name().equals(args[0]))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(Subcommands.ALL);
    }

    /** All of it, in the user's language. */
    static CommandLine commandLine(Edges edges) {
        return HelpLanguage.translated(commandLine(edges, Subcommands.ALL));
    }

    private static CommandLine commandLine(Edges edges, List<Class<?>> commands) {
        CommandLine line = new CommandLine(new VoicebotCommand(edges, new Own(edges)));
        commands.forEach(line::addSubcommand);
        line.setOut(new PrintWriter(edges.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(edges.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                edges.colours(edges.terminals().out()) ? Ansi.ON : Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        tellExitCodes(line);
        line.setExecutionStrategy(Program::runLast);
        line.setParameterExceptionHandler((e, given) -> wrongUsage(edges, e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(edges, e, parsed));
        return line;
    }

    /** What its commands get of it. */
    private record Own(Edges edges) implements OwnProgram {
        @Override
        public CommandLine commandLine() {
            return Program.commandLine(edges);
        }

        @Override
        public Map<String, String> helpTexts() {
            return HelpTexts.all();
        }

        @Override
        public int run(Edges other, String... args) {
            return Program.run(other, args);
        }
    }

    private static void tellExitCodes(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.list());
        line.getSubcommands().values().forEach(Program::tellExitCodes);
    }

    private static int runLast(ParseResult parsed) {
        EmptyValues.refuse(parsed);
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int wrongUsage(Edges edges, ParameterException e) {
        HelpLanguage.decide(e.getCommandLine().getCommandSpec());
        Output.tell(edges, UsageFault.text(e));
        return ExitCode.USAGE.number();
    }

    private static int failed(Edges edges, Exception e, ParseResult parsed) {
        if (edges.out().checkError()) {
            return ExitCode.READER_LEFT.number();
        }
        boolean debug = parsed.hasMatchedOption("--debug")
                || (parsed.hasSubcommand() && parsed.subcommand().hasMatchedOption("--debug"));
        if (e instanceof AssistantException fault) {
            Output.tell(edges, fault.userMessage());
        } else {
            Output.tell(edges, tr("Internal error. See the log and report it."));
        }
        LoggerFactory.getLogger(Program.class).error("ended by a fault", e);
        if (debug) {
            Output.trace(edges, e);
        }
        ExitCode code = e instanceof AssistantException fault ? ExitCode.of(fault.kind()) : ExitCode.FAILED;
        return code.number();
    }
}
