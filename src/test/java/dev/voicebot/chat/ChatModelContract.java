package dev.voicebot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every chat model must do. */
@Timeout(30)
public abstract class ChatModelContract {
    private static final List<ChatMessage> QUESTION = List.of(ChatMessage.user("Hello, who are you?"));

    /** A model that answers at its usual pace, in at least two pieces. */
    protected abstract ChatModel model();

    /** A model that gives its first token at once and the next one after a minute. */
    protected abstract ChatModel modelThatStallsAfterTheFirstToken();

    @Test
    void anAnswerComesInPiecesNoneOfThemEmpty() {
        List<String> tokens = new ArrayList<>();

        model().reply(QUESTION, tokens::add, new Cancellation());

        assertThat(tokens).hasSizeGreaterThan(1).doesNotContain("");
        assertThat(String.join("", tokens)).isNotBlank();
    }

    @Test
    void whatWasCountedIsToldOrNothing() {
        ChatUsage usage = model().reply(QUESTION, token -> {}, new Cancellation());

        assertThat(usage.promptTokens() > 0)
                .as("a service counts both or none, got %s", usage)
                .isEqualTo(usage.completionTokens() > 0);
    }

    @Test
    void aModelHasAName() {
        assertThat(model().name()).isNotBlank();
    }

    @Test
    void tokensComeOnTheCallingThread() {
        List<Thread> threads = new ArrayList<>();

        model().reply(QUESTION, token -> threads.add(Thread.currentThread()), new Cancellation());

        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void oneModelAnswersTurnAfterTurn() {
        ChatModel model = model();
        String first = answer(model, QUESTION);

        String second = answer(
                model,
                List.of(
                        ChatMessage.system("Be brief."),
                        QUESTION.get(0),
                        ChatMessage.assistant(first),
                        ChatMessage.user("你好，你是谁？")));

        assertThat(first).isNotBlank();
        assertThat(second).isNotBlank();
    }

    @Test
    void aCallThatIsCancelledBeforehandSaysNothing() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        List<String> tokens = new ArrayList<>();

        AssistantException e = interruption(model(), tokens::add, cancelled);

        assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED);
        assertThat(tokens).isEmpty();
    }

    @Test
    void aCancelFromAnotherThreadEndsAnAnswerThatStalls() throws Exception {
        ChatModel model = modelThatStallsAfterTheFirstToken();
        Cancellation cancellation = new Cancellation();
        BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
        CompletableFuture<Void> reply = run(() -> model.reply(QUESTION, tokens::add, cancellation));
        assertThat(tokens.poll(10, TimeUnit.SECONDS)).isNotNull();

        cancellation.cancel();

        assertThatThrownBy(() -> reply.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED));
        assertThat(tokens).isEmpty();
    }

    @Test
    void noTokenFollowsACancelByWhoeverTakesTheTokens() {
        Cancellation cancellation = new Cancellation();
        List<String> tokens = new ArrayList<>();

        AssistantException e = interruption(
                model(),
                token -> {
                    tokens.add(token);
                    cancellation.cancel();
                },
                cancellation);

        assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED);
        assertThat(tokens).hasSize(1);
    }

    @Test
    void aModelAnswersAgainAfterACancel() {
        ChatModel model = model();
        Cancellation cancellation = new Cancellation();
        interruption(model, token -> cancellation.cancel(), cancellation);

        assertThat(answer(model, QUESTION)).isNotBlank();
    }

    @Test
    void aCancelAfterTheAnswerIsWithoutEffect() {
        ChatModel model = model();
        Cancellation cancellation = new Cancellation();
        model.reply(QUESTION, token -> {}, cancellation);

        cancellation.cancel();

        assertThat(answer(model, QUESTION)).isNotBlank();
    }

    @Test
    void whatTheTakerOfTokensThrowsComesOutAsItIs() {
        ChatModel model = model();
        IllegalStateException broken = new IllegalStateException("the screen is gone");

        assertThatThrownBy(() -> model.reply(
                        QUESTION,
                        token -> {
                            throw broken;
                        },
                        new Cancellation()))
                .isSameAs(broken);
        assertThat(answer(model, QUESTION)).isNotBlank();
    }

    @Test
    void twoThreadsMayAskAtOnce() throws Exception {
        ChatModel model = model();
        CountDownLatch bothStarted = new CountDownLatch(2);
        ReplyListener meet = token -> {
            bothStarted.countDown();
            awaitQuietly(bothStarted);
        };

        CompletableFuture<Void> one = run(() -> model.reply(QUESTION, meet, new Cancellation()));
        CompletableFuture<Void> two = run(() -> model.reply(QUESTION, meet, new Cancellation()));

        one.get(20, TimeUnit.SECONDS);
        two.get(20, TimeUnit.SECONDS);
        assertThat(bothStarted.getCount()).isZero();
    }

    protected static String answer(ChatModel model, List<ChatMessage> messages) {
        StringBuilder answer = new StringBuilder();
        model.reply(messages, answer::append, new Cancellation());
        return answer.toString();
    }

    private static AssistantException interruption(ChatModel model, ReplyListener tokens, Cancellation cancellation) {
        return catchThrowableOfType(AssistantException.class, () -> model.reply(QUESTION, tokens, cancellation));
    }

    private static CompletableFuture<Void> run(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                        done.complete(null);
                    } catch (RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                },
                "contract");
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the other reply did not start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
