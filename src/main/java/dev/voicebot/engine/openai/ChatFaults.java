package dev.voicebot.engine.openai;

import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.SseException;
import dev.voicebot.chat.HistoryTooLongException;
import dev.voicebot.chat.ReplyCut;
import dev.voicebot.credentials.Secret;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.service.PassingFault;
import dev.voicebot.service.ServiceError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in one line what went wrong with the chat service and what to do about it. */
final class ChatFaults {
    private static final int MOST_NAMES = 8;

    private final OpenAiParameters parameters;
    private final String model;
    private final String host;

    ChatFaults(OpenAiParameters parameters) {
        this(parameters, parameters.model().model());
    }

    /** Of {@code model}, which was asked. */
    ChatFaults(OpenAiParameters parameters, String model) {
        this.parameters = parameters;
        this.model = model;
        this.host = parameters.server().host();
    }

    AssistantException from(OpenAIException e) {
        if (e instanceof OpenAIServiceException refused) {
            return refusal(refused);
        }
        if (e instanceof OpenAIIoException broken) {
            OpenAIIoException real = parameters
                    .network()
                    .route()
                    .failure(parameters.baseUrl())
                    .map(failure -> new OpenAIIoException("passed on", failure))
                    .orElse(broken);
            return withoutKey(new ConnectionFaults(host, parameters.timeouts(), "chat").of(real));
        }
        return fault(FaultKind.SERVICE, host + " did not answer like a chat service. Check chat.base_url.", e);
    }

    /** The answer is over, and nothing of it was a reply. */
    AssistantException emptyReply(AnswerReader answer) {
        Optional<String> why = answer.cut()
                .map(cut -> cut == ReplyCut.LENGTH
                        ? model + " used up its reply length before the first word, most likely by thinking. Raise"
                                + " chat.max_tokens, or set chat.thinking = \"off\"."
                        : cutShort(cut));
        String end = answer.finishReason();
        return fault(
                FaultKind.SERVICE,
                why.orElseGet(() -> host + " sent an empty reply"
                        + (end.isEmpty() ? "" : " (it ended with  \"" + end + "\")")
                        + ". Ask again, or choose a chat.model other than " + model + "."),
                null);
    }

    /** What to say of an answer that was cut off here. */
    String endless(int most) {
        return "The reply was cut off by chat.max_reply = " + most + ". Raise it for longer replies.";
    }

    /** What to say of an answer that the service did not let the model finish. */
    String cutShort(ReplyCut why) {
        if (why == ReplyCut.CONTENT_FILTER) {
            return "The content filter of " + host + " stopped the reply. Rephrase the question.";
        }
        return parameters
                .sampling()
                .maxTokens()
                .map(most -> "The reply was cut off by chat.max_tokens = " + most + ". Raise it for longer replies.")
                .orElseGet(() -> "The reply was cut off at the maximum length of " + model
                        + ". Set chat.max_tokens if the service allows more.");
    }

    /** Whether the conversation has more text than the model takes. */
    boolean isTooLong(OpenAIServiceException e) {
        return error(e) == ServiceError.INPUT_TOO_LONG;
    }

    /** {@code hasHistory}: whether a part of the conversation could be left out. */
    AssistantException tooLong(OpenAIServiceException e, boolean hasHistory) {
        AssistantException fault = fault(
                FaultKind.SERVICE,
                "The question is too long for " + model + ErrorAnswer.inBrackets(e) + ". Ask a shorter one.",
                e);
        return hasHistory ? new HistoryTooLongException(fault.userMessage(), fault) : fault;
    }

    /** Whether the service has no such model. */
    boolean isUnknownModel(OpenAIServiceException e) {
        return error(e) == ServiceError.UNKNOWN_MODEL;
    }

    /** {@code offered} are the models that the service has, as far as it says. */
    AssistantException unknownModel(OpenAIServiceException e, List<String> offered) {
        Stream<String> shown = offered.stream().limit(MOST_NAMES);
        List<String> names = (offered.size() > MOST_NAMES ? Stream.concat(shown, Stream.of("…")) : shown).toList();
        return fault(FaultKind.SETTINGS, ServiceError.unknownModel(subject(e), names), e);
    }

    private ServiceError error(OpenAIServiceException e) {
        boolean namesModel = e.statusCode() == 404 && ErrorAnswer.message(e).contains(model);
        if (namesModel) {
            return ServiceError.UNKNOWN_MODEL;
        }
        return e.statusCode() == 413
                ? ServiceError.INPUT_TOO_LONG
                : ServiceError.of(e.code().orElse(""), ErrorAnswer.message(e), e.statusCode());
    }

    private AssistantException refusal(OpenAIServiceException e) {
        ServiceError error = error(e);
        if (error == ServiceError.OTHER && e instanceof SseException) {
            String problem = host + " broke off the reply" + ErrorAnswer.inBrackets(e) + ".";
            return withoutKey(new PassingFault(problem, "Ask again.", Optional.empty(), e));
        }
        return error.mayPass() ? withoutKey(passing(error, e)) : fault(error.kind(), line(error, e), e);
    }

    private AssistantException passing(ServiceError error, OpenAIServiceException e) {
        Optional<Duration> after = ErrorAnswer.after(e);
        if (error == ServiceError.THROTTLED && after.isPresent()) {
            return new PassingFault(
                    host + " received too many requests" + ErrorAnswer.inBrackets(e) + ".",
                    "Try again in " + after.get().toSeconds() + " s.",
                    after,
                    e);
        }
        return error.fault(subject(e), after, e);
    }

    private String line(ServiceError error, OpenAIServiceException e) {
        if (error == ServiceError.KEY_REFUSED && parameters.apiKey().isEmpty()) {
            String variable = parameters.isDashScope() ? "DASHSCOPE_API_KEY" : "VOICEBOT_CHAT_API_KEY";
            return host + " needs an API key" + ErrorAnswer.inBrackets(e) + ". Set " + variable + " or chat.api_key.";
        }
        if (error == ServiceError.KEY_REFUSED && !parameters.isDashScope()) {
            return host + " rejected the API key from " + subject(e).key() + ErrorAnswer.inBrackets(e) + ". Check it.";
        }
        return error.line(subject(e));
    }

    private ServiceError.Subject subject(OpenAIServiceException e) {
        return new ServiceError.Subject(
                host,
                parameters.apiKey().map(Secret::origin).orElse("chat.api_key"),
                model,
                "chat.model",
                "chat.temperature, chat.max_tokens, chat.thinking and [chat.extra]",
                "chat.base_url",
                ErrorAnswer.detail(e));
    }

    private AssistantException fault(FaultKind kind, String message, @Nullable Throwable cause) {
        return withoutKey(new AssistantException(kind, message, cause));
    }

    private AssistantException withoutKey(AssistantException fault) {
        return ErrorAnswer.withoutKey(fault, parameters.apiKey());
    }
}
