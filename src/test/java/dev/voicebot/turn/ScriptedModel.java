package dev.voicebot.turn;

import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A model that says what the test wrote down. */
final class ScriptedModel implements ChatModel {
    final List<List<ChatMessage>> asked = new CopyOnWriteArrayList<>();
    private final List<String> tokens;
    private List<String> laterTokens = List.of();
    private boolean failsAtTheEnd;
    private boolean waitsAtTheEnd;

    ScriptedModel(String... tokens) {
        this.tokens = List.of(tokens);
    }

    ScriptedModel failingAtTheEnd(boolean fails) {
        failsAtTheEnd = fails;
        return this;
    }

    /** From the second question on it says this, to the end. */
    ScriptedModel then(String... later) {
        laterTokens = List.of(later);
        return this;
    }

    ScriptedModel waitingAtTheEnd() {
        waitsAtTheEnd = true;
        return this;
    }

    @Override
    public ChatUsage reply(List<ChatMessage> messages, ReplyListener listener, Cancellation cancellation) {
        asked.add(List.copyOf(messages));
        if (asked.size() > 1 && !laterTokens.isEmpty()) {
            laterTokens.forEach(listener::token);
            return new ChatUsage(11, laterTokens.size());
        }
        tokens.forEach(token -> {
            cancellation.throwIfCancelled();
            listener.token(token);
        });
        if (failsAtTheEnd) {
            throw new AssistantException(FaultKind.SERVICE, "the model broke off");
        }
        if (waitsAtTheEnd) {
            waitFor(cancellation);
        }
        return new ChatUsage(11, tokens.size());
    }

    @Override
    public String name() {
        return "scripted";
    }

    private static void waitFor(Cancellation cancellation) {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Cancellation.Registration tie = cancellation.onCancel(cancelled::countDown)) {
            cancelled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw AssistantException.interrupted();
    }
}
