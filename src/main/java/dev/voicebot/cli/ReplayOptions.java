package dev.voicebot.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What only the replay of a whole conversation takes. */
final class ReplayOptions {
    @Option(
            names = "--session",
            paramLabel = "ID",
            description = "Conversation to play with its original timing (see 'voicebot sessions').")
    private Optional<String> session = Optional.empty();

    @Option(names = "--instant", description = "With a conversation: print its text at once, without audio.")
    private boolean instant;

    @Option(names = "--from", paramLabel = "TURN", description = "With a conversation: start at this turn.")
    private int from = 1;

    Optional<String> session() {
        return session;
    }

    boolean instant() {
        return instant;
    }

    void check() {
        Commands.requireWithin("--from", from, 1, Integer.MAX_VALUE);
    }

    boolean isGiven() {
        return session.isPresent() || isAsked();
    }

    /** Whether anything but the default was asked for. */
    boolean isAsked() {
        return instant || from != 1;
    }

    int from() {
        return from;
    }
}
