package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.setup.Setup;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot setup}: the key, the microphone and the speaker, asked for one after the other. */
@Command(
        name = "setup",
        description = "Set up the key, microphone and speaker.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot setup                     answer the questions",
            "  voicebot --config my.toml setup    store the answers in another file",
            "",
            "The key is tried in each region of the service, to find the one it belongs",
            "to. Answers are stored in the settings file, readable by you only. Enter",
            "skips a step; Ctrl-C leaves everything as it was. /key in a chat asks for",
            "the key only."
        })
final class SetupCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Override
    public Integer call() {
        VoicebotCommand command = VoicebotCommand.of(root);
        Edges.Terminals terminals = command.edges().terminals();
        Commands.require(
                terminals.in() && terminals.out(),
                tr(
                        "Setup asks questions and needs a terminal. Without one, set DASHSCOPE_API_KEY and DASHSCOPE_API_REGION."));
        try (CommandContext context = command.open()) {
            context.askAtTerminal(questions ->
                    new Setup(context.assembly(), context.sources(), questions, context.cancellation()).run());
        }
        return ExitCode.DONE.number();
    }
}
