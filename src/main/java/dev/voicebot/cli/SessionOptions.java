package dev.voicebot.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What a chat keeps, and what it goes on with. */
final class SessionOptions {
    @Option(
            names = {"-c", "--continue"},
            description = "Goes on with the conversation you had last.")
    private boolean goesOn;

    @Option(
            names = "--resume",
            paramLabel = "ID",
            completionCandidates = LiveValues.Sessions.class,
            description = "Goes on with this conversation (see 'voicebot sessions'; its first letters are enough).")
    private Optional<String> resume = Optional.empty();

    @Option(names = "--no-save", description = "A private talk: no session, no recording, no prompt history is kept.")
    private boolean isPrivate;

    /** Complains about options that do not go together. */
    void check() {
        Commands.require(!goesOn || resume.isEmpty(), "--continue and --resume exclude each other: leave one out");
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
