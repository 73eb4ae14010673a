package dev.voicebot.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What only the replay of a whole conversation takes. */
final class ReplayOptions {
    @Option(
            names = "--session",
            paramLabel = "ID",
            description =
                    "A whole conversation as it was, words and sound in their own time (see 'voicebot sessions').")
    private Optional<String> session = Optional.empty();

    @Option(names = "--instant", description = "With a conversation: all its words at once, without the sound.")
    private boolean instant;

    @Option(names = "--from", paramLabel = "TURN", description = "With a conversation: begins with this turn.")
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
