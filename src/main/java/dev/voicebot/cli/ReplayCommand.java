package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.recordings.SavedReply;
import dev.voicebot.recordings.Selection;
import dev.voicebot.sessions.SavedSession;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot replay}: find, play, copy and remove what was said before. */
@Command(
        name = "replay",
        description = "Play, list, export or delete saved replies.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot replay                        play the newest",
            "  voicebot replay --list                 number, time, length, words",
            "  voicebot replay 3                      the third newest",
            "  voicebot replay tea ceremony           the newest that contains both words",
            "  voicebot replay --last 3 --speed 1.5   the last three, faster",
            "  voicebot replay --list --json --since yesterday | jq -r .said",
            "  voicebot replay 20261125-0953          a conversation with its original timing",
            "  voicebot replay --export ~/keep tea    copy all that contain the word",
            "  voicebot replay --prune --older-than 30d --keep 100 --dry-run",
            "",
            "Keys during playback: Space pauses, Left and Right seek, q quits.",
        })
final class ReplayCommand implements Callable<Integer> {
    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 3;
    private static final int MANY = 1_000_000;

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Parameters(
            paramLabel = "WHICH",
            completionCandidates = LiveValues.Recordings.class,
            description = "Number in the list, file name, or words to search for.")
    private List<String> which = List.of();

    @Option(names = "--last", paramLabel = "N", description = "Only the N newest matches.")
    private Optional<Integer> last = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = MomentConverter.class,
            description = "Only replies since: 2026-11-25, 2026-11-25T10:30, today, yesterday, 2h or 30d.")
    private @Nullable Function<ZonedDateTime, Instant> since;

    @ArgGroup
    private Doing doing = new Doing();

    /** One thing to do instead of playing. */
    static final class Doing {
        @Option(
                names = {"-l", "--list"},
                description = "List them, newest first.")
        private boolean list;

        @Option(names = "--export", paramLabel = "FOLDER", description = "Copy them, audio and text, to this folder.")
        private Optional<Path> export = Optional.empty();

        @Option(names = "--delete", description = "Delete them; several only with --yes.")
        private boolean delete;

        @Option(names = "--prune", description = "Delete old ones: see --older-than and --keep.")
        private boolean prune;
    }

    @Option(
            names = "--json",
            description =
                    "With --list: print one JSON object per line (docs/schemas/recording.json); with a conversation:"
                            + " print its events (docs/schemas/replay-event.json).")
    private boolean json;

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            converter = AgeConverter.class,
            description = "With --prune: only replies older than this, for example 30d.")
    private Optional<Duration> olderThan = Optional.empty();

    @Option(names = "--keep", paramLabel = "N", description = "With --prune: always keep the N newest.")
    private Optional<Integer> keep = Optional.empty();

    @Option(names = "--dry-run", description = "With --delete or --prune: only print what would be deleted.")
    private boolean dryRun;

    @Option(names = "--yes", description = "With --delete: allow more than one.")
    private boolean yes;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Speed from 0.5 to 3 at the same pitch; 1 is the" + " original.")
    private double speed = 1;

    @Mixin
    private ReplayOptions conversation = new ReplayOptions();

    @Option(names = "--loop", description = "Repeat until q or Ctrl-C.")
    private boolean loop;

    @Override
    public Integer call() {
        check();
        try (CommandContext context = VoicebotCommand.of(root).open()) {
            RecordingArchive archive = context.assembly().archive();
            Selection selection = new Selection(String.join(" ", which), since(context), last);
            RecordingTable table = new RecordingTable(context);
            Tidying tidying = new Tidying(context, archive, dryRun);
            if (doing.list) {
                int printed = table.print(selection.of(archive.list()), archive.mended(), json);
                boolean foundNothing = printed == 0 && !selection.isEverything();
                return (foundNothing ? ExitCode.NOTHING_FOUND : ExitCode.DONE).number();
            }
            if (doing.prune) {
                return tidying.prune(olderThan, keep);
            }
            if (doing.delete) {
                return tidying.delete(meant(archive, selection), yes);
            }
            if (doing.export.isPresent()) {
                return tidying.export(meant(archive, selection), doing.export.get());
            }
            Optional<SavedSession> saved = SessionReplay.meant(context.sessions(), conversation, which);
            if (saved.isPresent()) {
                return new SessionReplay(context, conversation, speed, json).play(saved.get());
            }
            Commands.require(!json, tr("--json needs --list or a conversation."));
            Commands.require(
                    !conversation.isAsked(),
                    tr("--instant and --from need a conversation. See 'voicebot sessions list'."));
            return new Replaying(context, speed).play(toPlay(archive, selection), loop);
        }
    }

    /** What would be passed over must not be thought to be heeded, least of all by what removes. */
    private void check() {
        boolean chosen = !which.isEmpty() || last.isPresent() || since != null;
        Commands.require(
                !doing.prune || !chosen,
                tr("--prune uses only --older-than and --keep. To delete by words, use --delete."));
        Commands.require(
                doing.prune || (olderThan.isEmpty() && keep.isEmpty()), tr("--older-than and --keep need --prune."));
        Commands.require(doing.prune || doing.delete || !dryRun, tr("--dry-run needs --delete or --prune."));
        Commands.require(doing.delete || !yes, tr("--yes needs --delete."));
        boolean plays = !doing.list && !doing.prune && !doing.delete && doing.export.isEmpty();
        Commands.require(plays || doing.list || !json, tr("--json needs --list or a conversation."));
        Commands.require(plays || (speed == 1 && !loop), tr("--speed and --loop need something to play."));
        Commands.require(
                plays || !conversation.isGiven(), tr("--session, --instant and --from need a conversation to play."));
        Commands.require(
                conversation.session().isEmpty() || (!chosen && !loop),
                tr("--session plays one conversation. Remove words, --last, --since and --loop."));
        Commands.requireWithin("--speed", speed, SLOWEST, FASTEST);
        conversation.check();
        keep.ifPresent(count -> Commands.requireWithin("--keep", count, 0, MANY));
        last.ifPresent(count -> Commands.requireWithin("--last", count, 1, MANY));
    }

    private Optional<Instant> since(CommandContext context) {
        return Optional.ofNullable(since).map(moment -> moment.apply(context.now()));
    }

    /** One that is named, else all that hold the words. */
    private static List<SavedReply> meant(RecordingArchive archive, Selection selection) {
        Optional<SavedReply> named = archive.named(selection.words());
        if (named.isPresent()) {
            return List.of(named.get());
        }
        if (selection.isEverything()) {
            throw new AssistantException(
                    FaultKind.USAGE, tr("Which reply? Give a number, a file name, words, --last or --since."));
        }
        List<SavedReply> all = selection.of(archive.list()).stream()
                .map(Selection.Numbered::reply)
                .toList();
        if (all.isEmpty()) {
            throw notFound(archive, selection);
        }
        return all;
    }

    /** The newest that is meant; with --last or --since all of them, in the order they were said. */
    private List<SavedReply> toPlay(RecordingArchive archive, Selection selection) {
        if (last.isPresent() || since != null) {
            List<SavedReply> newestFirst = meant(archive, selection);
            return IntStream.iterate(newestFirst.size() - 1, i -> i >= 0, i -> i - 1)
                    .mapToObj(newestFirst::get)
                    .toList();
        }
        return List.of(archive.find(selection.words().isEmpty() ? "1" : selection.words())
                .orElseThrow(() -> notFound(archive, selection)));
    }

    private static AssistantException notFound(RecordingArchive archive, Selection selection) {
        String line = selection.isEverything()
                ? tr("No saved replies in %s yet. Start with 'voicebot chat'.", archive.directory())
                : tr("No saved reply matches '%s'. See 'voicebot replay --list'.", selection.words());
        return new AssistantException(FaultKind.USAGE, line);
    }
}
