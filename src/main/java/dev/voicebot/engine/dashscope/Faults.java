package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.common.Status;
import com.alibaba.dashscope.exception.ApiException;
import com.alibaba.dashscope.exception.NoApiKeyException;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what went wrong with the speech service, and what to do: the one place that reads its errors. */
final class Faults {
    /** What OkHttp says when the service answers the upgrade with something else. */
    private static final Pattern REFUSED_UPGRADE = Pattern.compile("HTTP 101 response but was '(\\d{3})");

    private static final int MAX_REASON = 200;

    private final DashScopeConnection connection;
    private final String what;
    private final String settings;

    /**
     * Speaks of one engine.
     *
     * @param what its name in messages: {@code speech recognition}
     * @param settings what to look at when a request is refused: {@code recognition.model}
     */
    Faults(DashScopeConnection connection, String what, String settings) {
        this.connection = connection;
        this.what = what;
        this.settings = settings;
    }

    /** What the SDK threw or reported. */
    AssistantException of(Throwable e) {
        String reason = reason(e);
        Matcher upgrade = REFUSED_UPGRADE.matcher(reason);
        if (upgrade.find()) {
            return ofStatus(Integer.parseInt(upgrade.group(1)), e);
        }
        if (e instanceof NoApiKeyException) {
            return refusedKey("no key", e);
        }
        String code = code(e);
        if (isIdleEnd(e)) {
            return fault(FaultKind.SERVICE, "ended because nothing was sent for too long: try again", e);
        }
        if (code.startsWith("InvalidApiKey") || code.startsWith("AccessDenied")) {
            return refusedKey(code, e);
        }
        if (code.startsWith("Arrearage")) {
            return fault(
                    FaultKind.CREDENTIALS,
                    "refused: the account is in arrears (Arrearage); top it up in the DashScope console",
                    e);
        }
        if (code.startsWith("ModelNotFound") || code.startsWith("InvalidParameter")) {
            return fault(FaultKind.SETTINGS, "refused the request: check " + settings + " (" + reason + ")", e);
        }
        if (code.startsWith("Throttling")) {
            return fault(FaultKind.SERVICE, "has too many requests: wait a little and try again (" + code + ")", e);
        }
        if (code.startsWith("DataInspection")) {
            return fault(FaultKind.SERVICE, "refused what was said as inappropriate: say it differently", e);
        }
        if (code.equals("network error") || code.equals("ConnectionError")) {
            return fault(FaultKind.SERVICE, "was cut off: check the network and try again", e);
        }
        return fault(FaultKind.SERVICE, "failed: try again (" + reason + ")", e);
    }

    /** The HTTP status that the service gave instead of a socket. */
    AssistantException ofStatus(int status, @Nullable Throwable e) {
        if (status == 401 || status == 403) {
            return refusedKey("HTTP " + status, e);
        }
        if (status == 404) {
            return fault(FaultKind.SETTINGS, "is not there (HTTP 404): check dashscope.websocket_url", e);
        }
        return fault(FaultKind.SERVICE, "does not take connections (HTTP " + status + "): try again later", e);
    }

    AssistantException unreachable(String why, @Nullable Throwable e) {
        return fault(
                FaultKind.SERVICE, "cannot be reached: " + why + "; check the network and dashscope.websocket_url", e);
    }

    AssistantException silent() {
        return fault(FaultKind.SERVICE, "does not answer any more: try again", null);
    }

    /** Whether the service ended a task only because nothing came for it: it waits for 23 seconds. */
    static boolean isIdleEnd(Throwable e) {
        String code = code(e);
        String message = String.valueOf(e.getMessage());
        return code.equals("RequestTimeOut") || (code.equals("InvalidParameter") && message.contains("timeout"));
    }

    private AssistantException refusedKey(String why, @Nullable Throwable e) {
        return fault(
                FaultKind.CREDENTIALS,
                "refused the key (" + why + "): check DASHSCOPE_API_KEY; a key belongs to one region, and so does"
                        + " dashscope.websocket_url",
                e);
    }

    private AssistantException fault(FaultKind kind, String problem, @Nullable Throwable cause) {
        String host = Objects.requireNonNullElse(connection.websocketUrl().getHost(), "?");
        return new AssistantException(kind, what + " at " + host + " " + problem, withoutKey(cause));
    }

    /** A cause is logged as it is, so one that quotes the key is left out. */
    private @Nullable Throwable withoutKey(@Nullable Throwable cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e.toString().contains(connection.apiKey().reveal())) {
                return null;
            }
        }
        return cause;
    }

    /** One line, without the key, should the service quote it. */
    private String reason(Throwable e) {
        String text = status(e).map(s -> s.getCode() + ", " + s.getMessage()).orElseGet(e::toString);
        String line = text.replace(connection.apiKey().reveal(), "***").replaceAll("\\s+", " ");
        return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "…";
    }

    private static String code(Throwable e) {
        return status(e).map(s -> String.valueOf(s.getCode())).orElse("");
    }

    private static Optional<Status> status(Throwable e) {
        return e instanceof ApiException api ? Optional.ofNullable(api.getStatus()) : Optional.empty();
    }
}
