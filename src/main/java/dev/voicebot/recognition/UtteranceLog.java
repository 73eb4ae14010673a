package dev.voicebot.recognition;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes down what was understood when; any thread. */
final class UtteranceLog implements Consumer<Transcript> {
    private final Consumer<Transcript> screen;
    private final long begin = System.nanoTime();

    @GuardedBy("this")
    private final List<Utterance.Partial> partials = new ArrayList<>();

    @GuardedBy("this")
    private String text = "";

    UtteranceLog(Consumer<Transcript> screen) {
        this.screen = screen;
    }

    @Override
    public void accept(Transcript update) {
        screen.accept(update);
        note(update.text());
    }

    private synchronized void note(String now) {
        if (!now.equals(text)) {
            text = now;
            partials.add(new Utterance.Partial(Duration.ofNanos(System.nanoTime() - begin), now));
        }
    }

    synchronized void understood(Transcript whole) {
        text = whole.text();
    }

    synchronized Utterance utterance(Duration sound) {
        return new Utterance(sound, partials, text);
    }
}
