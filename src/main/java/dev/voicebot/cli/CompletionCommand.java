package dev.voicebot.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot completion}: a script that teaches a shell the commands and options. */
@Command(
        name = "completion",
        description = "Print a script for shell completion with Tab.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  eval \"$(voicebot completion bash)\"   in ~/.bashrc",
            "  eval \"$(voicebot completion zsh)\"    in ~/.zshrc, after compinit",
            "  voicebot completion fish > ~/.config/fish/completions/voicebot.fish",
            "  voicebot completion powershell | Out-String | Invoke-Expression   in $PROFILE",
        })
final class CompletionCommand implements Callable<Integer> {
    /** The shells there are scripts for. */
    enum Shell {
        BASH,
        ZSH,
        FISH,
        POWERSHELL;

        /** As it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Parameters(paramLabel = "SHELL", description = "Shell: ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        VoicebotCommand command = VoicebotCommand.of(root);
        command.edges().out().print(script(command.program().commandLine()));
        return ExitCode.DONE.number();
    }

    private String script(CommandLine program) {
        return switch (shell) {
            case BASH -> BashCompletion.script(program);
            case ZSH -> ZshCompletion.script(program);
            case FISH -> FishCompletion.script(program);
            case POWERSHELL -> PowerShellCompletion.script(program);
        };
    }
}
