package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot models verify}: compares local models with the digests of their pull. */
@Command(name = "verify", description = "Check local models for damage.")
final class ModelsVerifyCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    private @Nullable ModelsCommand parent;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            completionCandidates = LiveValues.LocalModels.class,
            description = "Model name; default: all.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object per line (docs/schemas/model-check.json).")
    private boolean json;

    @Override
    public Integer call() {
        ExitCode code = ExitCode.DONE;
        try (CommandContext context = ModelsCommand.of(parent).open()) {
            ModelStore store = context.assembly().localModels().store();
            for (String each : names(store)) {
                Optional<String> problem = store.verify(each);
                context.printLine(json ? json(each, problem) : text(each, problem));
                code = problem.isPresent() ? ExitCode.FAILED : code;
            }
        }
        return code.number();
    }

    private List<String> names(ModelStore store) {
        List<String> here = store.names();
        if (name.filter(one -> !here.contains(one)).isPresent()) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("%s is not here. Run: voicebot models pull %s", name.get(), name.get()));
        }
        return name.map(List::of).orElse(here);
    }

    private static String text(String name, Optional<String> problem) {
        return problem.map(what -> tr("%s: %s. Run: voicebot models remove %s, then pull it again.", name, what, name))
                .orElse(name + ": ok");
    }

    private static String json(String name, Optional<String> problem) {
        ObjectNode node = JSON.createObjectNode().put("name", name).put("ok", problem.isEmpty());
        problem.ifPresent(what -> node.put("problem", what));
        return node.toString();
    }
}
