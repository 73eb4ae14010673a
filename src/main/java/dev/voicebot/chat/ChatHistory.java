package dev.voicebot.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last turns of a conversation; one thread. A turn enters whole, or not at all. */
public final class ChatHistory {
    private final int maxTurns;
    private final Deque<Exchange> turns = new ArrayDeque<>();

    /** Remembers the last {@code maxTurns} turns; 0 remembers nothing. */
    public ChatHistory(int maxTurns) {
        if (maxTurns < 0) {
            throw new IllegalArgumentException("maxTurns must not be negative, got " + maxTurns);
        }
        this.maxTurns = maxTurns;
    }

    /** What to send for the next question: the system prompt (unless blank), the turns, the question. */
    public List<ChatMessage> messagesFor(String systemPrompt, String question) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!systemPrompt.isBlank()) {
            messages.add(ChatMessage.system(systemPrompt));
        }
        for (Exchange turn : turns) {
            messages.add(ChatMessage.user(turn.question()));
            messages.add(ChatMessage.assistant(turn.answer()));
        }
        messages.add(ChatMessage.user(question));
        return messages;
    }

    public void add(String question, String answer) {
        turns.addLast(new Exchange(question, answer));
        while (turns.size() > maxTurns) {
            turns.removeFirst();
        }
    }

    /** Takes the last turn out, when there is one. */
    public void removeLast() {
        turns.pollLast();
    }

    public void clear() {
        turns.clear();
    }

    public int size() {
        return turns.size();
    }

    private record Exchange(String question, String answer) {}
}
