package dev.voicebot.cli;

import dev.voicebot.files.WholeFile;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.repl.SafeText;
import dev.voicebot.sessions.SavedSession;
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
        description = "Lists, shows, searches, exports and deletes the conversations that are kept.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot sessions list                    the last used first",
            "  voicebot sessions show 20261125           its first letters are enough",
            "  voicebot sessions search tea ceremony     turns that hold both words",
            "  voicebot sessions export 20261125 -o talk.md",
            "  voicebot chat --resume 20261125           go on with it",
        })
final class SessionsCommand implements Runnable {
    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec().commandLine(), "Missing command: list, show, search, export or delete");
    }

    @Command(name = "list", description = "All conversations, the last used first: name, time, turns, first words.")
    int list(
            @Option(names = "--json", description = "One JSON object a line (docs/schemas/session-summary.json).")
                    boolean json) {
        return printer().list(root().sessions().list(), json);
    }

    @Command(name = "show", description = "Prints a conversation.")
    int show(
            @Parameters(
                            paramLabel = "ID",
                            completionCandidates = LiveValues.Sessions.class,
                            description = "Its name, or the beginning of it.")
                    String id,
            @Option(names = "--json", description = "One JSON object with every turn (docs/schemas/session.json).")
                    boolean json) {
        SavedSession session = root().sessions().find(id);
        return printer().show(session, json ? SessionFormat.JSON : SessionFormat.MD);
    }

    @Command(name = "search", description = "Finds turns that hold every word, whatever its case.")
    int search(
            @Parameters(paramLabel = "WORDS", arity = "1..*", description = "In questions and answers.")
                    List<String> words,
            @Option(names = "--json", description = "One JSON object a line (docs/schemas/session-hit.json).")
                    boolean json) {
        String query = String.join(" ", words);
        return printer().hits(root().sessions().search(query), query, json);
    }

    @Command(name = "export", description = "Writes a conversation as a document.")
    int export(
            @Parameters(
                            paramLabel = "ID",
                            completionCandidates = LiveValues.Sessions.class,
                            description = "Its name, or the beginning of it.")
                    String id,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            description = "Where to; a file that is there is replaced (default: - for stdout).")
                    Optional<String> file,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "md",
                            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
                    SessionFormat format) {
        SavedSession session = root().sessions().find(id);
        Optional<Path> target = file.filter(name -> !name.equals("-")).map(Path::of);
        if (target.isEmpty()) {
            return printer().show(session, format);
        }
        write(target.get(), format.of(session, root().edges().clock().getZone()));
        output().printLine(target.get().toString());
        return ExitCode.DONE.number();
    }

    @Command(name = "delete", description = "Removes conversations for ever; their recordings stay.")
    int delete(
            @Parameters(
                            paramLabel = "ID",
                            completionCandidates = LiveValues.Sessions.class,
                            arity = "1..*",
                            description = "Its name, or the beginning of it.")
                    List<String> ids) {
        ids.forEach(id -> output().tell("deleted " + root().sessions().delete(id)));
        return ExitCode.DONE.number();
    }

    private static void write(Path file, String text) {
        try {
            WholeFile.write(file, SafeText.document(text));
        } catch (IOException e) {
            throw FileFault.of(FaultKind.USAGE, "cannot write " + file, e);
        }
    }

    private SessionPrinter printer() {
        return new SessionPrinter(output(), root().edges().clock().getZone());
    }

    private Output output() {
        return new Output(root().edges());
    }

    private VoicebotCommand root() {
        return Commands.of(root);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the spec");
        }
        return spec;
    }
}
