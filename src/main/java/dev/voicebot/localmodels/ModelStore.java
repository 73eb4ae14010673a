package dev.voicebot.localmodels;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of local models, one folder for each. What was not pulled whole, or has changed since, is not handed out. */
public final class ModelStore {
    private static final Logger LOG = LoggerFactory.getLogger(ModelStore.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path folder;

    /** {@code folder} need not exist. */
    public ModelStore(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** The store in voicebot's data folder. */
    public static ModelStore in(Path data) {
        return new ModelStore(data.resolve("models"));
    }

    /** Where all of them are. */
    public Path folder() {
        return folder;
    }

    /** Where a model of that name is, or would be. */
    public Path folder(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new AssistantException(FaultKind.USAGE, tr("Not a model's name: '%s'.", name));
        }
        return folder.resolve(name);
    }

    /** A model that is here and as it was pulled: compares sizes and times, reads none of its files. */
    public Optional<LocalModel> find(String name) {
        Path model = folder(name);
        if (!Files.isRegularFile(model.resolve(Stamp.NAME))) {
            return Optional.empty();
        }
        try {
            Stamp stamp = Stamp.read(model);
            if (stamp.matches(model)) {
                return Optional.of(described(name, model, stamp));
            }
            LOG.warn("the model {} is not as it was pulled", name);
        } catch (IOException e) {
            LOG.warn("the model {} cannot be read", name, e);
        }
        return Optional.empty();
    }

    /** All of those, by name. */
    public List<LocalModel> all() {
        return names().stream().flatMap(name -> find(name).stream()).toList();
    }

    /** The names of the folders that are here, damaged ones too. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(found -> found.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot read %s", folder), e);
        }
    }

    /**
     * Declares that the files in the model's folder are whole: from now on {@link #find} has it. Reads all of them.
     *
     * @param files by role, relative to {@link #folder(String)}
     */
    public LocalModel adopt(String name, LocalModel.Kind kind, Map<String, Path> files, List<String> languages) {
        Path model = folder(name);
        Map<String, String> roles = new TreeMap<>();
        files.forEach((role, file) -> roles.put(role, file.toString().replace('\\', '/')));
        try {
            Stamp stamp = Stamp.of(model, kind, roles, languages);
            stamp.write(model);
            return described(name, model, stamp);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot keep the model %s in %s", name, model), e);
        }
    }

    /**
     * Compares every file with its digest.
     *
     * @return what is wrong, in a few words; empty when all is as it was pulled
     */
    public Optional<String> verify(String name) {
        Path model = folder(name);
        try {
            Stamp stamp = Stamp.read(model);
            for (Stamp.StampedFile file : stamp.files()) {
                Path path = model.resolve(file.path());
                if (Files.notExists(path)) {
                    return Optional.of(file.path() + " is missing");
                }
                if (!Digests.of(path).equals(file.sha256())) {
                    return Optional.of(file.path() + " has changed");
                }
            }
            return stamp.matches(model) ? Optional.empty() : Optional.of(tr("a file was touched after the pull"));
        } catch (IOException e) {
            return Optional.of(tr("it was not pulled completely"));
        }
    }

    /** Deletes a model, and what an interrupted pull left; false when there was nothing. */
    public boolean remove(String name) {
        Path model = folder(name);
        try {
            boolean wasPart = delete(freshFolder(model));
            boolean was = delete(model) || wasPart;
            Files.deleteIfExists(model.resolveSibling("." + name + ".lock"));
            return was;
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot delete %s", model), e);
        }
    }

    /** Where a model is put together before it takes its place. */
    static Path freshFolder(Path model) {
        return model.resolveSibling("." + model.getFileName() + ".part");
    }

    static boolean delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return true;
    }

    private static LocalModel described(String name, Path model, Stamp stamp) {
        Map<String, Path> files = new TreeMap<>();
        stamp.roles().forEach((role, path) -> files.put(role, model.resolve(path)));
        return new LocalModel(name, model, stamp.kind(), files, stamp.languages());
    }
}
