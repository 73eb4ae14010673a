package dev.voicebot.cli;

import dev.voicebot.terminal.TextColumns;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot models list}: which models can run on this machine, and which are here. */
@Command(name = "list", description = "List models that run on this machine.")
final class ModelsListCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable ModelsCommand parent;

    @Option(names = "--json", description = "Print one JSON object per line (docs/schemas/local-model.json).")
    private boolean json;

    @Override
    public Integer call() {
        try (CommandContext context = ModelsCommand.of(parent).open()) {
            LocalModelRow.all(context.assembly().localModels())
                    .forEach(row -> context.printLine(
                            json ? row.json() : TextColumns.fit(row.text(), context.outputColumns())));
        }
        return ExitCode.DONE.number();
    }
}
