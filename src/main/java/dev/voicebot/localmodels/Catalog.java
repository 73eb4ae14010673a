package dev.voicebot.localmodels;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The models that can be pulled on one platform. */
public final class Catalog {
    private static final String DESCRIPTOR = "voicebot-model.json";
    private static final String ENGINE = "engine";
    private static final TypeReference<List<CatalogModel>> LIST = new TypeReference<>() {};
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<CatalogModel> models;
    private final String engine;

    Catalog(List<CatalogModel> models, String engine) {
        this.models = models;
        this.engine = engine;
    }

    /** Those of this computer. */
    public static Catalog ofThisPlatform() {
        String engine = engineName(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (InputStream in = Catalog.class.getResourceAsStream("catalog.json")) {
            return new Catalog(usable(JSON.readValue(in, LIST), engine), engine);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is in our own jar
        }
    }

    private static List<CatalogModel> usable(List<CatalogModel> all, String engine) {
        return all.stream()
                .filter(model ->
                        model.kind() != LocalModel.Kind.ENGINE || model.name().equals(engine))
                .toList();
    }

    /**
     * The same with the models that {@code file} describes, which take the place of others of their name.
     *
     * @throws AssistantException SETTINGS where it does not describe models
     */
    public Catalog with(Path file) {
        try {
            List<CatalogModel> own = usable(JSON.readValue(PrivateFiles.read(file), LIST), engine);
            List<String> replaced = own.stream().map(CatalogModel::name).toList();
            Stream<CatalogModel> others = models.stream().filter(model -> !replaced.contains(model.name()));
            return new Catalog(Stream.concat(own.stream(), others).toList(), engine);
        } catch (IOException | IllegalArgumentException e) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    tr("models.catalog: %s does not describe models. Compare it with docs/local-models.md.", file),
                    e);
        }
    }

    /** What the engine of a platform is called: {@code engine-linux-x64}. */
    static String engineName(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        String family = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "win" : "linux";
        boolean isArm = processor.equals("aarch64") || processor.equals("arm64");
        return ENGINE + "-" + family + "-" + (isArm ? "arm64" : "x64");
    }

    /** The name under which {@link ModelStore} has the engine of this computer. */
    public static String engineOfThisPlatform() {
        return engineName(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    public List<CatalogModel> models() {
        return models;
    }

    public List<String> names() {
        return models.stream().map(CatalogModel::name).toList();
    }

    /** A model by its name; {@code engine} is that of this platform. */
    public Optional<CatalogModel> find(String name) {
        String wanted = name.equals(ENGINE) ? engine : name;
        return models.stream().filter(model -> model.name().equals(wanted)).findFirst();
    }

    /** What is pulled for {@code model}: what it needs, then itself. */
    public List<CatalogModel> withNeeds(CatalogModel model) {
        List<CatalogModel> all = new ArrayList<>();
        for (String need : model.needs()) {
            all.add(find(need)
                    .orElseThrow(() -> new AssistantException(
                            FaultKind.FAILED,
                            tr(
                                    "There is no %s for this kind of computer (%s), so %s cannot run here.",
                                    need, engine.replace(ENGINE + "-", ""), model.name()))));
        }
        all.add(model);
        return all;
    }

    /** Whether all that {@code model} needs exists for this computer. */
    public boolean runsHere(CatalogModel model) {
        return model.needs().stream().allMatch(need -> find(need).isPresent());
    }

    /** The model that a folder of the user's own describes; empty without a {@code voicebot-model.json}. */
    public static Optional<CatalogModel> describedIn(Path folder) {
        Path file = folder.resolve(DESCRIPTOR);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(PrivateFiles.read(file), CatalogModel.class));
        } catch (IOException | IllegalArgumentException e) {
            throw new AssistantException(
                    FaultKind.USAGE,
                    tr("%s does not describe a model. Compare it with docs/local-models.md.", file),
                    e);
        }
    }
}
