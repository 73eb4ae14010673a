package dev.voicebot.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The models that run on this machine: where they are kept, and what they are downloaded from instead. */
public record ModelsSettings(Path directory, Optional<URI> mirror) {
    static final SettingTable TABLE = new SettingTable("models");

    public static final Setting<Optional<String>> DIRECTORY = TABLE.optional(
            "directory", Kind.PATH, "Folder for local models; empty: models in voicebot's data folder.");
    public static final Setting<Optional<URI>> MIRROR = TABLE.optional(
            "mirror",
            Kind.uri("https", "http"),
            "Server to download models from, by the same paths; empty: the publishers'.");

    static ModelsSettings of(SettingValues values, KeptFolders folders) {
        return new ModelsSettings(folders.models(), values.of(MIRROR));
    }
}
