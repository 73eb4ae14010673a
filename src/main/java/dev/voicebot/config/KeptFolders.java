package dev.voicebot.config;

import java.nio.file.Path;
import java.util.Map;

/** The folders that settings may move; never a new one where the user happens to stand. */
record KeptFolders(Sources sources, Map<String, Value> values) {
    Path recordings() {
        Path usual = sources.checkout()
                .filter(checkout -> sources.workingDirectory().startsWith(checkout))
                .map(checkout -> checkout.resolve("output_wavs"))
                .orElse(sources.folders().data().resolve("output_wavs"));
        return folder("recordings.directory", usual);
    }

    Path models() {
        return folder("models.directory", sources.folders().data().resolve("models"));
    }

    private Path folder(String key, Path usual) {
        Value value = values.get(key);
        if (value == null || value.text().isEmpty()) {
            return usual;
        }
        String text = value.text();
        boolean inHome = text.equals("~") || text.startsWith("~/");
        return inHome
                ? sources.folders().home().resolve(text.substring(Math.min(2, text.length())))
                : value.base().resolve(text).normalize();
    }
}
