package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot models path}. */
@Command(name = "path", description = "Print the folder of local models.")
final class ModelsPathCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable ModelsCommand parent;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            completionCandidates = LiveValues.LocalModels.class,
            description = "Model name; default: the folder of all models.")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() {
        try (CommandContext context = ModelsCommand.of(parent).open()) {
            ModelStore store = context.assembly().localModels().store();
            context.printLine(name.map(one -> folder(store, one))
                    .orElseGet(() -> store.folder().toString()));
        }
        return ExitCode.DONE.number();
    }

    private static String folder(ModelStore store, String name) {
        return store.find(name)
                .map(model -> model.folder().toString())
                .orElseThrow(() -> new AssistantException(
                        FaultKind.FAILED, tr("%s is not here. Run: voicebot models pull %s", name, name)));
    }
}
