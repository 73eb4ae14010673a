package dev.voicebot.wiring;

import dev.voicebot.outcome.Cancellation;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One of the engines that the settings choose, and how to find out whether it would do its work.
 *
 * @param engine its name for the user; the program may choose another one while it finds out
 * @param address where it is asked over the network; none for what is built in
 * @param setting which one holds the address
 */
public record Service(Supplier<String> engine, Optional<URI> address, String setting, Question question) {
    /** What is built in. */
    static Service builtIn(String engine, Question question) {
        return new Service(() -> engine, Optional.empty(), "", question);
    }

    /** Finds out; costs next to nothing. */
    @FunctionalInterface
    public interface Question {
        /**
         * Blocks until there is an answer.
         *
         * @throws dev.voicebot.outcome.AssistantException when it would not do its work
         */
        Answer ask(Cancellation cancellation);
    }

    /**
     * What was found out, in a few words.
     *
     * @param isWell whether there is nothing to do about it
     */
    public record Answer(boolean isWell, String text) {}
}
