package dev.voicebot.cli;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Names an engine that the program chose; again only when another one has taken its place. Any thread. */
final class Announcement implements Runnable {
    private final Supplier<String> engine;
    private final Consumer<String> told;

    @GuardedBy("this")
    private String last = "";

    Announcement(Supplier<String> engine, Consumer<String> told) {
        this.engine = engine;
        this.told = told;
    }

    @Override
    public synchronized void run() {
        String now = engine.get();
        if (!now.equals(last)) {
            last = now;
            told.accept(now);
        }
    }
}
