package dev.voicebot.engine.openai;

import com.openai.core.JsonObject;
import com.openai.core.JsonString;
import com.openai.core.JsonValue;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import dev.voicebot.chat.HistoryTooLongException;
import dev.voicebot.chat.ReplyCut;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in one line what went wrong with the chat service and what to do about it. */
final class ChatFaults {
    private static final int LONGEST_QUOTE = 300; // characters
    private static final int MOST_NAMES = 8;

    /** DashScope, OpenAI, vLLM, llama.cpp, LM Studio and others. */
    private static final Pattern TOO_LONG = Pattern.compile(
            "range of input length|context.?length|context.?size|context window|(prompt|input|history) is too long"
                    + "|too many (input )?tokens|maximum (prompt|input) length",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UNKNOWN_MODEL = Pattern.compile(
            "model.{0,80}(not exist|not found|not supported|unknown)|(unknown|invalid|no such) model",
            Pattern.CASE_INSENSITIVE);

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
        int port = parameters.baseUrl().getPort();
        this.host = parameters.baseUrl().getHost() + (port < 0 ? "" : ":" + port);
    }

    AssistantException from(OpenAIException e) {
        if (e instanceof OpenAIServiceException refused) {
            return refusal(refused);
        }
        if (e instanceof OpenAIIoException broken) {
            return fault(FaultKind.SERVICE, new ConnectionFaults(host, parameters.timeouts()).line(broken), broken);
        }
        return fault(FaultKind.SERVICE, host + " answered with something that is no chat; check chat.base_url", e);
    }

    /** The answer is over, and nothing of it was a reply. */
    AssistantException emptyReply(AnswerReader answer) {
        Optional<String> why = answer.cut()
                .map(cut -> cut == ReplyCut.LENGTH
                        ? model + " used up its reply before the first word of it, most likely with thinking. "
                                + "Raise chat.max_tokens, or set chat.thinking = \"off\"."
                        : cutShort(cut));
        String end = answer.finishReason();
        return fault(
                FaultKind.SERVICE,
                why.orElseGet(() -> host + " sent an empty reply"
                        + (end.isEmpty() ? "" : " (it ended with \"" + end + "\")")
                        + "; ask again, or choose another chat.model than " + model),
                null);
    }

    /** What to say of an answer that the service did not let the model finish. */
    String cutShort(ReplyCut why) {
        if (why == ReplyCut.CONTENT_FILTER) {
            return "The content filter of " + host + " stopped the reply. Ask in other words.";
        }
        return parameters
                .sampling()
                .maxTokens()
                .map(most -> "The reply was cut off by chat.max_tokens = " + most + ". Raise it for longer replies.")
                .orElseGet(() -> "The reply was cut off at the longest length of " + model
                        + ". Set chat.max_tokens if the service allows more.");
    }

    /** Whether the conversation has more text than the model takes. */
    static boolean isTooLong(OpenAIServiceException e) {
        return e.statusCode() == 413 || TOO_LONG.matcher(words(e)).find();
    }

    /** {@code hasHistory}: whether a part of the conversation could be left out. */
    AssistantException tooLong(OpenAIServiceException e, boolean hasHistory) {
        AssistantException fault = fault(
                FaultKind.SERVICE, "The question is too long for " + model + quote(e) + ". Ask a shorter one.", e);
        return hasHistory ? new HistoryTooLongException(fault.userMessage(), fault) : fault;
    }

    /** Whether the service has no such model. */
    boolean isUnknownModel(OpenAIServiceException e) {
        return namesTheModel(e, e.code().orElse("").toLowerCase(Locale.ROOT));
    }

    /** {@code offered} are the models that the service has, as far as it says. */
    AssistantException unknownModel(OpenAIServiceException e, List<String> offered) {
        String shown = offered.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (offered.size() > MOST_NAMES ? ", … (" + offered.size() + " in all)" : "");
        String next = offered.isEmpty() ? "" : ". It has " + shown;
        String found = "chat.model: " + host + " has no \"" + model + "\"" + quote(e);
        return fault(FaultKind.SETTINGS, found + next + "; choose another chat.model", e);
    }

    private AssistantException refusal(OpenAIServiceException e) {
        String code = e.code().orElse("").toLowerCase(Locale.ROOT);
        if (code.contains("arrearage")) {
            return fault(FaultKind.CREDENTIALS, host + " says the account has no credit" + quote(e), e);
        }
        if (namesTheModel(e, code)) {
            return unknownModel(e, List.of());
        }
        if (code.contains("inspection")) {
            return badRequest(e, code);
        }
        return switch (e.statusCode()) {
            case 200 -> fault(FaultKind.SERVICE, host + " broke off the answer" + quote(e) + "; ask again", e);
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
                || (e.statusCode() == 404 && serverMessage(e).contains(model))
                || (e.statusCode() == 400 && UNKNOWN_MODEL.matcher(words(e)).find());
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

    private static String quote(OpenAIServiceException e) {
        String message = serverMessage(e).strip().replaceAll("\\s+", " ");
        if (message.isEmpty()) {
            return "";
        }
        return ": " + (message.length() > LONGEST_QUOTE ? message.substring(0, LONGEST_QUOTE) + "…" : message);
    }

    private static String words(OpenAIServiceException e) {
        return e.code().orElse("") + " " + serverMessage(e);
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
