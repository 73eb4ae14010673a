package dev.voicebot.turn;

import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.outcome.Cancellation;

/**
 * Where the text of a turn comes from, and what of it was there before.
 *
 * @param before the part of the reply that was said in an earlier turn, which this one takes up again
 */
record Answer(String question, String before, boolean replacesLast, Source source) {
    /** Gives a text piece by piece; blocks until it is whole. Tells {@code log} what it asks a model. */
    @FunctionalInterface
    interface Source {
        ChatUsage into(ReplyListener listener, TurnLog log, Cancellation cancellation);
    }

    /** All of the reply, when {@code more} follows what was said before. */
    String joined(String more) {
        if (before.isEmpty() || more.isEmpty()) {
            return before + more;
        }
        if (Character.isWhitespace(before.charAt(before.length() - 1))) {
            return before + more.stripLeading();
        }
        return needsSpace(more) ? before + ' ' + more : before + more;
    }

    private boolean needsSpace(String more) {
        int last = before.codePointBefore(before.length());
        int next = more.codePointAt(0);
        boolean words = Character.isLetterOrDigit(next) && !Character.isIdeographic(next);
        return words && !Character.isIdeographic(last) && last < 0x3000;
    }
}
