package dev.voicebot.engine.openai;

import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.SseException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.services.blocking.chat.ChatCompletionService;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyCut;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A conversation whose last message is to be answered; one thread. */
final class Question {
    private static final Logger LOG = LoggerFactory.getLogger(Question.class);

    private final OpenAiConnection connection;
    private final ChatRequests requests;
    private final OpenAiParameters parameters;
    private String model;
    private ChatFaults faults;
    private final List<ChatMessage> messages;

    Question(
            OpenAiConnection connection,
            ChatRequests requests,
            OpenAiParameters parameters,
            List<ChatMessage> messages) {
        this.connection = connection;
        this.requests = requests;
        this.parameters = parameters;
        this.model = parameters.model().model();
        this.faults = new ChatFaults(parameters, model);
        this.messages = messages;
    }

    /**
     * Streams the answer; as {@link dev.voicebot.chat.ChatModel#reply}, but throws what the SDK does on the way.
     * {@code begun} runs when the service begins to answer.
     */
    ChatUsage ask(ReplyListener listener, Runnable begun, Cancellation cancellation) {
        return untilTaken(() -> stream(listener, begun, cancellation));
    }

    /** Whether the answer begins; asks for a word, and leaves at the first sign of one. */
    boolean isAnswered() {
        return untilTaken(this::firstSign);
    }

    /** Asks again where the server takes the question in another way. */
    private <T> T untilTaken(Supplier<T> asking) {
        while (true) {
            try {
                return asking.get();
            } catch (SseException e) {
                throw e; // it was taken, and broke off
            } catch (OpenAIServiceException e) {
                if (!requests.canDoWithout(parameters, model, e) && !hasOtherModel(e)) {
                    throw refused(e);
                }
            }
        }
    }

    /** Whether another model is asked from now on, because the service lacks this one. */
    private boolean hasOtherModel(OpenAIServiceException e) {
        if (!faults.isUnknownModel(e)) {
            return false;
        }
        Optional<String> other = parameters.model().instead(model);
        other.ifPresent(name -> {
            model = name;
            faults = new ChatFaults(parameters, name);
        });
        return other.isPresent();
    }

    private AssistantException refused(OpenAIServiceException e) {
        if (faults.isTooLong(e)) {
            return faults.tooLong(e, messages.stream().anyMatch(m -> m.role() == ChatMessage.Role.ASSISTANT));
        }
        return faults.isUnknownModel(e) ? faults.unknownModel(e, offered()) : faults.from(e);
    }

    /** What the service lists for chat, by its catalog where there is one. */
    private List<String> offered() {
        List<String> known = parameters.model().offered();
        if (!known.isEmpty()) {
            return known;
        }
        try {
            List<String> listed = ChattingModels.of(connection.models(), parameters.isDashScope());
            return parameters.model().notRefused(listed);
        } catch (OpenAIException e) {
            LOG.debug("no list of models", e);
            return List.of();
        }
    }

    private ChatUsage stream(ReplyListener listener, Runnable begun, Cancellation cancellation) {
        AnswerReader answer = new AnswerReader(listener);
        try (StreamResponse<ChatCompletionChunk> response =
                chats().createStreaming(requests.request(parameters, model, messages))) {
            begun.run();
            Iterator<ChatCompletionChunk> chunks = response.stream().iterator();
            while (answer.length() <= most() && chunks.hasNext()) {
                ChatCompletionChunk chunk = chunks.next();
                cancellation.throwIfCancelled();
                answer.read(chunk);
            }
        }
        cancellation.throwIfCancelled();
        answer.finish();
        if (answer.isEmpty()) {
            throw faults.emptyReply(answer);
        }
        if (answer.length() > most()) {
            listener.cutShort(ReplyCut.LENGTH, faults.endless(most()));
        }
        answer.cut().ifPresent(cut -> listener.cutShort(cut, faults.cutShort(cut)));
        return answer.usage();
    }

    private int most() {
        return parameters.sampling().mostCharacters();
    }

    private boolean firstSign() {
        ChatCompletionCreateParams.Builder request = requests.request(parameters, model, messages).toBuilder();
        if (parameters.isDashScope()) {
            request.putAdditionalBodyProperty("max_tokens", JsonValue.from(1));
        }
        try (StreamResponse<ChatCompletionChunk> response = chats().createStreaming(request.build())) {
            return response.stream().findFirst().isPresent();
        }
    }

    private ChatCompletionService chats() {
        return connection.client().chat().completions();
    }
}
