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

    /** What became of all that was said without a key. */
    enum Outcome {
        /** Nothing was understood. */
        NOISE,
        BACK_CHANNEL,
        /** It ended the reply, or hands-free. */
        STOP,
        QUESTION
    }

    /** Decides by all that was said without a key. */
    Outcome decide(String words) {
        boolean cutsAnything = !interrupted.isNothing();
        if (words.isEmpty() || (cutsAnything && interjections.isBackChannel(words))) {
            undo();
            return words.isEmpty() ? Outcome.NOISE : Outcome.BACK_CHANNEL;
        }
        cut();
        boolean stops = interjections.isGoodbye(words) || (cutsAnything && interjections.isStopWord(words));
        return stops ? Outcome.STOP : Outcome.QUESTION;
    }

    /** Whether what was said continues a question whose answer had not begun. */
    boolean continuesQuestion() {
        return interrupted.question().isPresent();
    }

    /** Whether a reply was being spoken. */
    boolean isOverSpeech() {
        return interrupted.speech();
    }

    /** What is asked: also a question that was cut before its answer began. */
    String with(String words) {
        return interrupted.with(words);
    }
}
