package dev.voicebot.engine.openai;

import dev.voicebot.chat.ReplyCut;
import dev.voicebot.chat.ReplyListener;

/** Passes a reply on, and remembers whether any of it has come; one thread. */
final class HeedingListener implements ReplyListener {
    private final ReplyListener listener;
    private boolean begun;

    HeedingListener(ReplyListener listener) {
        this.listener = listener;
    }

    boolean hasBegun() {
        return begun;
    }

    @Override
    public void token(String text) {
        begun = true;
        listener.token(text);
    }

    @Override
    public void thought(String text) {
        begun = true;
        listener.thought(text);
    }

    @Override
    public void cutShort(ReplyCut why, String line) {
        listener.cutShort(why, line);
    }
}
