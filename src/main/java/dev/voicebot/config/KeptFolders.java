package dev.voicebot.config;

import java.nio.file.Path;

/** The folders that settings may move; never a new one where the user happens to stand. */
record KeptFolders(Sources sources, SettingValues values) {
    Path recordings(Setting<?> setting) {
        Path usual = sources.checkout()
                .filter(checkout -> sources.workingDirectory().startsWith(checkout))
                .map(checkout -> checkout.resolve("output_wavs"))
                .orElse(sources.folders().data().resolve("output_wavs"));
        return folder(setting, usual);
    }

    Path models(Setting<?> setting) {
        return folder(setting, sources.folders().data().resolve("models"));
    }

    private Path folder(Setting<?> setting, Path usual) {
        return values.text(setting).map(this::folder).orElse(usual);
    }

    private Path folder(Value value) {
        String text = value.text();
        boolean inHome = text.equals("~") || text.startsWith("~/");
        return inHome
                ? sources.folders().home().resolve(text.substring(Math.min(2, text.length())))
                : value.base().resolve(text).normalize();
    }
}
