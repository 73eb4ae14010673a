package dev.voicebot.engine.openai;

import static dev.voicebot.text.Messages.tr;

import com.openai.core.JsonObject;
import com.openai.core.JsonString;
import com.openai.core.JsonValue;
import com.openai.errors.OpenAIServiceException;
import dev.voicebot.credentials.Secret;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.service.PassingFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a service said when it refused a request. */
final class ErrorAnswer {
    private static final int LONGEST_QUOTE = 300; // characters

    private ErrorAnswer() {}

    /** In the service's own words. */
    static String detail(OpenAIServiceException e) {
        String message = message(e).strip().replaceAll("\\s+", " ");
        String shown = message.length() > LONGEST_QUOTE ? message.substring(0, LONGEST_QUOTE) + "…" : message;
        return shown.isEmpty() && e.statusCode() >= 400 ? "HTTP " + e.statusCode() : shown.replaceAll("[.。]$", "");
    }

    static String inBrackets(OpenAIServiceException e) {
        String detail = detail(e);
        return detail.isEmpty() ? "" : tr(" (%s)", detail);
    }

    /** The text in {@code {"error":{"message":…}}}, or in {@code {"error":…}} as some local servers write it. */
    static String message(OpenAIServiceException e) {
        JsonValue error = e.body();
        JsonValue message = error instanceof JsonObject object ? object.values().get("message") : error;
        return message instanceof JsonString text ? text.value() : "";
    }

    /** When the service wants to be asked again; empty where it does not say. */
    static Optional<Duration> after(OpenAIServiceException e) {
        return e.headers().values("Retry-After").stream()
                .findFirst()
                .flatMap(field -> PassingFault.after(field, Instant.now()));
    }

    /** Some services quote the key they refuse: it goes no further, neither in the line nor in the log's stack trace. */
    static AssistantException withoutKey(AssistantException fault, Optional<Secret> key) {
        String line = withoutKey(fault.userMessage(), key);
        String told =
                fault.getCause() == null ? "" : String.valueOf(fault.getCause().getMessage());
        boolean causeTells = !withoutKey(told, key).equals(told);
        return line.equals(fault.userMessage()) && !causeTells
                ? fault
                : new AssistantException(fault.kind(), line, causeTells ? null : fault.getCause());
    }

    private static String withoutKey(String text, Optional<Secret> key) {
        return key.map(secret -> secret.hideIn(text)).orElse(text);
    }
}
