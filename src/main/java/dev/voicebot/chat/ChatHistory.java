package dev.voicebot.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

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
    public synchronized List<ChatMessage> messagesFor(String systemPrompt, String question) {
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

    public synchronized void add(String question, String answer) {
        turns.addLast(new Exchange(question, answer));
        while (turns.size() > maxTurns) {
            turns.removeFirst();
        }
    }

    /** Remembers the last of these, and nothing else. */
    public synchronized void restore(List<Exchange> exchanges) {
        turns.clear();
        exchanges.forEach(turn -> add(turn.question(), turn.answer()));
    }

    /** The turns that are remembered, oldest first. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(turns);
    }

    /** Takes the last turn out; empty when there is none. */
    public synchronized Optional<Exchange> removeLast() {
        return Optional.ofNullable(turns.pollLast());
    }

    /** Forgets the first {@code count} turns. */
    public synchronized void dropOldest(int count) {
        for (int i = 0; i < count; i++) {
            turns.pollFirst();
        }
    }

    public synchronized void clear() {
        turns.clear();
    }

    public synchronized int size() {
        return turns.size();
    }
}
