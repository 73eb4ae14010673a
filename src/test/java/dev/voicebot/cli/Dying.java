package dev.voicebot.cli;

import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A run of the program that ends in the middle, and what must be true then. */
interface Dying {
    static Dying named(String name) {
        return switch (name) {
            case "chat" -> new DyingChat(false);
            case "resumed-chat" -> new DyingChat(true);
            case "speak" -> new DyingReading();
            case "index" -> new DyingList();
            case "listen" -> new DyingListening();
            case "talk" -> new DyingTalks();
            default -> throw new IllegalArgumentException("no run of that name: " + name);
        };
    }

    /** What is in the home before; the same for all runs. */
    default void prepare(Path home, Shell shell) throws IOException {}

    /** The run that may die anywhere. */
    void run(Path home, Shell shell);

    /**
     * Throws an {@link AssertionError} unless all promises are kept by what is in the home.
     *
     * @param asked questions that had reached the model
     */
    void check(Path home, Shell shell, int asked) throws IOException;

    /** A shell with the stand-in for its services. */
    static Shell shell(Path home, Map<String, String> services) {
        return new Shell(home)
                .with(services)
                .with("VOICEBOT_CHAT_ENGINE", "dashscope")
                .with("VOICEBOT_RECORDINGS_DIRECTORY", home.resolve("replies").toString());
    }

    static int asked(StandIn standIn) {
        return standIn.chat().requests().size();
    }
}
