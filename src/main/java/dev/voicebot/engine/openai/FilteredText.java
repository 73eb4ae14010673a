package dev.voicebot.engine.openai;

import dev.voicebot.chat.ReplyListener;

/** What is known to be said or thought, on its way to the listener; thoughts come before the words behind them. */
final class FilteredText {
    private final ReplyListener listener;
    private final StringBuilder reply = new StringBuilder();
    private final StringBuilder thought = new StringBuilder();
    private TextPlace place = new TextPlace();
    private boolean cleared; // a mark was taken away before the reply's first word
    private boolean handedOn;

    FilteredText(ReplyListener listener) {
        this.listener = listener;
    }

    /** Where the next word of the reply will stand. */
    TextPlace place() {
        return place;
    }

    /** White space behind a mark that was taken away is no beginning of a reply. */
    void clear() {
        cleared = true;
    }

    void say(char c) {
        if (cleared && place.isReplyStart() && Character.isWhitespace(c)) {
            return;
        }
        handOnThought();
        reply.append(c);
        place.read(c);
    }

    void think(char c) {
        handOnReply();
        thought.append(c);
    }

    /** What was said was a thought that the prompt began: only its end came. What was handed on cannot be taken back. */
    void unsay() {
        if (!handedOn) {
            thought.append(reply);
            reply.setLength(0);
            place = new TextPlace();
        }
    }

    void handOn() {
        handOnThought();
        handOnReply();
    }

    private void handOnThought() {
        if (!thought.isEmpty()) {
            String text = thought.toString();
            thought.setLength(0);
            listener.thought(text);
        }
    }

    private void handOnReply() {
        if (!reply.isEmpty()) {
            String text = reply.toString();
            reply.setLength(0);
            handedOn = true;
            listener.token(text);
        }
    }

    /** Whether something of the reply was handed on. */
    boolean hasReplied() {
        return handedOn;
    }
}
