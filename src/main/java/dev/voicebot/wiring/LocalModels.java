package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.ModelsSettings;
import dev.voicebot.localmodels.Catalog;
import dev.voicebot.localmodels.CatalogModel;
import dev.voicebot.localmodels.ModelPuller;
import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.localmodels.PullListener;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The models that run on this machine, and how more are fetched. */
public final class LocalModels {
    private final ModelsSettings settings;
    private final Network network;
    private final ModelStore store;

    LocalModels(ModelsSettings settings, Network network) {
        this.settings = settings;
        this.network = network;
        this.store = new ModelStore(settings.directory());
    }

    public ModelStore store() {
        return store;
    }

    /** The models that can be pulled here, those of {@code models.catalog} too. Reads files. */
    public Catalog catalog() {
        Catalog shipped = Catalog.ofThisPlatform();
        return settings.catalog().map(shipped::with).orElse(shipped);
    }

    /**
     * Fetches models.
     *
     * @param from a folder, or the address of one on the web; empty for the publishers or {@code models.mirror}
     * @throws AssistantException USAGE when {@code from} is neither
     */
    public ModelPuller puller(Optional<String> from, PullListener listener) {
        if (from.isEmpty()) {
            return ModelPuller.fromWeb(store, network, settings.mirror(), listener);
        }
        if (from.get().matches("(?i)https?://[^/\\s]+.*")) {
            return ModelPuller.fromWebFolder(store, network, URI.create(from.get()), listener);
        }
        return ModelPuller.fromFolder(store, folder(from.get()), listener);
    }

    /**
     * The recognizer {@code name}, to be downloaded: empty where the catalog does not have it, this computer cannot run
     * it, or {@code network.loopback_only} forbids it.
     */
    Optional<RecognizerOffer> offer(String name, Runnable whenHere) {
        Catalog catalog = catalog();
        return catalog.find(name).filter(catalog::runsHere).flatMap(model -> {
            List<CatalogModel> missing = missing(catalog, model);
            return missing.isEmpty() || !missing.stream().allMatch(this::mayPull)
                    ? Optional.empty()
                    : Optional.of(new CatalogRecognizer(this, model, missing, whenHere));
        });
    }

    /** What of {@code model} and its needs is not here. */
    public List<CatalogModel> missing(Catalog catalog, CatalogModel model) {
        return catalog.withNeeds(model).stream()
                .filter(one -> store.find(one.name()).isEmpty())
                .toList();
    }

    private boolean mayPull(CatalogModel model) {
        return model.files().stream()
                .flatMap(file -> file.addresses().stream().limit(1))
                .map(address -> settings.mirror().orElse(URI.create(address)))
                .allMatch(address -> network.reach().allows(String.valueOf(address.getHost())));
    }

    /** A folder that models come from. */
    public static Path folder(String name) {
        Path folder = Path.of(name);
        if (!Files.isDirectory(folder)) {
            throw new AssistantException(
                    FaultKind.USAGE, tr("--from needs a folder or an http(s) address, got %s.", name));
        }
        return folder;
    }
}
