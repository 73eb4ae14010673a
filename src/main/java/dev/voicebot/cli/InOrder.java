package dev.voicebot.cli;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Several writers, one output: what the first unfinished one writes goes out at once, what the others write waits. */
final class InOrder {
    private final Consumer<String> out;

    @GuardedBy("this")
    private final List<StringBuilder> waiting = new ArrayList<>();

    @GuardedBy("this")
    private final boolean[] finished;

    @GuardedBy("this")
    private int head;

    InOrder(int writers, Consumer<String> out) {
        this.out = out;
        this.finished = new boolean[writers];
        for (int i = 0; i < writers; i++) {
            waiting.add(new StringBuilder());
        }
    }

    synchronized void write(int writer, String text) {
        if (writer == head) {
            out.accept(text);
        } else {
            waiting.get(writer).append(text);
        }
    }

    /** This writer will write no more. */
    synchronized void finish(int writer) {
        finished[writer] = true;
        while (head < finished.length && finished[head]) {
            head++;
            if (head < finished.length) {
                out.accept(waiting.get(head).toString());
                waiting.get(head).setLength(0);
            }
        }
    }
}
