package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Folders;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where things are kept: can they be written, is there room? Nothing is made, and nothing stays. */
public final class FolderChecks {
    private static final long LITTLE_ROOM = 200; // megabytes: a day of replies

    private FolderChecks() {}

    /** {@code recordings} is where replies are saved, if they are. */
    public static List<Check> of(Folders folders, Optional<Path> recordings) {
        List<Check> checks = new ArrayList<>(List.of(
                check(mark("config folder"), folders.config()),
                check(mark("data folder"), folders.data()),
                check(mark("state folder"), folders.state()),
                check(mark("cache folder"), folders.cache())));
        recordings.ifPresent(folder -> checks.add(check(mark("recordings"), folder)));
        return checks;
    }

    private static Check check(String name, Path folder) {
        return Check.useful(name, cancellation -> look(folder));
    }

    private static Diagnosis look(Path folder) {
        Path existing = existing(folder.toAbsolutePath());
        try {
            Files.delete(Files.createTempFile(existing, ".voicebot-doctor", ""));
            long megabytes = existing.toFile().getUsableSpace() / 1_000_000; // a FileStore needs the table of mounts
            Map<String, Number> figures = Map.of("free_mb", megabytes);
            if (megabytes < LITTLE_ROOM) {
                return Diagnosis.warning(tr("%s: only %s MB free. Free some space.", folder, megabytes))
                        .with(figures);
            }
            return Diagnosis.ok(
                            existing.equals(folder.toAbsolutePath())
                                    ? folder.toString()
                                    : tr("%s, created when needed", folder))
                    .with(figures);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write in %s, so nothing is saved there", folder), e);
        }
    }

    private static Path existing(Path folder) {
        for (@Nullable Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return at;
            }
        }
        throw new AssistantException(FaultKind.FAILED, tr("%s has no existing parent folder. Choose another.", folder));
    }
}
