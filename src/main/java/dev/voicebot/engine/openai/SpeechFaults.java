package dev.voicebot.engine.openai;

import static dev.voicebot.text.Messages.tr;

import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import dev.voicebot.credentials.Secret;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.service.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in one line what went wrong with a server that hears or speaks, and what to do about it. */
record SpeechFaults(SpeechParameters parameters, String model) {
    /** {@code offered} are the models that the server has for the purpose, as far as it says. */
    AssistantException from(OpenAIException e, List<String> offered) {
        return ErrorAnswer.withoutKey(fault(e, offered), parameters.apiKey());
    }

    private AssistantException fault(OpenAIException e, List<String> offered) {
        if (e instanceof OpenAIServiceException refused) {
            return refusal(refused, offered);
        }
        if (e instanceof OpenAIIoException broken) {
            return new ConnectionFaults(host(), parameters.address().timeouts(), parameters.table())
                    .of(broken, parameters.network().route().failure(parameters.baseUrl()));
        }
        return strange("", e);
    }

    private AssistantException refusal(OpenAIServiceException e, List<String> offered) {
        ServiceError error = ServiceError.of(e.code().orElse(""), ErrorAnswer.message(e), e.statusCode());
        if (error == ServiceError.UNKNOWN_MODEL || ErrorAnswer.message(e).contains("'" + model + "'")) {
            return new AssistantException(FaultKind.SETTINGS, ServiceError.unknownModel(subject(e), offered), e);
        }
        if (error == ServiceError.KEY_REFUSED) {
            return new AssistantException(FaultKind.CREDENTIALS, keyRefused(e), e);
        }
        return error.fault(subject(e), ErrorAnswer.after(e), e);
    }

    private String keyRefused(OpenAIServiceException e) {
        String key = parameters.apiKey().map(Secret::origin).orElse("");
        return key.isEmpty()
                ? tr("%s needs an API key%s. Set %s.", host(), ErrorAnswer.inBrackets(e), setting("api_key"))
                : tr("%s rejected the API key from %s%s. Check it.", host(), key, ErrorAnswer.inBrackets(e));
    }

    /** What came is neither an answer nor an error; {@code words} are what it says. */
    AssistantException strange(String words, @Nullable Throwable cause) {
        String said = words.isEmpty() ? "" : ": " + words;
        return new AssistantException(
                FaultKind.SERVICE,
                tr("%s did not answer like a speech service%s. Check %s.", host(), said, setting("base_url")),
                cause);
    }

    /** The server spoke, but nothing is to be heard. */
    AssistantException noSound() {
        return new AssistantException(
                FaultKind.SERVICE,
                tr("%s sent no sound. Check %s and %s.", host(), setting("model"), setting("voice")));
    }

    private ServiceError.Subject subject(OpenAIServiceException e) {
        return new ServiceError.Subject(
                host(),
                parameters.apiKey().map(Secret::origin).orElse(setting("api_key")),
                model,
                setting("model"),
                tr("the settings of [%s]", parameters.table()),
                setting("base_url"),
                ErrorAnswer.detail(e));
    }

    private String host() {
        return parameters.address().host();
    }

    private String setting(String name) {
        return parameters.table() + "." + name;
    }
}
