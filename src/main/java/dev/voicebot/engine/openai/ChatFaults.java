package dev.voicebot.engine.openai;

import static dev.voicebot.text.Messages.tr;

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
            return withoutKey(new ConnectionFaults(host, parameters.timeouts(), "chat")
                    .of(broken, parameters.network().route().failure(parameters.baseUrl())));
        }
        return fault(FaultKind.SERVICE, tr("%s did not answer like a chat service. Check chat.base_url.", host), e);
    }

    /** The answer is over, and nothing of it was a reply. */
    AssistantException emptyReply(AnswerReader answer) {
        Optional<String> why = answer.cut()
                .map(cut -> cut == ReplyCut.LENGTH
                        ? tr(
                                "%s used up its reply length before the first word, most likely by thinking. Raise"
                                        + " chat.max_tokens, or set chat.thinking = \"off\".",
                                model)
                        : cutShort(cut));
        String end = answer.finishReason();
        return fault(
                FaultKind.SERVICE,
                why.orElseGet(() -> tr(
                        "%s sent an empty reply%s. Ask again, or choose a chat.model other than %s.",
                        host, end.isEmpty() ? "" : tr(" (it ended with  \"%s\")", end), model)),
                null);
    }

    /** What to say of an answer that was cut off here. */
    String endless(int most) {
        return tr("The reply was cut off by chat.max_reply = %s. Raise it for longer replies.", most);
    }

    /** What to say of an answer that the service did not let the model finish. */
    String cutShort(ReplyCut why) {
        if (why == ReplyCut.CONTENT_FILTER) {
            return tr("The content filter of %s stopped the reply. Rephrase the question.", host);
        }
        return parameters
                .sampling()
                .maxTokens()
                .map(most -> tr("The reply was cut off by chat.max_tokens = %s. Raise it for longer replies.", most))
                .orElseGet(() -> tr(
                        "The reply was cut off at the maximum length of %s. Set chat.max_tokens if the service"
                                + " allows more.",
                        model));
    }

    /** Whether the conversation has more text than the model takes. */
    boolean isTooLong(OpenAIServiceException e) {
        return error(e) == ServiceError.INPUT_TOO_LONG;
    }

    /** {@code hasHistory}: whether a part of the conversation could be left out. */
    AssistantException tooLong(OpenAIServiceException e, boolean hasHistory) {
        AssistantException fault = fault(
                FaultKind.SERVICE,
                tr("The question is too long for %s%s. Ask a shorter one.", model, ErrorAnswer.inBrackets(e)),
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
            String problem = tr("%s broke off the reply%s.", host, ErrorAnswer.inBrackets(e));
            return withoutKey(new PassingFault(problem, tr("Ask again."), Optional.empty(), e));
        }
        return error.mayPass() ? withoutKey(passing(error, e)) : fault(error.kind(), line(error, e), e);
    }

    private AssistantException passing(ServiceError error, OpenAIServiceException e) {
        Optional<Duration> after = ErrorAnswer.after(e);
        if (error == ServiceError.THROTTLED && after.isPresent()) {
            return new PassingFault(
                    tr("%s received too many requests%s.", host, ErrorAnswer.inBrackets(e)),
                    tr("Try again in %s s.", after.get().toSeconds()),
                    after,
                    e);
        }
        return error.fault(subject(e), after, e);
    }

    private String line(ServiceError error, OpenAIServiceException e) {
        if (error == ServiceError.KEY_REFUSED && parameters.apiKey().isEmpty()) {
            String variable = parameters.isDashScope() ? "DASHSCOPE_API_KEY" : "VOICEBOT_CHAT_API_KEY";
            return tr("%s needs an API key%s. Set %s or chat.api_key.", host, ErrorAnswer.inBrackets(e), variable);
        }
        if (error == ServiceError.KEY_REFUSED && !parameters.isDashScope()) {
            return tr(
                    "%s rejected the API key from %s%s. Check it.",
                    host, subject(e).key(), ErrorAnswer.inBrackets(e));
        }
        return error.line(subject(e));
    }

    private ServiceError.Subject subject(OpenAIServiceException e) {
        return new ServiceError.Subject(
                host,
                parameters.apiKey().map(Secret::origin).orElse("chat.api_key"),
                model,
                "chat.model",
                tr("chat.temperature, chat.max_tokens, chat.thinking and [chat.extra]"),
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
