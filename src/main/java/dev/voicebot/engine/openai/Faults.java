package dev.voicebot.engine.openai;

import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;

/** Says what went wrong with a chat server, and what to do. */
final class Faults {
    private final OpenAiParameters parameters;

    Faults(OpenAiParameters parameters) {
        this.parameters = parameters;
    }

    AssistantException emptyAnswer() {
        return new AssistantException(
                FaultKind.SERVICE, "the chat server at " + host() + " gave an empty answer: try again");
    }

    AssistantException of(RuntimeException e) {
        if (e instanceof UnauthorizedException || e instanceof PermissionDeniedException) {
            return fault(FaultKind.CREDENTIALS, "refused the key: check DASHSCOPE_API_KEY or chat.api_key", e);
        }
        if (e instanceof NotFoundException) {
            return fault(
                    FaultKind.SETTINGS,
                    "has no model '" + parameters.model() + "' at this address: check chat.model and chat.base_url",
                    e);
        }
        if (e instanceof RateLimitException) {
            return fault(FaultKind.SERVICE, "has too many requests: wait a little and try again", e);
        }
        if (e instanceof BadRequestException bad) {
            return fault(FaultKind.SERVICE, "refused the request: " + reason(bad), e);
        }
        if (e instanceof OpenAIServiceException service) {
            return fault(FaultKind.SERVICE, "failed (" + reason(service) + "): try again", e);
        }
        if (e instanceof OpenAIIoException) {
            return fault(
                    FaultKind.SERVICE,
                    "cannot be reached (" + rootReason(e) + "): check the network and chat.base_url",
                    e);
        }
        return fault(FaultKind.SERVICE, "sent something unreadable: check chat.base_url", e);
    }

    private AssistantException fault(FaultKind kind, String what, RuntimeException cause) {
        return new AssistantException(kind, "the chat server at " + host() + " " + what, cause);
    }

    private String host() {
        int port = parameters.baseUrl().getPort();
        return parameters.baseUrl().getHost() + (port < 0 ? "" : ":" + port);
    }

    private static String reason(OpenAIServiceException e) {
        String code = e.code().map(text -> text + ", ").orElse("");
        return firstLine(code + e.getMessage());
    }

    private static String rootReason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return firstLine(String.valueOf(root.getMessage()));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
