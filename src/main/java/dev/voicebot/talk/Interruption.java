package dev.voicebot.talk;

import dev.voicebot.screen.Interrupted;
import dev.voicebot.screen.Replies;
import dev.voicebot.turntaking.Interjections;

/**
 * What talking does to the reply that runs. A key cuts it; speech halts it if it is being spoken, until its words tell
 * whether the reply goes on. Under the line's lock.
 */
final class Interruption {
    private final Replies replies;
    private final Interjections interjections;
    private final Interrupted interrupted;
    private boolean halted;

    /** Halts or cuts. */
    Interruption(Replies replies, Interjections interjections, boolean byVoice) {
        this.replies = replies;
        this.interjections = interjections;
        this.interrupted = byVoice ? replies.whatIsCut() : Interrupted.NOTHING;
        this.halted = interrupted.speech() && replies.halt();
        if (!halted) {
            replies.interrupt();
        }
    }

    /** Whether the reply may still go on. */
    boolean isHalted() {
        return halted;
    }

    /** What was understood so far. */
    void heard(String words) {
        if (halted && !interjections.beginsBackChannel(words)) {
            cut();
        }
    }

    void cut() {
        if (halted) {
            halted = false;
            replies.interrupt();
        }
    }

    /** The reply goes on where it can: it was no speech, or none that asks. */
    void undo() {
        if (halted) {
            halted = false;
            replies.resume();
        } else if (interrupted.question().isPresent()) {
            replies.askFirst(interrupted.question().get());
        } else if (interrupted.speech()) {
            replies.goOn();
        }
    }

    /** Decides by all that was said without a key; false when it asks something. */
    boolean isAll(String words) {
        boolean cutsAnything = !interrupted.isNothing();
        if (words.isEmpty() || (cutsAnything && interjections.isBackChannel(words))) {
            undo();
            return true;
        }
        cut();
        return interjections.isGoodbye(words) || (cutsAnything && interjections.isStopWord(words));
    }

    /** What is asked: also a question that was cut before its answer began. */
    String with(String words) {
        return interrupted.with(words);
    }
}
