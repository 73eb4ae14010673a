package dev.voicebot.service;

import static dev.voicebot.outcome.FaultKind.CREDENTIALS;
import static dev.voicebot.outcome.FaultKind.SERVICE;
import static dev.voicebot.outcome.FaultKind.SETTINGS;

import dev.voicebot.outcome.FaultKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What went wrong with a service, and what the user can do: one table for speech and chat. Recognized by the error's
 * code without regard to case and punctuation, by its message where codes vary, or by the HTTP status. The first row
 * that fits counts.
 *
 * @see <a href="https://help.aliyun.com/en/model-studio/error-code-start">the service's error codes</a>
 */
public enum ServiceError {
    INPUT_TOO_LONG(
            row("contextlength", "inputlength")
                    .says(
                            "range of input length",
                            "maximum context length",
                            "input length should be",
                            "too many tokens"),
            SERVICE,
            "received more text than the model can take",
            "Start over with /clear, or lower chat.history_turns."),
    FREE_TIER_ONLY(
            row().containing("freetieronly").says("free tier of the model has been exhausted", "free tier only"),
            CREDENTIALS,
            "reports that the free quota of {model} is used up",
            "Turn off \"free tier only\" in the Model Studio console, or choose another {setting}."),
    UNPURCHASED(
            row("commoditynotpurchased").containing("unpurchased").says("not activated", "not purchased"),
            CREDENTIALS,
            "has not activated {model} for this account",
            "Activate it in the Model Studio console, or choose another {setting}."),
    WORKSPACE_DENIED(
            row("workspaceaccessdenied").says("workspace access denied", "workspace.accessdenied"),
            CREDENTIALS,
            "does not let {key} use this workspace",
            "Check dashscope.workspace, or grant access in the Model Studio console."),
    MODEL_DENIED(
            row("modelaccessdenied").says("model access denied", "model.accessdenied", "access to the model"),
            CREDENTIALS,
            "does not let {key} use {model}",
            "Grant the workspace access to it in the Model Studio console, or choose another {setting}."),
    ARREARAGE(
            row("arrearage", "prepaidbilloverdue", "postpaidbilloverdue")
                    .says("account is in good standing", "overdue-payment", "in arrears"),
            CREDENTIALS,
            "reports that the account is out of credit",
            "Top it up in the console of Alibaba Cloud."),
    QUOTA_USED_UP(
            row("insufficientquota", "allocationquota", "throttlingallocationquota", "quotaexceeded")
                    .says("exceeded your current quota", "allocated quota exceeded"),
            CREDENTIALS,
            "reports that the account's quota for {model} is used up",
            "Raise it in the console, or choose another {setting}."),
    THROTTLED(
            row("throttling", "ratelimit", "limitrequests", "limitburstrate", "toomanyrequests")
                    .status(429),
            SERVICE,
            "received too many requests",
            "Wait a moment, then try again."),
    UNKNOWN_VOICE(
            row("418")
                    .says("error code: 418", "voice not found", "voice is invalid", "invalid voice")
                    .status(418),
            SETTINGS,
            "does not offer this voice with {model}",
            "Choose another synthesis.voice: 'voicebot speak --list-voices' lists them."),
    UNKNOWN_MODEL(
            row("modelnotfound", "modelnotexist", "invalidmodel")
                    .says("model not exist", "model does not exist", "model not found")
                    .matching("model\\b.{0,80}(does not|not) (exist|found)|unknown model"),
            SETTINGS,
            "does not offer {model}",
            "Choose another {setting}: 'voicebot models' lists them."),
    INAPPROPRIATE(
            row("datainspection", "contentfilter", "ipinfringement").says("inappropriate content", "content security"),
            SERVICE,
            "rejected the text as inappropriate",
            "Rephrase it."),
    KEY_REFUSED(
            row("invalidapikey", "authentication", "unauthorized", "nokey", "accessdenied", "invalidaccesskey")
                    .says("incorrect api key", "invalid api-key", "invalid api key")
                    .status(401, 403),
            CREDENTIALS,
            "rejected the API key from {key}",
            "Run 'voicebot doctor': it finds the region that the key belongs to."),
    IDLE(
            row().matching("timeout after \\d+ ?s"),
            SERVICE,
            "closed the connection because nothing was sent",
            "Try again."),
    NO_SPEECH(
            row("responsetimeout").says("response timeout"),
            SERVICE,
            "stopped listening because it heard no speech for a minute",
            "Check the microphone, then try again."),
    TIMED_OUT(row("requesttimeout", "timeout").status(408, 504), SERVICE, "took too long to answer", "Try again."),
    WRONG_ADDRESS(
            row("invalidurl", "notfound").status(404, 405),
            SETTINGS,
            "has no such service at this address",
            "Check {address}."),
    INVALID_REQUEST(
            row("invalidparameter", "badrequest", "invalidrequest", "missing", "unsupported", "clienterror", "invalid")
                    .status(400, 413, 415, 422),
            SETTINGS,
            "rejected the request",
            "Check {settings}."),
    CUT_OFF(
            row("networkerror", "connectionerror"),
            SERVICE,
            "closed the connection",
            "Check the network, then try again."),
    UNAVAILABLE(
            row("internal", "systemerror", "modelserving", "modelunavailable", "serviceunavailable", "serviceerror")
                    .status(500, 502, 503),
            SERVICE,
            "has an internal problem",
            "Try again in a moment."),
    OTHER(row(), SERVICE, "failed", "'voicebot doctor' may say why.");

    private final Row row;
    private final FaultKind kind;
    private final String problem;
    private final String advice;

    ServiceError(Row row, FaultKind kind, String problem, String advice) {
        this.row = row;
        this.kind = kind;
        this.problem = problem;
        this.advice = advice;
    }

    /**
     * What an answer of a service means.
     *
     * @param code its error code; may be empty
     * @param message its message; may be empty
     * @param status its HTTP status; 0 where there is none
     */
    public static ServiceError of(String code, String message, int status) {
        String plainCode = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String plainMessage = message.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        // what the service says is more exact than the status it says it with
        return first(row -> row.isAbout(plainCode, plainMessage), first(row -> row.hasStatus(status), OTHER));
    }

    private static ServiceError first(Predicate<Row> fits, ServiceError otherwise) {
        return Arrays.stream(values())
                .filter(error -> fits.test(error.row))
                .findFirst()
                .orElse(otherwise);
    }

    public FaultKind kind() {
        return kind;
    }

    /** The same for a model that the service lacks; {@code offered} are those it has, empty where that is not known. */
    public static String unknownModel(Subject subject, List<String> offered) {
        String line = UNKNOWN_MODEL.line(subject);
        return offered.isEmpty()
                ? line
                : line.substring(0, line.lastIndexOf(": ")) + ". It has " + String.join(", ", offered) + ".";
    }

    /** Whether the user can do nothing but try the same again, which may help. */
    public boolean mayPass() {
        return kind == SERVICE && advice.toLowerCase(Locale.ROOT).contains("try again");
    }

    /** One line for the user: what failed, and what to do. */
    public String line(Subject subject) {
        String detail = subject.detail().isEmpty() ? "" : " (" + subject.detail() + ")";
        return subject.put(subject.service() + " " + problem + detail + ". " + advice);
    }

    /**
     * What an error is about, in the user's words.
     *
     * @param service e.g. {@code speech recognition at dashscope.aliyuncs.com}
     * @param key where the key came from, e.g. {@code DASHSCOPE_API_KEY}
     * @param model the name of the model
     * @param setting the one that names the model, e.g. {@code recognition.model}
     * @param settings all that the request depends on
     * @param address the setting of the address
     * @param detail the code, or what the service said; may be empty
     */
    public record Subject(
            String service, String key, String model, String setting, String settings, String address, String detail) {
        private String put(String text) {
            return text.replace("{key}", key)
                    .replace("{model}", model)
                    .replace("{settings}", settings)
                    .replace("{setting}", setting)
                    .replace("{address}", address);
        }
    }

    private static Row row(String... codes) {
        return new Row(List.of(codes), List.of(), List.of(), Pattern.compile("(?!)"), List.of());
    }

    /** How an error is recognized. Codes by their beginning or a part of them, in lower-case letters and digits. */
    private record Row(
            List<String> codes, List<String> parts, List<String> phrases, Pattern pattern, List<Integer> statuses) {
        Row containing(String... more) {
            return new Row(codes, List.of(more), phrases, pattern, statuses);
        }

        Row says(String... more) {
            return new Row(codes, parts, List.of(more), pattern, statuses);
        }

        Row matching(String regex) {
            return new Row(codes, parts, phrases, Pattern.compile(regex), statuses);
        }

        Row status(Integer... more) {
            return new Row(codes, parts, phrases, pattern, List.of(more));
        }

        boolean isAbout(String code, String message) {
            return codes.stream().anyMatch(code::startsWith)
                    || parts.stream().anyMatch(code::contains)
                    || phrases.stream().anyMatch(message::contains)
                    || pattern.matcher(message).find();
        }

        boolean hasStatus(int status) {
            return statuses.contains(status);
        }
    }
}
