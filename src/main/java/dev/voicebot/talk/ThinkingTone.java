package dev.voicebot.talk;

import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.Replies;
import java.time.Duration;

/**
 * A soft tone that repeats until the answer to a spoken question can be heard, for people who are not looking at the
 * screen. All under the line's lock.
 */
final class ThinkingTone {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final boolean on;
    private final ChatDisplay display;
    private final Replies replies;
    private final Chime chime;
    private int question; // another number for each, and for none

    ThinkingTone(boolean on, ChatDisplay display, Replies replies, Chime chime) {
        this.on = on;
        this.display = display;
        this.replies = replies;
        this.chime = chime;
        replies.onAnswer(this::stop);
    }

    /** A spoken question was sent. */
    void begin() {
        stop();
        int mine = question;
        if (on) {
            display.later(() -> sound(mine), PATIENCE);
        }
    }

    private void sound(int mine) {
        if (mine == question && replies.isAwaited()) {
            chime.think();
            display.later(() -> sound(mine), BETWEEN);
        }
    }

    /** Silence at once. */
    void stop() {
        question++;
        chime.hush();
    }
}
