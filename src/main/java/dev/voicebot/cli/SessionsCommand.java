package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.WholeFile;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.sessions.SavedSession;
import dev.voicebot.terminal.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code voicebot sessions}: the conversations that are kept. */
@Command(
        name = "sessions",
        description = "List, show, search, export or delete conversations.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot sessions list                      most recent first",
            "  voicebot sessions show 20261125             the start of its ID is enough",
            "  voicebot sessions search tea ceremony       turns that contain both words",
            "  voicebot sessions export 20261125 -o talk.md",
            "  voicebot chat --resume 20261125             continue it",
        })
final class SessionsCommand implements Runnable {
    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec().commandLine(), tr("Missing command: list, show, search, export or delete."));
    }

    @Command(name = "list", description = "List saved conversations, most recent first.")
    int list(
            @Option(
                            names = "--json",
                            description = "Print one JSON object per line" + " (docs/schemas/session-summary.json).")
                    boolean json) {
        return printer().list(root().sessions().list(), json);
    }

    @Command(name = "show", description = "Show a conversation.")
    int show(
            @Parameters(
                            paramLabel = "ID",
                            completionCandidates = LiveValues.Sessions.class,
                            description = "Conversation ID, or the start of it.")
                    String id,
            @Option(names = "--json", description = "One JSON object with every turn (docs/schemas/session.json).")
                    boolean json) {
        SavedSession session = root().sessions().find(id);
        return printer().show(session, json ? SessionFormat.JSON : SessionFormat.MD);
    }

    @Command(name = "search", description = "Find turns that contain all words.")
    int search(
            @Parameters(
                            paramLabel = "WORDS",
                            arity = "1..*",
                            description = "Words to find in questions and answers," + " in any case.")
                    List<String> words,
            @Option(names = "--json", description = "Print one JSON object per line (docs/schemas/session-hit.json).")
                    boolean json) {
        String query = String.join(" ", words);
        return printer().hits(root().sessions().search(query), query, json);
    }

    @Command(name = "export", description = "Save a conversation as a document.")
    int export(
            @Parameters(
                            paramLabel = "ID",
                            completionCandidates = LiveValues.Sessions.class,
                            description = "Conversation ID, or the start of it.")
                    String id,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            description = "File to write; an existing file is replaced (default: - for stdout).")
                    Optional<String> file,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "md",
                            description = "Format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
                    SessionFormat format) {
        SavedSession session = root().sessions().find(id);
        Optional<Path> target = file.filter(name -> !name.equals("-")).map(FileToWrite::of);
        if (target.isEmpty()) {
            return printer().show(session, format);
        }
        write(target.get(), format.of(session, root().edges().clock().getZone()));
        output().printLine(target.get().toString());
        return ExitCode.DONE.number();
    }

    @Command(name = "delete", description = "Delete conversations permanently; recordings stay.")
    int delete(
            @Parameters(
                            paramLabel = "ID",
                            completionCandidates = LiveValues.Sessions.class,
                            arity = "1..*",
                            description = "Conversation ID, or the start of it.")
                    List<String> ids) {
        root().sessions().delete(ids, id -> output().tell(tr("Deleted %s.", id)));
        return ExitCode.DONE.number();
    }

    private static void write(Path file, String text) {
        try {
            WholeFile.write(file, SafeText.document(text));
        } catch (IOException e) {
            throw FileFault.of(FaultKind.USAGE, tr("Cannot write %s", file), e);
        }
    }

    private SessionPrinter printer() {
        return new SessionPrinter(output(), root().edges().clock().getZone());
    }

    private Output output() {
        return new Output(root().edges());
    }

    private VoicebotCommand root() {
        return VoicebotCommand.of(root);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the spec");
        }
        return spec;
    }
}
