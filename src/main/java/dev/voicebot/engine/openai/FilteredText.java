package dev.voicebot.engine.openai;

import dev.voicebot.chat.ReplyListener;

/** What is known to be said or thought, on its way to the listener; thoughts come before the words behind them. */
final class FilteredText {
    private final ReplyListener listener;
    private final WholeCharacters reply = new WholeCharacters();
    private final WholeCharacters thought = new WholeCharacters();
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
            reply.take().chars().forEach(c -> thought.append((char) c));
            place = new TextPlace();
        }
    }

    void handOn() {
        handOnThought();
        handOnReply();
    }

    private void handOnThought() {
        String text = thought.take();
        if (!text.isEmpty()) {
            listener.thought(text);
        }
    }

    private void handOnReply() {
        String text = reply.take();
        if (!text.isEmpty()) {
            handedOn = true;
            listener.token(text);
        }
    }

    /** Whether something of the reply was handed on. */
    boolean hasReplied() {
        return handedOn;
    }
}
