package dev.voicebot.cli;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.recordings.SavedReply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot replay}: find and play what was said before. */
@Command(
        name = "replay",
        description = "Plays a saved reply again: the newest, or the one named by number, file name or words.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot replay                  the newest",
            "  voicebot replay --list           all, newest first: number, time, length, words",
            "  voicebot replay 3                the third newest",
            "  voicebot replay tea ceremony     the newest whose words hold both",
        })
final class ReplayCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Parameters(paramLabel = "WHICH", description = "Number in the list, file name, or words that were said.")
    private List<String> which = List.of();

    @Option(
            names = {"-l", "--list"},
            description = "Lists the saved replies (of those words), newest first.")
    private boolean list;

    @Override
    public Integer call() {
        try (Session session = Commands.of(root).open(Map.of())) {
            RecordingArchive archive = session.assembly().archive();
            Replaying replaying = new Replaying(session);
            String query = String.join(" ", which);
            if (list) {
                return replaying.list(archive.list(), query);
            }
            return replaying.play(find(archive, query));
        }
    }

    private static SavedReply find(RecordingArchive archive, String query) {
        return archive.find(query.isEmpty() ? "1" : query)
                .orElseThrow(() -> new AssistantException(FaultKind.USAGE, notFound(archive, query)));
    }

    private static String notFound(RecordingArchive archive, String query) {
        if (query.isEmpty()) {
            return "nothing is saved yet in " + archive.directory() + ": say something with 'voicebot chat' first";
        }
        return "no saved reply matches '" + query + "': see 'voicebot replay --list'";
    }
}
