package dev.voicebot.engine.openai;

import com.openai.core.JsonObject;
import com.openai.core.JsonString;
import com.openai.core.JsonValue;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.SseException;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in one line what went wrong with the chat service and what to do about it. */
final class ChatFaults {
    private static final int LONGEST_QUOTE = 300; // characters

    private final OpenAiParameters parameters;
    private final String host;

    ChatFaults(OpenAiParameters parameters) {
        this.parameters = parameters;
        int port = parameters.baseUrl().getPort();
        this.host = parameters.baseUrl().getHost() + (port < 0 ? "" : ":" + port);
    }

    AssistantException from(OpenAIException e) {
        if (e instanceof SseException broken) {
            return fault(FaultKind.SERVICE, host + " broke off the answer" + quote(broken) + "; ask again", e);
        }
        if (e instanceof OpenAIServiceException refused) {
            return refusal(refused);
        }
        if (e instanceof OpenAIIoException broken) {
            return connection(broken);
        }
        return fault(FaultKind.SERVICE, host + " answered with something that is no chat; check chat.base_url", e);
    }

    AssistantException emptyReply(String finishReason) {
        String why = finishReason.isEmpty() ? "" : " (it ended with \"" + finishReason + "\")";
        return fault(
                FaultKind.SERVICE,
                host + " sent an empty reply" + why + "; ask again, or choose another chat.model than "
                        + parameters.model().model(),
                null);
    }

    private AssistantException refusal(OpenAIServiceException e) {
        String code = e.code().orElse("").toLowerCase(Locale.ROOT);
        if (code.contains("arrearage")) {
            return fault(FaultKind.CREDENTIALS, host + " says the account has no credit" + quote(e), e);
        }
        if (namesTheModel(e, code)) {
            String found = "chat.model: " + host + " has no \"" + parameters.model().model() + "\"" + quote(e);
            return fault(FaultKind.SETTINGS, found + "; choose another chat.model", e);
        }
        return switch (e.statusCode()) {
            case 401, 403 -> fault(FaultKind.CREDENTIALS, keyRefused(e), e);
            case 404 ->
                fault(FaultKind.SETTINGS, "chat.base_url: " + host + " has no chat there" + quote(e) + "; check it", e);
            case 400, 422 -> badRequest(e, code);
            case 429 ->
                fault(
                        FaultKind.SERVICE,
                        host + " takes no more requests for now" + quote(e) + "; try again " + retryAfter(e),
                        e);
            default ->
                fault(
                        FaultKind.SERVICE,
                        host + " failed with status " + e.statusCode() + quote(e) + "; try again in a moment",
                        e);
        };
    }

    private boolean namesTheModel(OpenAIServiceException e, String code) {
        return code.startsWith("model_not")
                || code.equals("modelnotfound")
                || (e.statusCode() == 404 && serverMessage(e).contains(parameters.model().model()));
    }

    private String keyRefused(OpenAIServiceException e) {
        String variable = host.contains("aliyuncs.com") ? "DASHSCOPE_API_KEY" : "VOICEBOT_CHAT_API_KEY";
        if (parameters.apiKey().isEmpty()) {
            return host + " wants a key" + quote(e) + "; set " + variable + " or chat.api_key";
        }
        return host + " refused the key" + quote(e) + "; check " + variable + " or chat.api_key"
                + (host.contains("aliyuncs.com") ? " (a key belongs to one region)" : "");
    }

    private AssistantException badRequest(OpenAIServiceException e, String code) {
        boolean aboutSettings = code.contains("parameter")
                || e.param().filter(p -> !p.equals("messages")).isPresent();
        if (aboutSettings) {
            String found = host + " does not accept the chat settings" + quote(e);
            return fault(FaultKind.SETTINGS, found + "; check chat.temperature, chat.max_tokens and chat.model", e);
        }
        String next = code.contains("inspection") ? "; say it in other words" : "; try /clear or another question";
        return fault(FaultKind.SERVICE, host + " refused the question" + quote(e) + next, e);
    }

    private static String retryAfter(OpenAIServiceException e) {
        List<String> seconds = e.headers().values("Retry-After");
        return seconds.isEmpty() ? "in a moment" : "in " + seconds.get(0) + " s";
    }

    private AssistantException connection(OpenAIIoException e) {
        return fault(FaultKind.SERVICE, connectionMessage(e), e);
    }

    private String connectionMessage(OpenAIIoException e) {
        if (causedBy(e, UnknownHostException.class).isPresent()) {
            return "cannot find the host " + host + "; check the network and chat.base_url";
        }
        Optional<SocketTimeoutException> late = causedBy(e, SocketTimeoutException.class);
        if (late.isPresent()) {
            return isAboutConnecting(late.get())
                    ? "no connection to " + host + " within "
                            + seconds(parameters.timeouts().connect().toMillis())
                            + "; check the network and chat.base_url"
                    : host + " sent nothing for "
                            + seconds(parameters.timeouts().silence().toMillis()) + "; ask again";
        }
        if (causedBy(e, ConnectException.class).isPresent()) {
            return "nothing answers at " + host + "; check that the server runs, the network and chat.base_url";
        }
        if (causedBy(e, SSLException.class).isPresent()) {
            return "no secure connection to " + host + "; check chat.base_url, the clock and any proxy";
        }
        return "the connection to " + host + " broke; check the network and ask again";
    }

    private static boolean isAboutConnecting(SocketTimeoutException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private static <T extends Throwable> Optional<T> causedBy(Throwable e, Class<T> type) {
        for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }

    private static String quote(OpenAIServiceException e) {
        String message = serverMessage(e).strip().replaceAll("\\s+", " ");
        if (message.isEmpty()) {
            return "";
        }
        return ": " + (message.length() > LONGEST_QUOTE ? message.substring(0, LONGEST_QUOTE) + "…" : message);
    }

    /** The text in {@code {"error":{"message":…}}}, or in {@code {"error":…}} as some local servers write it. */
    private static String serverMessage(OpenAIServiceException e) {
        JsonValue error = e.body();
        JsonValue message = error instanceof JsonObject object ? object.values().get("message") : error;
        return message instanceof JsonString text ? text.value() : "";
    }

    /** Some services quote the key they refuse: it goes no further, neither in the line nor in the log's stack trace. */
    private AssistantException fault(FaultKind kind, String message, @Nullable Throwable cause) {
        String key = parameters.apiKey().map(secret -> secret.reveal()).orElse("");
        if (key.isEmpty()) {
            return new AssistantException(kind, message, cause);
        }
        boolean causeTells = cause != null && String.valueOf(cause.getMessage()).contains(key);
        return new AssistantException(kind, message.replace(key, "***"), causeTells ? null : cause);
    }
}
