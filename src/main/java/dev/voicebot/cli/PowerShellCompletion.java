package dev.voicebot.cli;

import dev.voicebot.cli.CompletedCommand.Option;
import dev.voicebot.cli.CompletedCommand.Value;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The commands and options as tables for PowerShell, 5.1 and later, and a script block that looks them up at Tab. */
final class PowerShellCompletion {
    /** Reads the words before the cursor: which command they name, and whether an option waits for its value. */
    private static final String LOOK_UP = """
            $complete = {
                param($wordToComplete, $commandAst, $cursorPosition)
                $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
                    Where-Object { $_.Extent.EndOffset -lt $cursorPosition -or $wordToComplete -eq '' } |
                    ForEach-Object { $_.Extent.Text })
                $command = ''
                foreach ($word in $words) {
                    $below = ("$command $word").Trim()
                    if ($voicebot.ContainsKey($below)) { $command = $below }
                }
                $here = $voicebot[$command]
                $option = ''
                $begin = $wordToComplete
                if ($begin -match '^(--[a-z-]+)=(.*)$') {
                    $option = $Matches[1]
                    $begin = $Matches[2]
                } elseif ($words.Count -gt 0) {
                    $option = $words[-1]
                }
                $kind = if ($here.Values.ContainsKey($option)) { $here.Values[$option] }
                    elseif ($begin -like '-*') { 'options' } else { $here.Arguments }
                $prefix = if ($wordToComplete -like '--*=*') { "$option=" } else { '' }
                switch -Regex ($kind) {
                    '^options$' { $found = $here.Options; break }
                    '^live:(.+)$' {
                        $found = [ordered]@{}
                        & NAME complete $Matches[1] $begin 2>$null | ForEach-Object {
                            $value, $about = $_ -split "`t", 2
                            $found[$value] = $about
                        }
                        break
                    }
                    '^one:(.*)$' {
                        $found = [ordered]@{}
                        $Matches[1] -split ' ' | ForEach-Object { $found[$_] = $_ }
                        break
                    }
                    '^file$' { return } # PowerShell offers files itself
                    default { $found = $here.Commands }
                }
                $found.GetEnumerator() | Where-Object { $_.Key.StartsWith($begin) } | ForEach-Object {
                    $text = if ($_.Key -match "[\\s']") { "'" + $_.Key.Replace("'", "''") + "'" } else { $_.Key }
                    $about = if ($_.Value) { $_.Value } else { $_.Key }
                    [System.Management.Automation.CompletionResult]::new("$prefix$text", $_.Key, 'ParameterValue', $about)
                }
            }.GetNewClosure()
            Register-ArgumentCompleter -Native -CommandName @('NAME', 'NAME.cmd') -ScriptBlock $complete
            """;

    private final StringBuilder script = new StringBuilder("$voicebot = @{}\n");

    private PowerShellCompletion() {}

    static String script(CommandLine program) {
        CompletedCommand root = CompletedCommand.of(program);
        PowerShellCompletion completion = new PowerShellCompletion();
        completion.add(root, "");
        return completion.script + LOOK_UP.replace("NAME", root.name());
    }

    private void add(CompletedCommand command, String path) {
        script.append("$voicebot[").append(quoted(path)).append("] = @{\n");
        table(
                "Commands",
                command.commands().stream()
                        .map(below -> entry(below.name(), below.description()))
                        .toList());
        table(
                "Options",
                command.options().stream()
                        .flatMap(option -> option.names().stream().map(name -> entry(name, option.description())))
                        .toList());
        table(
                "Values",
                command.options().stream().flatMap(PowerShellCompletion::values).toList());
        script.append("    Arguments = ")
                .append(quoted(
                        command.arguments().map(PowerShellCompletion::kind).orElse("")))
                .append("\n}\n");
        command.commands().forEach(below -> add(below, (path + " " + below.name()).strip()));
    }

    private static Stream<String> values(Option option) {
        return option.value().stream().flatMap(value -> option.names().stream().map(name -> entry(name, kind(value))));
    }

    /** What a value is, in a word. */
    private static String kind(Value value) {
        if (value.live().isPresent()) {
            return "live:" + value.live().get();
        }
        if (!value.choices().isEmpty()) {
            return "one:" + String.join(" ", value.choices());
        }
        return "file"; // where nothing is known, PowerShell offers files
    }

    private void table(String name, List<String> entries) {
        script.append("    ")
                .append(name)
                .append(" = [ordered]@{")
                .append(String.join("; ", entries))
                .append("}\n");
    }

    private static String entry(String key, String value) {
        return quoted(key) + " = " + quoted(value);
    }

    /** In single quotes nothing is replaced; PowerShell takes typographic ones for quotes, too. */
    private static String quoted(String text) {
        return "'" + text.replaceAll("['\u2018\u2019\u201a\u201b]", "$0$0") + "'";
    }
}
