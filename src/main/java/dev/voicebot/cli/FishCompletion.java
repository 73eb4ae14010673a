package dev.voicebot.cli;

import dev.voicebot.cli.CompletedCommand.Option;
import dev.voicebot.cli.CompletedCommand.Value;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** The commands and options in fish's own language, which picocli does not speak. */
final class FishCompletion {
    private final String program;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String program) {
        this.program = program;
    }

    static String script(CommandLine program) {
        CompletedCommand root = CompletedCommand.of(program);
        FishCompletion fish = new FishCompletion(root.name());
        fish.script.append("complete -c ").append(root.name()).append(" -f\n");
        fish.add(root, "");
        return fish.script.toString();
    }

    /** {@code seen} holds where the command was typed. */
    private void add(CompletedCommand command, String seen) {
        String here = seen.isEmpty() ? "__fish_use_subcommand" : seen + noneBelow(command);
        for (CompletedCommand below : command.commands()) {
            line(here, "-a " + below.name(), below.description());
        }
        for (Option option : command.options()) {
            line(here, names(option) + option.value().map(this::value).orElse(""), option.description());
        }
        command.arguments().ifPresent(value -> arguments(here, value));
        for (CompletedCommand below : command.commands()) {
            add(below, (seen.isEmpty() ? "" : seen + "; and ") + "__fish_seen_subcommand_from " + below.name());
        }
    }

    private static String noneBelow(CompletedCommand command) {
        return command.commands().isEmpty()
                ? ""
                : command.commands().stream()
                        .map(CompletedCommand::name)
                        .collect(Collectors.joining(" ", "; and not __fish_seen_subcommand_from ", ""));
    }

    private void arguments(String here, Value value) {
        if (value.live().isPresent()) {
            line(here, "-a " + live(value.live().get()), "");
        } else if (!value.choices().isEmpty()) {
            line(here, "-a '" + String.join(" ", value.choices()) + "'", value.label());
        } else if (value.isFile()) {
            line(here, "-F", "");
        }
    }

    private void line(String condition, String flags, String description) {
        script.append("complete -c ")
                .append(program)
                .append(" -n '")
                .append(condition)
                .append("' ")
                .append(flags);
        if (!description.isEmpty()) {
            script.append(" -d '").append(quoted(description)).append('\'');
        }
        script.append('\n');
    }

    private static String names(Option option) {
        return option.names().stream()
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
    }

    /** Fish reads what is behind a tab as the description, and looks itself which begin as typed. */
    private String live(LiveValues values) {
        return "'(command " + program + " complete " + values
                + " (commandline -ct | string replace -r \"^-[^=]*=\" \"\") 2>/dev/null)'";
    }

    private String value(Value value) {
        if (value.live().isPresent()) {
            return " -x -a " + live(value.live().get());
        }
        if (!value.choices().isEmpty()) {
            return " -x -a '" + String.join(" ", value.choices()) + "'";
        }
        return value.isFile() ? " -r -F" : " -x";
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }
}
