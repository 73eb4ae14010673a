package dev.voicebot.turn;

import dev.voicebot.chat.ChatMessage;
import dev.voicebot.language.EastAsian;
import java.util.ArrayList;
import java.util.List;

/**
 * A reply that did not reach the user whole: it was interrupted, or the model broke off.
 *
 * @param text as far as the model wrote it
 * @param reached how many of its characters were heard, or read where nothing is spoken
 * @param textWhole whether only the speech was cut
 * @param remembered whether the history holds what was reached, as its last turn
 */
record Unfinished(String question, String text, int reached, boolean textWhole, boolean remembered) {
    private static final int LAST_WORDS = 60; // characters

    /** One of an earlier run, which did not keep whether the text was whole: its last mark tells. */
    static Unfinished ofEarlier(String question, String text, String heard, boolean remembered) {
        boolean endsWell = text.strip().matches("(?s).*[.!?…。！？)`\"”]");
        return new Unfinished(question, text, heard.length(), endsWell && text.length() > heard.length(), remembered);
    }

    /** The part that need not be said again, with the white space behind it. */
    String before() {
        int end = reached;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    /** What the model wrote beyond that. */
    String rest() {
        return text.substring(before().length());
    }

    /** Whether there is something to say that was not said. */
    boolean isOpen() {
        return !textWhole || !rest().isBlank();
    }

    /** Whether the model has to be asked for what is missing. */
    boolean needsTheModel() {
        return !textWhole;
    }

    /** What to send so that the model goes on, behind the {@code earlier} messages. */
    List<ChatMessage> messages(List<ChatMessage> earlier) {
        List<ChatMessage> messages = new ArrayList<>(earlier);
        messages.add(ChatMessage.user(question));
        if (!before().isBlank()) {
            messages.add(ChatMessage.assistant(before().strip()));
            messages.add(ChatMessage.user(instruction()));
        }
        return messages;
    }

    private String instruction() {
        String said = before().strip();
        String end = said.substring(Math.max(0, said.length() - LAST_WORDS)).replaceAll("\\s+", " ");
        return EastAsian.hasHan(text + question)
                ? "（你的回答说到“" + end + "”时被打断了。请从那里接着往下说，不要重复说过的话，也不要任何开场白。）"
                : "(You were cut off after \"" + end + "\". Go on exactly where you stopped: repeat nothing of it,"
                        + " and say nothing about the interruption.)";
    }
}
