package dev.voicebot.recognition;

import dev.voicebot.outcome.Cancellation;

/** Translates what was said, a sentence at a time and in order. */
@FunctionalInterface
public interface Translator {
    /**
     * Blocks. One thread.
     *
     * @param language the code of the language to translate into: {@code en}
     * @throws dev.voicebot.outcome.AssistantException INTERRUPTED soon after the cancel; of another kind when there is
     *     no translation
     */
    String translate(String sentence, String language, Cancellation cancellation);
}
