package dev.voicebot.repl;

import dev.voicebot.outcome.AssistantException;

/** Who hears how a talk goes that began without a key; under the line's lock. */
interface HeardTalk {
    /** More was understood; {@code sentenceEnded} when the recogniser waits for nothing more of it. */
    void heard(boolean sentenceEnded);

    /** Something was understood, or nothing. */
    void understood(boolean anything);

    /** Told to the user already. */
    void failed(AssistantException fault);
}
