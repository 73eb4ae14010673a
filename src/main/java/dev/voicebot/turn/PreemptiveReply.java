package dev.voicebot.turn;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyCut;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was asked for before the question was certain, on a thread {@code head-start} of its own. Its tokens
 * wait here until the question turns out to be the right one, or are thrown away; nobody sees them before.
 */
final class PreemptiveReply implements ReplyListener {
    private final List<ChatMessage> messages;
    private final Cancellation cancellation = new Cancellation();
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final Consumer<ChatUsage> wasted;
    private final StringBuilder answer = new StringBuilder(); // the head start's thread

    @GuardedBy("this")
    private @Nullable ChatUsage counted; // once the service is done

    @GuardedBy("this")
    private boolean thrownAway;

    private PreemptiveReply(List<ChatMessage> messages, Consumer<ChatUsage> wasted) {
        this.messages = messages;
        this.wasted = wasted;
    }

    /** Asks now; {@code wasted} is told once what the service counted, if it was for nothing. */
    static PreemptiveReply ask(ChatModel model, List<ChatMessage> messages, Consumer<ChatUsage> wasted) {
        PreemptiveReply start = new PreemptiveReply(List.copyOf(messages), wasted);
        Worker.HEAD_START.start(() -> start.run(model));
        return start;
    }

    /** Whether these say the same: all but the last are equal, and that one but for its marks and capitals. */
    boolean isFor(List<ChatMessage> wanted) {
        int last = messages.size() - 1;
        return wanted.size() == messages.size()
                && wanted.subList(0, last).equals(messages.subList(0, last))
                && bare(wanted.get(last).text()).equals(bare(messages.get(last).text()));
    }

    /** Gives what has come so far, then what comes; blocks until it is whole. As {@link ChatModel#reply}. */
    ChatUsage into(ReplyListener listener, Cancellation turn) {
        try (Cancellation.Registration tie = turn.onCancel(this::interrupt)) {
            Step step = steps.take();
            for (; step instanceof Heard heard; step = steps.take()) {
                turn.throwIfCancelled();
                heard.tell().accept(listener);
            }
            turn.throwIfCancelled();
            if (step instanceof Broken broken) {
                throw broken.fault();
            }
            return ((Whole) step).usage();
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    /** Nobody wants it. Quick; any thread. */
    void throwAway() {
        cancellation.cancel();
        ChatUsage whole;
        synchronized (this) {
            whole = thrownAway ? null : counted;
            thrownAway = true;
        }
        if (whole != null) {
            wasted.accept(whole);
        }
    }

    private void interrupt() {
        steps.add(new Broken(AssistantException.interrupted())); // whatever waits before it is not given any more
        cancellation.cancel();
    }

    private void run(ChatModel model) {
        try {
            ChatUsage usage = model.reply(messages, this, cancellation);
            steps.add(new Whole(usage));
            over(usage);
        } catch (RuntimeException e) {
            steps.add(new Broken(e));
            over(answer.isEmpty() ? ChatUsage.NONE : ChatUsage.estimate(messages, answer.toString()));
        }
    }

    private void over(ChatUsage usage) {
        boolean forNothing;
        synchronized (this) {
            counted = usage;
            forNothing = thrownAway;
        }
        if (forNothing) {
            wasted.accept(usage);
        }
    }

    @Override
    public void token(String text) {
        answer.append(text);
        steps.add(new Heard(listener -> listener.token(text)));
    }

    @Override
    public void thought(String text) {
        answer.append(text); // which is billed as well
        steps.add(new Heard(listener -> listener.thought(text)));
    }

    @Override
    public void cutShort(ReplyCut why, String line) {
        steps.add(new Heard(listener -> listener.cutShort(why, line)));
    }

    private static String bare(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private sealed interface Step {}

    private record Heard(Consumer<ReplyListener> tell) implements Step {}

    private record Whole(ChatUsage usage) implements Step {}

    private record Broken(RuntimeException fault) implements Step {}
}
