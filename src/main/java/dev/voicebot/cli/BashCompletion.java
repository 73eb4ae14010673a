package dev.voicebot.cli;

import dev.voicebot.cli.CompletedCommand.Option;
import dev.voicebot.cli.CompletedCommand.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The commands, options, values and files for bash, 3.2 and later. picocli's script offers no files where an option or
 * argument is a name that may also be {@code -}.
 */
final class BashCompletion {
    // "--format=json" is three words for bash
    private static final String BEGIN = """
            _%1$s() {
              local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} at=%1$s i choices= files= live= key=
              if [ "$word" = = ]; then
                word=
                [ "${COMP_WORDS[COMP_CWORD - 2]}" != --set ] || key=$before=
              elif [ "$before" = = ]; then
                before=${COMP_WORDS[COMP_CWORD - 2]}
                [ "${COMP_WORDS[COMP_CWORD - 3]}" != --set ] || key=$before=
              fi
              [ -z "$key" ] || before=--set
              for ((i = 1; i < COMP_CWORD; i++)); do
                case "$at ${COMP_WORDS[i]}" in
            """;
    private static final String END = """
                  esac
                  ;;
              esac
              COMPREPLY=()
              local IFS=$'\\n'
              if [ -n "$files" ]; then
                compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$word"))
              elif [ -n "$choices" ]; then
                COMPREPLY=($(compgen -W "${choices// /$IFS}" -- "$word"))
              elif [ -n "$live" ]; then
                while IFS=$'\t' read -r i choices; do
                  i=${i#"$key"}
                  COMPREPLY+=("$(printf %%q "$i")")
                done < <(command %1$s complete "$live" "$key$word" 2>/dev/null </dev/null)
                case ${COMPREPLY[0]-} in *=) compopt -o nospace 2>/dev/null ;; esac
              fi
            }
            complete -F _%1$s %1$s
            """;

    private final StringBuilder script = new StringBuilder();

    private BashCompletion() {}

    static String script(CommandLine program) {
        CompletedCommand root = CompletedCommand.of(program);
        BashCompletion bash = new BashCompletion();
        bash.script.append(BEGIN.formatted(root.name()));
        bash.commands(root, root.name());
        bash.script.append("    esac\n  done\n  case \"$at $before\" in\n");
        bash.values(root, root.name());
        bash.script.append("    *)\n      case \"$at\" in\n");
        bash.rest(root, root.name());
        bash.script.append(END.formatted(root.name()));
        return bash.script.toString();
    }

    /** Which command the line is at. */
    private void commands(CompletedCommand command, String at) {
        for (CompletedCommand below : command.commands()) {
            String there = at + " " + below.name();
            script.append("      '%1$s') at='%1$s' ;;\n".formatted(there));
            commands(below, there);
        }
    }

    /** What follows an option that takes a value. */
    private void values(CompletedCommand command, String at) {
        for (Option option : command.options()) {
            option.value().ifPresent(value -> {
                String names = option.names().stream()
                        .map(name -> "'" + at + " " + name + "'")
                        .collect(Collectors.joining(" | "));
                script.append("    %s)%s ;;\n".formatted(names, offer(Optional.of(value), List.of())));
            });
        }
        command.commands().forEach(below -> values(below, at + " " + below.name()));
    }

    /** Options where a dash was typed, else commands or arguments. */
    private void rest(CompletedCommand command, String at) {
        String options = command.options().stream()
                .flatMap(option -> option.names().stream())
                .collect(Collectors.joining(" "));
        List<String> commands =
                command.commands().stream().map(CompletedCommand::name).toList();
        script.append("        '%s') case \"$word\" in -*) choices='%s' ;; *)%s ;; esac ;;\n"
                .formatted(at, options, offer(command.arguments(), commands)));
        command.commands().forEach(below -> rest(below, at + " " + below.name()));
    }

    private static String offer(Optional<Value> value, List<String> commands) {
        List<String> choices = Stream.concat(commands.stream(), value.stream().flatMap(one -> one.choices().stream()))
                .toList();
        if (!choices.isEmpty()) {
            return " choices='" + String.join(" ", choices) + "'";
        }
        Optional<LiveValues> live = value.flatMap(Value::live);
        if (live.isPresent()) {
            return " live=" + live.get();
        }
        return value.filter(Value::isFile).isPresent() ? " files=yes" : "";
    }
}
