package dev.voicebot.wiring;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lines for the user that come up at any time, on any thread; kept until there is a reader. */
final class NoticeBoard implements Consumer<String> {
    @GuardedBy("this")
    private final Queue<String> unread = new ArrayDeque<>();

    @GuardedBy("this")
    private @Nullable Consumer<String> reader;

    @Override
    public synchronized void accept(String line) {
        if (reader == null) {
            unread.add(line);
        } else {
            reader.accept(line);
        }
    }

    /** From now on {@code reader} receives the lines, those that nobody has read yet first. */
    synchronized void readBy(Consumer<String> reader) {
        this.reader = reader;
        while (!unread.isEmpty()) {
            reader.accept(unread.remove());
        }
    }
}
