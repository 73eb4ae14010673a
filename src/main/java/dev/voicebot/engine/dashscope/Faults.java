package dev.voicebot.engine.dashscope;

import static dev.voicebot.text.Messages.tr;

import com.alibaba.dashscope.common.Status;
import com.alibaba.dashscope.exception.ApiException;
import com.alibaba.dashscope.exception.NoApiKeyException;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.network.Certificates;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.service.PassingFault;
import dev.voicebot.service.ServiceError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what went wrong with the speech service, and what to do: the one place that reads the SDK's errors. */
final class Faults {
    /** What OkHttp says when the service answers the upgrade with something else. */
    private static final Pattern REFUSED_UPGRADE = Pattern.compile("HTTP 101 response but was '(\\d{3})");

    /** What a proxy or the service says about a refused upgrade, in the SDK's text. */
    private static final Pattern BODY_CODE = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]+)\"");

    /** What somebody answers who knows no WebSocket, and sends everything else to a page. */
    private static final Pattern PORTAL = Pattern.compile("HTTP 101 response but was '(200|30[1-8]) ");

    /** The field of a refused upgrade, in the socket's text. */
    private static final Pattern RETRY_AFTER = Pattern.compile(", retry-after: ([^;]*);");

    /** Errors that only the service's own words explain. */
    private static final Set<ServiceError> TOLD_IN_FULL = Set.of(
            ServiceError.INVALID_REQUEST, ServiceError.UNAVAILABLE, ServiceError.OTHER, ServiceError.INPUT_TOO_LONG);

    /** The code for a socket that broke, as the SDK has it. */
    static final String CUT_OFF = "network error";

    private static final int MAX_REASON = 200;

    private final DashScopeConnection connection;
    private final String what;
    private final ModelChoice model;
    private final String modelSetting;
    private final String settings;

    /**
     * Speaks of one engine.
     *
     * @param what its name in messages: {@code speech recognition}
     * @param modelSetting the one that names the model: {@code recognition.model}
     * @param settings what to look at when a request is refused
     */
    Faults(DashScopeConnection connection, String what, ModelChoice model, String modelSetting, String settings) {
        this.connection = connection;
        this.what = what;
        this.model = model;
        this.modelSetting = modelSetting;
        this.settings = settings;
    }

    static Faults ofRecognition(DashScopeConnection connection, ModelChoice model) {
        return new Faults(
                connection,
                tr("speech recognition"),
                model,
                "recognition.model",
                tr("recognition.model, recognition.sample_rate, recognition.language and"
                        + " recognition.vocabulary_id"));
    }

    static Faults ofSynthesis(DashScopeConnection connection, ModelChoice model) {
        return new Faults(
                connection,
                tr("speech synthesis"),
                model,
                "synthesis.model",
                tr("synthesis.model, synthesis.voice (each model has its own voices) and synthesis.sample_rate"));
    }

    /** What the SDK threw or reported. */
    AssistantException of(Throwable e) {
        ServiceError error = error(e);
        String code = code(e);
        if (error == ServiceError.CUT_OFF || e instanceof NoApiKeyException) {
            return fault(error, "", e); // the code and the message are the SDK's own
        }
        return fault(error, TOLD_IN_FULL.contains(error) ? reason(e) : code, e);
    }

    /** The HTTP status that the service gave instead of a socket. */
    AssistantException ofStatus(int status, @Nullable Throwable e) {
        return fault(ServiceError.of("", "", status), "HTTP " + status, e);
    }

    AssistantException unreachable(String why, @Nullable Throwable e) {
        return fault(
                FaultKind.SERVICE, tr("cannot be reached: %s. Check the network and dashscope.websocket_url.", why), e);
    }

    AssistantException tooSlow(Duration limit) {
        return unreachable(tr("no answer within %s ms", limit.toMillis()), null);
    }

    /** What kept a socket from opening. */
    AssistantException ofConnecting(Throwable seen) {
        Optional<IOException> passedOn = connection.network().route().failure(connection.websocketUrl());
        Throwable e = passedOn.isPresent() ? passedOn.get() : seen;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return unreachable(tr("the connection is refused"), e);
            }
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return unreachable(tr("no such host"), e);
            }
        }
        Optional<String> certificate = Certificates.trouble(e);
        if (certificate.isPresent()) {
            return fault(FaultKind.SERVICE, tr("cannot be reached: %s.", certificate.get()), withoutKey(e));
        }
        if (PORTAL.matcher(String.valueOf(e.getMessage())).find()) {
            return fault(
                    FaultKind.SERVICE,
                    tr("answered with a web page or a redirect. If this network has a sign-in page, open it in a"
                            + " browser; else check dashscope.websocket_url."),
                    e);
        }
        boolean isAnswered =
                REFUSED_UPGRADE.matcher(String.valueOf(e.getMessage())).find()
                        || e instanceof ApiException
                        || e instanceof NoApiKeyException;
        return isAnswered ? of(e) : unreachable(reasonOf(e), e);
    }

    /** In Java's words, without the address: the service's is told beside it, and a traced one is none. */
    private static String reasonOf(Throwable e) {
        return String.valueOf(e.getMessage()).replaceFirst(" on https?://\\S*", "");
    }

    /** The task ended before it was whole. */
    AssistantException brokenOff(String how) {
        return new PassingFault(
                tr("%s at %s broke off (%s).", what, host(), how), tr("Try again."), Optional.empty(), null);
    }

    /** The service closed the socket, which may mean anything. */
    AssistantException closed(int code, String reason) {
        return brokenOff(closing(code, reason));
    }

    /** A Close frame in words. */
    static String closing(int code, String reason) {
        return reason.isBlank() ? tr("closed with %s", code) : tr("closed with %s: %s", code, reason.strip());
    }

    /** Results came, but none that says what was heard. */
    AssistantException notUnderstood() {
        return fault(
                FaultKind.SERVICE,
                tr("sent no result that this version understands. Choose another recognition.model, or update"
                        + " voicebot."),
                null);
    }

    /** More words came than can have been said, or they went on long after the sound had ended. */
    AssistantException endless() {
        return fault(
                FaultKind.SERVICE,
                tr("sends more words than can have been said. Try again, or choose another recognition.model."),
                null);
    }

    AssistantException silent() {
        return fault(FaultKind.SERVICE, tr("does not answer. Try again."), null);
    }

    /** Whether the service ended a task only because nothing came for it: it waits for 23 seconds. */
    static boolean isIdleEnd(Throwable e) {
        return error(e) == ServiceError.IDLE;
    }

    /** Whether the service ended a recognition only because it heard no speech for a minute. */
    static boolean isWithoutSpeech(Throwable e) {
        return error(e) == ServiceError.NO_SPEECH;
    }

    /** Whether the network broke under a task that was taken. */
    static boolean isCutOff(Throwable e) {
        return error(e) == ServiceError.CUT_OFF;
    }

    /** Whether the service does not have the model. */
    static boolean isUnknownModel(Throwable e) {
        return error(e) == ServiceError.UNKNOWN_MODEL;
    }

    /** What the service meant by the fault that it reported. */
    static ServiceError meaning(AssistantException fault) {
        return fault.getCause() == null ? ServiceError.OTHER : error(fault.getCause());
    }

    /** What an error of the SDK means. */
    static ServiceError error(Throwable e) {
        if (e instanceof NoApiKeyException) {
            return ServiceError.KEY_REFUSED;
        }
        Optional<Status> status = status(e);
        String message = status.map(Status::getMessage).map(String::valueOf).orElse(String.valueOf(e.getMessage()));
        Matcher upgrade = REFUSED_UPGRADE.matcher(message);
        if (upgrade.find()) {
            Matcher body = BODY_CODE.matcher(message);
            return ServiceError.of(body.find() ? body.group(1) : "", "", Integer.parseInt(upgrade.group(1)));
        }
        return ServiceError.of(code(e), message, 0);
    }

    private AssistantException fault(ServiceError error, String detail, @Nullable Throwable cause) {
        ServiceError.Subject subject = new ServiceError.Subject(
                tr("%s at %s", what, host()),
                connection.apiKey().origin(),
                model.model(),
                modelSetting,
                settings,
                tr("dashscope.region and dashscope.websocket_url"),
                detail);
        if (error == ServiceError.UNKNOWN_MODEL) {
            String line = ServiceError.unknownModel(subject, model.offered());
            return new AssistantException(error.kind(), line, withoutKey(cause));
        }
        return error.fault(subject, after(cause), withoutKey(cause));
    }

    private AssistantException fault(FaultKind kind, String problem, @Nullable Throwable cause) {
        return new AssistantException(kind, tr("%s at %s %s", what, host(), problem), withoutKey(cause));
    }

    /** When the service wants to be asked again, as its answer to the upgrade said. */
    private static Optional<Duration> after(@Nullable Throwable cause) {
        Matcher field = RETRY_AFTER.matcher(cause == null ? "" : String.valueOf(cause.getMessage()));
        return field.find() ? PassingFault.after(field.group(1), Instant.now()) : Optional.empty();
    }

    private String host() {
        return Objects.requireNonNullElse(connection.websocketUrl().getHost(), "?");
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

    /** What the service said in one line, without the key, should it be quoted; nothing for an error of Java's. */
    private String reason(Throwable e) {
        String text = status(e)
                .map(s -> s.getCode() + ": " + s.getMessage())
                .orElse("")
                .replaceFirst("\\.\\s*$", "");
        String line = connection.apiKey().hideIn(text).replaceAll("\\s+", " ");
        return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "…";
    }

    private static String code(@Nullable Throwable e) {
        return status(e).map(s -> String.valueOf(s.getCode())).orElse("");
    }

    private static Optional<Status> status(@Nullable Throwable e) {
        return e instanceof ApiException api ? Optional.ofNullable(api.getStatus()) : Optional.empty();
    }
}
