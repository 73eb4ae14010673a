package dev.voicebot.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot completion}: a script that teaches a shell the commands and options. */
@Command(
        name = "completion",
        description = "Prints a script that lets a shell complete commands and options with Tab.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  eval \"$(voicebot completion bash)\"                   in ~/.bashrc",
            "  eval \"$(voicebot completion zsh)\"                    in ~/.zshrc, after compinit",
            "  voicebot completion fish > ~/.config/fish/completions/voicebot.fish",
        })
final class CompletionCommand implements Callable<Integer> {
    /** The shells there are scripts for. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        Edges edges = Commands.of(root).edges();
        CommandLine program = Program.commandLine(edges);
        edges.out().print(shell == Shell.FISH ? FishCompletion.script(program) : bash(program));
        return ExitCode.DONE.number();
    }

    /** It serves zsh too: there it loads what makes zsh understand bash's way. */
    private static String bash(CommandLine program) {
        return AutoComplete.bash(program.getCommandName(), program);
    }
}
