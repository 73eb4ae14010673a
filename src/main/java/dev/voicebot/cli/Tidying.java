package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.recordings.SavedReply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Copies saved replies, and removes them; prints the files it handled. */
final class Tidying {
    private final CommandContext context;
    private final RecordingArchive archive;
    private final boolean dryRun;

    Tidying(CommandContext context, RecordingArchive archive, boolean dryRun) {
        this.context = context;
        this.archive = archive;
        this.dryRun = dryRun;
    }

    int export(List<SavedReply> replies, Path folder) {
        try {
            PrivateFiles.foldersFor(folder);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot create the folder %s", folder), e);
        }
        replies.forEach(reply -> context.printLine(archive.export(reply, folder).toString()));
        return ExitCode.DONE.number();
    }

    /** More than one only when that was said. */
    int delete(List<SavedReply> replies, boolean many) {
        if (replies.size() > 1 && !many && !dryRun) {
            throw new AssistantException(
                    FaultKind.USAGE,
                    tr("This would delete %s recordings. Add --yes, or --dry-run to see which.", replies.size()));
        }
        return remove(replies);
    }

    /** Removes those that are both older than {@code age} and not among the newest {@code keep}. */
    int prune(Optional<Duration> age, Optional<Integer> keep) {
        if (age.isEmpty() && keep.isEmpty()) {
            throw new AssistantException(
                    FaultKind.USAGE,
                    tr("--prune needs --older-than TIME or --keep N, for example --older-than 30d --keep 100."));
        }
        Instant latest = context.now().toInstant().minus(age.orElse(Duration.ZERO));
        return remove(archive.list().stream()
                .skip(keep.orElse(0))
                .filter(reply -> reply.time().isBefore(latest))
                .toList());
    }

    private int remove(List<SavedReply> replies) {
        for (SavedReply reply : replies) {
            if (!dryRun) {
                archive.delete(reply);
            }
            context.printLine(reply.wav().toString());
        }
        context.tell(dryRun ? tr("%d would be deleted (dry run).", replies.size()) : tr("%d deleted.", replies.size()));
        return ExitCode.DONE.number();
    }
}
