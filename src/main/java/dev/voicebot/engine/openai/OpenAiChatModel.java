package dev.voicebot.engine.openai;

import com.openai.errors.OpenAIException;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.service.PassingFault;
import dev.voicebot.service.Retries;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chat by any OpenAI-compatible service; keeps its connection between replies. Any thread may ask, several at once. */
public final class OpenAiChatModel implements ChatModel, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAiChatModel.class);
    private static final Duration MAX_IDLE = Duration.ofSeconds(30);

    private final OpenAiConnection connection;
    private final ChatRequests requests = new ChatRequests();
    private volatile OpenAiParameters parameters; // exchanged by any thread, between replies or in one
    private volatile List<String> listed = List.of();
    private final AtomicLong lastUsed = new AtomicLong(); // nanoTime of the open connection's last use; 0 without one
    private final Cancellation closing = new Cancellation();

    public OpenAiChatModel(OpenAiParameters parameters) {
        this.connection = new OpenAiConnection(
                parameters.server(), new AnswerShapes(parameters.timeouts().silence()));
        this.parameters = parameters;
    }

    @Override
    public ChatUsage reply(List<ChatMessage> messages, ReplyListener listener, Cancellation cancellation) {
        Retries.Tries tries = parameters.network().retries().begin();
        HeedingListener heeding = new HeedingListener(listener);
        while (true) {
            try {
                return replyOnce(messages, heeding, cancellation);
            } catch (PassingFault e) {
                if (heeding.hasBegun()) {
                    throw e; // what was shown cannot be taken back
                }
                tries.awaitNext(e, cancellation);
            }
        }
    }

    private ChatUsage replyOnce(List<ChatMessage> messages, ReplyListener listener, Cancellation cancellation) {
        return cancellable(cancellation, whole -> {
            ChatUsage usage = realQuestion(messages).ask(listener, () -> lastUsed.set(0), whole);
            lastUsed.set(System.nanoTime());
            return usage;
        });
    }

    private Question realQuestion(List<ChatMessage> messages) {
        if (choosesFromList()) {
            chooseFrom(connection.models());
        }
        return question(messages);
    }

    private Question question(List<ChatMessage> messages) {
        return new Question(connection, requests, parameters, messages);
    }

    @Override
    public String name() {
        return parameters.model().model();
    }

    /** Whether the model is still to be chosen, from the service's own list: only DashScope has models known by name. */
    public boolean choosesFromList() {
        return parameters.model().isAutomatic() && !parameters.isDashScope();
    }

    /** The first that looks as if it could talk. */
    private void chooseFrom(List<String> models) {
        if (choosesFromList()) {
            ChattingModels.of(models, false).stream().findFirst().ifPresent(this::use);
        }
    }

    @Override
    public void spoken(boolean on) {
        requests.spoken(on);
    }

    /** Loads the SDK and opens the connection, so that the first reply need not; failures wait for that reply. */
    public void warmUp(Cancellation cancellation) {
        try {
            rehearse(cancellation);
            cancellable(cancellation, whole -> {
                listed = connection.models();
                return true;
            });
            chooseFrom(listed);
            lastUsed.set(System.nanoTime());
        } catch (AssistantException e) {
            LOG.debug("warming up the chat failed: {}", e.userMessage());
        }
    }

    /** One reply that never leaves this machine: it loads, and runs once, all that a real one needs but the network. */
    private void rehearse(Cancellation cancellation) {
        List<ChatMessage> messages = List.of(
                ChatMessage.system("?"), ChatMessage.user("?"), ChatMessage.assistant("?"), ChatMessage.user("?"));
        cancellable(cancellation, whole -> {
            connection.rehearse(() -> question(messages).ask(token -> {}, () -> {}, whole));
            return true;
        });
    }

    /** After a reply that was cut, or a long time, the connection may be gone. */
    @Override
    public void getReady() {
        long used = lastUsed.get();
        if (used == 0 || System.nanoTime() - used > MAX_IDLE.toNanos()) {
            warmUp(new Cancellation());
        }
    }

    /**
     * The models that the service lists; none where it keeps no list. Blocks for a round trip.
     *
     * @throws AssistantException CREDENTIALS when the key is refused; SERVICE when nobody answers; INTERRUPTED
     */
    public List<String> list(Cancellation cancellation) {
        return cancellable(
                cancellation, whole -> connection.models().stream().sorted().toList());
    }

    /**
     * Finds out whether the service would answer: asks for a word, and leaves at the first sign of one. Blocks until
     * then. Lists of models prove little, some services give them to anybody.
     *
     * @throws AssistantException as {@link #reply}
     */
    public void tryOut(Cancellation cancellation) {
        cancellable(
                cancellation,
                whole -> realQuestion(List.of(ChatMessage.user("hi"))).isAnswered());
    }

    /** Where the service is, and what is asked of it now. */
    public OpenAiParameters parameters() {
        return parameters;
    }

    /** The models that the service listed when it was warmed up; empty before, and where it does not tell. */
    public List<String> models() {
        return listed;
    }

    /** Another model of the same service, from the next reply on; the connection stays. */
    public void use(String model) {
        parameters = parameters.withModel(model);
    }

    /** Ends running replies, the connection and the SDK's threads. */
    @Override
    public void close() {
        closing.cancel();
        connection.close();
    }

    /** Runs {@code work} so that the caller's cancel, and {@link #close}, end it. */
    private <T> T cancellable(Cancellation cancellation, Function<Cancellation, T> work) {
        try (Cancellation.Scope scope = cancellation.child();
                Cancellation.Registration onClose = closing.onCancel(scope.cancellation()::cancel)) {
            scope.cancellation().throwIfCancelled();
            return connection.cancellable(scope.cancellation(), () -> work.apply(scope.cancellation()));
        } catch (OpenAIException e) {
            if (cancellation.isCancelled()
                    || closing.isCancelled()
                    || Thread.currentThread().isInterrupted()) {
                throw AssistantException.interrupted();
            }
            throw new ChatFaults(parameters).from(e);
        }
    }
}
