package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Nearest;
import dev.voicebot.localmodels.Catalog;
import dev.voicebot.localmodels.CatalogModel;
import dev.voicebot.localmodels.Licenses;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.ModelPuller;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.wiring.LocalModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot models pull}: fetches a model, and the engine that it needs. */
@Command(
        name = "pull",
        description = "Download a model and its engine.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot models pull sensevoice --yes",
            "  voicebot models pull kokoro --from /media/stick",
            "  voicebot models pull mine --from ./mine         described by voicebot-model.json",
        })
final class ModelsPullCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable ModelsCommand parent;

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = LiveValues.LocalModels.class,
            description = "Model name (see 'voicebot models list').")
    private String name = "";

    @Option(
            names = "--from",
            paramLabel = "SOURCE",
            description = "Folder or web address with the files; default: the publisher.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = {"-y", "--yes"},
            description = "Agree to the license without asking.")
    private boolean yes;

    @Option(names = "--json", description = "Print one JSON object per line (docs/schemas/local-model.json).")
    private boolean json;

    @Override
    public Integer call() {
        try (CommandContext context = ModelsCommand.of(parent).open()) {
            LocalModels models = context.assembly().localModels();
            List<CatalogModel> missing = missing(models);
            if (missing.isEmpty()) {
                context.tell(tr("%s is already here. 'voicebot models verify %s' checks it.", name, name));
            } else if (!agreement(context, models).to(missing, yes)) {
                context.tell(tr("Nothing was downloaded."));
                return ExitCode.FAILED.number();
            }
            pull(context, models, missing);
        }
        return ExitCode.DONE.number();
    }

    private LicenseAgreement agreement(CommandContext context, LocalModels models) {
        return new LicenseAgreement(context, new Licenses(models.store()));
    }

    private List<CatalogModel> missing(LocalModels models) {
        Catalog catalog = models.catalog();
        CatalogModel wanted = from.map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(Catalog::describedIn)
                .filter(own -> own.name().equals(name))
                .or(() -> catalog.find(name))
                .orElseThrow(() -> new AssistantException(
                        FaultKind.USAGE, tr("Unknown model %s%s", name, Nearest.hint(name, catalog.names()))));
        return models.missing(catalog, wanted);
    }

    private void pull(CommandContext context, LocalModels models, List<CatalogModel> missing) {
        PullProgress progress = new PullProgress(
                context, missing.stream().mapToLong(CatalogModel::size).sum());
        ModelPuller puller = models.puller(from, progress);
        for (CatalogModel model : missing) {
            LocalModel pulled;
            try {
                progress.begin(model);
                pulled = puller.pull(model, context.cancellation());
            } finally {
                context.liveLine().clear();
            }
            if (!model.isVerifiable()) {
                context.tell(tr("No SHA-256 was published for %s. That of the files received is kept.", model.name()));
            }
            new PulledModelTrial(context).tell(pulled);
            context.printLine(
                    json
                            ? LocalModelRow.of(model.name(), models).json()
                            : pulled.folder().toString());
        }
    }
}
