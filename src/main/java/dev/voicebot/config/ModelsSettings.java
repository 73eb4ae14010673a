package dev.voicebot.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The models that run on this machine.
 *
 * @param directory where they are kept
 * @param mirror what they are downloaded from instead
 * @param catalog describes further ones
 */
public record ModelsSettings(Path directory, Optional<URI> mirror, Optional<Path> catalog) {
    static final SettingTable TABLE = new SettingTable("models");

    public static final Setting<Optional<String>> DIRECTORY =
            TABLE.optional("directory", Kind.PATH, "Folder for local models; empty: models in voicebot's data folder.");
    public static final Setting<Optional<URI>> MIRROR = TABLE.optional(
            "mirror",
            Kind.uri("https", "http"),
            "Server to download models from, by the same paths; empty: the publishers'.");
    public static final Setting<Optional<String>> CATALOG = TABLE.optional(
            "catalog",
            Kind.PATH,
            "File with models of your own that can be downloaded, in the form of docs/local-models.md.");

    static ModelsSettings of(SettingValues values, KeptFolders folders) {
        return new ModelsSettings(
                folders.models(DIRECTORY), values.of(MIRROR), values.of(CATALOG).map(Path::of));
    }
}
