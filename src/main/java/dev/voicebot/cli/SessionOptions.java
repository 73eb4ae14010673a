package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What a chat keeps, and what it goes on with. */
final class SessionOptions {
    @Option(
            names = {"-c", "--continue"},
            description = "Continue your last conversation.")
    private boolean goesOn;

    @Option(
            names = "--resume",
            paramLabel = "ID",
            completionCandidates = LiveValues.Sessions.class,
            description = "Continue this conversation (see 'voicebot sessions'; the start of its ID is enough).")
    private Optional<String> resume = Optional.empty();

    @Option(names = "--no-save", description = "Private conversation: save no session, recording or prompt history.")
    private boolean isPrivate;

    /** Those that continue one conversation. */
    static SessionOptions resuming(String id) {
        SessionOptions options = new SessionOptions();
        options.resume = Optional.of(id);
        return options;
    }

    /** Complains about options that do not go together. */
    void check() {
        Commands.require(!goesOn || resume.isEmpty(), tr("--continue and --resume exclude each other. Remove one."));
    }

    boolean newest() {
        return goesOn;
    }

    Optional<String> id() {
        return resume;
    }

    boolean isPrivate() {
        return isPrivate;
    }
}
