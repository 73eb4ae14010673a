package dev.voicebot.localmodels;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.localmodels.CatalogModel.CatalogFile;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Brings a model into the store: fetched, compared with its digests, unpacked, stamped, and moved in as a whole. */
public final class ModelPuller {
    private static final int UNPACKED = 3; // times the size of an archive

    private final ModelStore store;
    private final PullSource source;
    private final PullListener listener;
    private final FreeSpace space;

    ModelPuller(ModelStore store, PullSource source, PullListener listener, FreeSpace space) {
        this.store = store;
        this.source = source;
        this.listener = listener;
        this.space = space;
    }

    /** From the web; {@code mirror} takes the place of scheme and host of each address. */
    public static ModelPuller fromWeb(ModelStore store, Network network, Optional<URI> mirror, PullListener listener) {
        return new ModelPuller(
                store, new WebSource(network, mirror, Optional.empty(), listener), listener, FreeSpace.OF_DISK);
    }

    /** From a folder on the web that has the files by their names. */
    public static ModelPuller fromWebFolder(ModelStore store, Network network, URI folder, PullListener listener) {
        return new ModelPuller(
                store,
                new WebSource(network, Optional.empty(), Optional.of(folder), listener),
                listener,
                FreeSpace.OF_DISK);
    }

    /** From a folder on this computer. */
    public static ModelPuller fromFolder(ModelStore store, Path folder, PullListener listener) {
        return new ModelPuller(store, new FolderSource(folder), listener, FreeSpace.OF_DISK);
    }

    /** How many bytes can still be written in a folder. */
    @FunctionalInterface
    interface FreeSpace {
        FreeSpace OF_DISK = folder -> folder.toFile().getUsableSpace();

        long in(Path folder) throws IOException;
    }

    /**
     * Blocks until the model is here; at once where it is. Waits while another process pulls it.
     *
     * @throws AssistantException SERVICE or FAILED, which says what to do; INTERRUPTED at a cancel, what came is kept
     */
    public LocalModel pull(CatalogModel model, Cancellation cancellation) {
        Path folder = store.folder(model.name());
        try {
            PrivateFiles.folder(folder.resolveSibling("."));
            try (PullLock lock = PullLock.acquire(folder, model.name(), listener::notice, cancellation)) {
                Optional<LocalModel> here = store.find(model.name());
                return here.isPresent() ? here.get() : pullAlone(model, folder, cancellation);
            }
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot keep the model %s in %s", model.name(), folder), e);
        }
    }

    private LocalModel pullAlone(CatalogModel model, Path folder, Cancellation cancellation) throws IOException {
        Path fresh = PrivateFiles.folder(ModelStore.freshFolder(folder));
        checkSpace(model, fresh);
        long done = 0;
        for (CatalogFile file : model.files()) {
            Path target = fresh.resolve(file.path());
            PrivateFiles.foldersFor(target.resolveSibling("."));
            if (Files.notExists(target)) {
                fetch(model, file, done, target, cancellation);
            }
            done += file.size();
        }
        listener.finishing(model);
        for (CatalogFile file : model.files()) {
            if (file.unpack()) {
                Unpacking.unpack(fresh.resolve(file.path()), fresh, cancellation);
                Files.delete(fresh.resolve(file.path()));
            }
        }
        checkRoles(model, fresh);
        Stamp.of(fresh, model.kind(), model.allRoles(), model.languages()).write(fresh);
        ModelStore.delete(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        return store.find(model.name())
                .orElseThrow(() -> new AssistantException(
                        FaultKind.FAILED, tr("The model %s changed while it was moved. Pull it again.", model.name())));
    }

    private void fetch(CatalogModel model, CatalogFile file, long before, Path target, Cancellation cancellation)
            throws IOException {
        List<PullSource.Place> places = source.places(model, file);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        for (int i = 0; i < places.size(); i++) {
            try {
                fetch(places.get(i), model, file, before, part, cancellation);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (AssistantException fault) {
                boolean goesOn = fault.kind() == FaultKind.SERVICE
                        && i < places.size() - 1
                        && listener.usesInstead(
                                fault.userMessage(), places.get(i + 1).name());
                if (!goesOn) {
                    throw fault;
                }
            }
        }
        throw new AssistantException(
                FaultKind.USAGE, tr("%s has no address for %s. Use --from.", model.name(), file.path()));
    }

    private void fetch(
            PullSource.Place place,
            CatalogModel model,
            CatalogFile file,
            long before,
            Path part,
            Cancellation cancellation)
            throws IOException {
        boolean resumes = Files.exists(part);
        place.fetch(part, bytes -> listener.progress(model, before + bytes, model.size()), cancellation);
        if (isAsPublished(part, file)) {
            return;
        }
        Files.delete(part);
        if (resumes) { // what was there may have been of another file
            fetch(place, model, file, before, part, cancellation);
            return;
        }
        throw new AssistantException(
                FaultKind.SERVICE,
                tr(
                        "%s from %s is not the file that was published (another SHA-256). Nothing was kept. Try --from or models.mirror.",
                        file.fileName(), place.name()));
    }

    private static boolean isAsPublished(Path part, CatalogFile file) throws IOException {
        return !file.hasDigest() || Digests.of(part).equals(file.sha256());
    }

    private void checkSpace(CatalogModel model, Path folder) throws IOException {
        long needed = 0;
        for (CatalogFile file : model.files()) {
            Path target = folder.resolve(file.path());
            Path part = target.resolveSibling(target.getFileName() + ".part");
            needed += file.size() * (file.unpack() ? 1 + UNPACKED : 1)
                    - target.toFile().length()
                    - part.toFile().length();
        }
        long free = space.in(folder);
        if (free < needed) {
            throw new AssistantException(
                    FaultKind.FAILED,
                    tr(
                            "Not enough space for %s: it needs %s, %s are free in %s. Free some, or set XDG_DATA_HOME.",
                            model.name(), Sizes.words(needed), Sizes.words(free), folder.getParent()));
        }
    }

    private static void checkRoles(CatalogModel model, Path folder) {
        model.allRoles().values().stream()
                .filter(path -> Files.notExists(folder.resolve(path)))
                .findFirst()
                .ifPresent(path -> {
                    throw new AssistantException(
                            FaultKind.FAILED, tr("The archive of %s has no %s. Nothing was kept.", model.name(), path));
                });
    }
}
