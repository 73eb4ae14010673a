package dev.voicebot.engine.sherpa.child;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the process says while it works; one thread. */
final class Answers {
    private final MessagePipe pipe;
    private volatile boolean isDropped; // set by the reading thread

    Answers(MessagePipe pipe) {
        this.pipe = pipe;
    }

    void drop(boolean dropped) {
        isDropped = dropped;
    }

    /** Whether the rest of the current work is no longer wanted. */
    boolean isDropped() {
        return isDropped;
    }

    /** What was recognized of the sound between these samples, as the library has it. */
    void heard(String type, String result, long begin, long end) {
        say(Message.of(type)
                .with("result", result)
                .with("begin", seconds(begin))
                .with("end", seconds(end)));
    }

    void say(Message message) {
        try {
            pipe.write(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(long samples) {
        return (double) samples / Configurations.SAMPLE_RATE;
    }
}
