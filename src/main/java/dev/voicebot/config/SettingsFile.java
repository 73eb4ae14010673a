package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which settings file a run has, and who can read it. */
final class SettingsFile {
    private SettingsFile() {}

    /** What {@code --config} or {@code VOICEBOT_CONFIG} name, else the one here, else the user's. */
    static Optional<Path> of(Sources sources) {
        String named = sources.environment().getOrDefault("VOICEBOT_CONFIG", "");
        if (sources.file().isPresent()) {
            return sources.file().map(sources.workingDirectory()::resolve);
        }
        if (!named.isEmpty()) {
            return Optional.of(sources.workingDirectory().resolve(named));
        }
        List<Path> usual = List.of(sources.workingDirectory().resolve("config.toml"), users(sources));
        return usual.stream().filter(Files::isRegularFile).findFirst();
    }

    static Path users(Sources sources) {
        return sources.folders().config().resolve("config.toml");
    }

    /** What to tell the user about a file that has {@code texts}. */
    static List<String> warnings(Path file, Map<String, Value> texts) {
        boolean holdsKey = SettingsReference.entries().stream()
                .filter(setting -> setting.kind().isSecret())
                .map(setting -> texts.get(setting.key()))
                .anyMatch(text -> text != null && !text.text().isEmpty());
        return holdsKey && othersCanRead(file)
                ? List.of(tr("Other users can read the key in %s. Run: chmod 600 %s", file, file))
                : List.of();
    }

    private static boolean othersCanRead(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.GROUP_READ);
        } catch (UnsupportedOperationException | IOException e) {
            return false; // not that kind of file system
        }
    }
}
