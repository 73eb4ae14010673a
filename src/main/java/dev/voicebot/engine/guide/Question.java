package dev.voicebot.engine.guide;

import dev.voicebot.chat.ChatMessage;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * What the user wants to know.
 *
 * @param text as the user wrote it, without white space around it
 * @param lastAnswer what was answered before; empty at first
 */
record Question(String text, String lastAnswer) {
    private static final int MOST_LOOKED_AT = 1000; // characters; bounds what the patterns have to do

    static Question last(List<ChatMessage> messages) {
        String question = "";
        String lastAnswer = "";
        for (ChatMessage message : messages) {
            switch (message.role()) {
                case USER -> question = message.text();
                case ASSISTANT -> lastAnswer = message.text();
                case SYSTEM -> {}
            }
        }
        return new Question(question.strip(), lastAnswer);
    }

    Language language() {
        return Language.of(text);
    }

    /** The text for looking things up: lower case, full-width signs as plain ones, curly apostrophes straight. */
    String plain() {
        String start = text.substring(0, Math.min(text.length(), MOST_LOOKED_AT));
        return Normalizer.normalize(start.replace('’', '\'').replace("²", "^2"), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    }

    String in(String english, String chinese) {
        return language().pick(english, chinese);
    }
}
