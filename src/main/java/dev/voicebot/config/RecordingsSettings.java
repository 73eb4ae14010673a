package dev.voicebot.config;

import java.nio.file.Path;

/** The archive of saved replies. */
public record RecordingsSettings(Path directory, boolean enabled) {
    static final SettingTable TABLE = new SettingTable("recordings");

    public static final Setting<String> DIRECTORY = TABLE.setting(
            "directory",
            Kind.PATH,
            "output_wavs",
            "Folder for saved replies; a relative path starts at this file's folder.");
    public static final Setting<Boolean> ENABLED =
            TABLE.setting("enabled", Kind.BOOLEAN, "true", "Save spoken replies.");

    static RecordingsSettings of(SettingValues values, KeptFolders folders) {
        return new RecordingsSettings(folders.recordings(DIRECTORY), values.of(ENABLED));
    }
}
