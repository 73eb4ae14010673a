package dev.voicebot.cli;

import dev.voicebot.cli.CompletedCommand.Option;
import dev.voicebot.cli.CompletedCommand.Value;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * The commands and options for zsh's own completion, with what each is for. Serves as a file of {@code fpath} as well as
 * {@code eval}: picocli's script for bash would change the user's options and aliases there.
 */
final class ZshCompletion {
    private static final String LIVE = """
            _%1$s_live() {
              local line
              local -a names rows
              for line in "${(@f)$(command %1$s complete $1 "$PREFIX" 2>/dev/null </dev/null)}"; do
                [[ -n $line ]] || continue
                names+=("${line%%%%$'\\t'*}")
                rows+=("${line%%%%$'\\t'*}  ${line#*$'\\t'}")
              done
              if [[ ${names[1]-} == *= ]]; then
                compadd -S '' -l -d rows -a names
              else
                compadd -l -d rows -a names
              fi
            }

            """;

    private final StringBuilder script = new StringBuilder();

    private ZshCompletion() {}

    static String script(CommandLine program) {
        CompletedCommand root = CompletedCommand.of(program);
        ZshCompletion zsh = new ZshCompletion();
        zsh.script.append("#compdef ").append(root.name()).append("\n\n");
        zsh.script.append(LIVE.formatted(root.name()));
        zsh.add(root, "_" + root.name());
        zsh.script.append("if [ \"$funcstack[1]\" = _%1$s ]; then\n  _%1$s \"$@\"\nelse\n  compdef _%1$s %1$s\nfi\n"
                .formatted(root.name()));
        return zsh.script.toString();
    }

    private void add(CompletedCommand command, String function) {
        script.append(function).append("() {\n");
        if (!command.commands().isEmpty()) {
            script.append("  local curcontext=\"$curcontext\" state line\n  typeset -A opt_args\n");
        }
        script.append("  _arguments -s -S -C");
        command.options().forEach(this::option);
        if (!command.commands().isEmpty()) {
            specification("1:command:->command");
            specification("*::argument:->argument");
        } else {
            command.arguments().ifPresent(value -> specification("*:" + value(value)));
        }
        script.append("\n");
        if (!command.commands().isEmpty()) {
            choose(command, function);
        }
        script.append("}\n\n");
        command.commands().forEach(below -> add(below, function + "_" + below.name()));
    }

    private void choose(CompletedCommand command, String function) {
        script.append("  case $state in\n    command)\n      local -a commands=(");
        for (CompletedCommand below : command.commands()) {
            script.append("\n        ").append(quoted(below.name() + ":" + below.description()));
        }
        script.append("\n      )\n      _describe command commands\n      ;;\n    argument)\n      case $line[1] in\n");
        for (CompletedCommand below : command.commands()) {
            script.append("        %1$s) %2$s_%1$s ;;\n".formatted(below.name(), function));
        }
        script.append("      esac\n      ;;\n  esac\n");
    }

    /** Each of its names, which keep one another out; {@code =} and {@code +}: the value may follow at once. */
    private void option(Option option) {
        String others = option.repeatable() ? "*" : "(" + String.join(" ", option.names()) + ")";
        for (String name : option.names()) {
            String tail = option.value().map(value -> ":" + value(value)).orElse("");
            String joined = tail.isEmpty() ? "" : name.startsWith("--") ? "=" : "+";
            specification(others + name + joined + "[" + escaped(option.description()) + "]" + tail);
        }
    }

    private static String value(Value value) {
        String action = value.isFile() ? "_files" : " ";
        if (value.live().isPresent()) {
            action = " _voicebot_live " + value.live().get();
        } else if (!value.choices().isEmpty()) {
            action = value.choices().stream().collect(Collectors.joining(" ", "(", ")"));
        }
        return escaped(value.label()) + ":" + action;
    }

    private void specification(String text) {
        script.append(" \\\n    ").append(quoted(text));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
