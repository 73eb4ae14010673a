package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot models remove}. */
@Command(name = "remove", description = "Delete local models.")
final class ModelsRemoveCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable ModelsCommand parent;

    @Parameters(
            paramLabel = "NAME",
            arity = "1..*",
            completionCandidates = LiveValues.LocalModels.class,
            description = "Model name.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        ExitCode code = ExitCode.DONE;
        try (CommandContext context = ModelsCommand.of(parent).open()) {
            for (String name : names) {
                boolean was = context.assembly().localModels().store().remove(name);
                context.tell(was ? tr("Deleted %s.", name) : tr("%s is not here.", name));
                code = was ? code : ExitCode.FAILED;
            }
        }
        return code.number();
    }
}
