package dev.voicebot.turn;

import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.language.Spacing;
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
        boolean isApart = !before.isEmpty() && Character.isWhitespace(before.charAt(before.length() - 1));
        return Spacing.join(before, isApart ? more.stripLeading() : more);
    }
}
