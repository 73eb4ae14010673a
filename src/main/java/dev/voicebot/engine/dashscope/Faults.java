package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.exception.ApiException;
import com.alibaba.dashscope.exception.NoApiKeyException;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what went wrong with the speech service, and what to do. */
final class Faults {
    private static final List<String> REFUSED_KEY =
            List.of("401", "403", "InvalidApiKey", "Unauthorized", "AccessDenied", "Forbidden");
    private static final List<String> REFUSED_REQUEST =
            List.of("ModelNotFound", "InvalidParameter", "Model not exist", "VoiceNotFound");

    private final DashScopeConnection connection;
    private final String what;

    /** {@code what} is the service's name in messages, e.g. "speech recognition". */
    Faults(DashScopeConnection connection, String what) {
        this.connection = connection;
        this.what = what;
    }

    AssistantException of(Throwable e) {
        String reason = reason(e);
        if (e instanceof NoApiKeyException || REFUSED_KEY.stream().anyMatch(reason::contains)) {
            return fault(
                    FaultKind.CREDENTIALS,
                    "refused the key: check DASHSCOPE_API_KEY; a key belongs to one region, and dashscope.websocket_url"
                            + " to the same",
                    e);
        }
        if (reason.contains("Arrearage")) {
            return fault(FaultKind.CREDENTIALS, "refused the account: it is in debt (Arrearage)", e);
        }
        if (REFUSED_REQUEST.stream().anyMatch(reason::contains)) {
            return fault(
                    FaultKind.SETTINGS,
                    "refused the request (" + reason + "): check model and voice in the settings",
                    e);
        }
        if (reason.contains("Throttling")) {
            return fault(FaultKind.SERVICE, "has too many requests: wait a little and try again", e);
        }
        return fault(FaultKind.SERVICE, "failed (" + reason + "): try again", e);
    }

    AssistantException unreachable() {
        return fault(
                FaultKind.SERVICE,
                "cannot be reached within " + connection.connectTimeout().toMillis()
                        + " ms: check the network and dashscope.websocket_url",
                null);
    }

    AssistantException silent() {
        return fault(FaultKind.SERVICE, "does not answer any more: try again", null);
    }

    private AssistantException fault(FaultKind kind, String problem, @Nullable Throwable cause) {
        String host = String.valueOf(connection.websocketUrl().getHost());
        return new AssistantException(kind, what + " at " + host + " " + problem, cause);
    }

    /** One line, without the key, should the service quote it. */
    private String reason(Throwable e) {
        String text = String.valueOf(e.getMessage());
        if (e instanceof ApiException api && api.getStatus() != null) {
            text = api.getStatus().getCode() + ", " + api.getStatus().getMessage();
        }
        String line = text.replace(connection.apiKey().reveal(), "***").replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
