package dev.voicebot.service;

import static dev.voicebot.outcome.FaultKind.CREDENTIALS;
import static dev.voicebot.outcome.FaultKind.SERVICE;
import static dev.voicebot.outcome.FaultKind.SETTINGS;
import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a service, and what the user can do: one table for speech and chat. Recognized by the error's
 * code without regard to case and punctuation, by its message where codes vary, or by the HTTP status. The first row
 * that fits counts.
 *
 * @see <a href="https://help.aliyun.com/en/model-studio/error-code-start">the service's error codes</a>
 */
public enum ServiceError {
    INPUT_TOO_LONG(
            "^(contextlength|inputlength|exceedcontextsize)",
            "range of input length|input length should be|too many tokens|context (length|size|window)"
                    + "|(prompt|input) is too long",
            "",
            SERVICE,
            mark("received more text than the model can take"),
            mark("Send less text at once.")),
    FREE_TIER_ONLY(
            "freetieronly",
            "free tier of the model has been exhausted|free tier only",
            "",
            CREDENTIALS,
            mark("reports that the free quota of {model} is used up"),
            mark("Turn off \"free tier only\" in the Model Studio console, or choose another {setting}.")),
    UNPURCHASED(
            "^commoditynotpurchased|unpurchased",
            "not activated|not purchased",
            "",
            CREDENTIALS,
            mark("has not activated {model} for this account"),
            mark("Activate it in the Model Studio console, or choose another {setting}.")),
    WORKSPACE_DENIED(
            "^workspaceaccessdenied",
            "workspace access denied|workspace\\.accessdenied",
            "",
            CREDENTIALS,
            mark("does not let {key} use this workspace"),
            mark("Check dashscope.workspace, or grant access in the Model Studio console.")),
    MODEL_DENIED(
            "^modelaccessdenied",
            "model access denied|model\\.accessdenied|access to the model",
            "",
            CREDENTIALS,
            mark("does not let {key} use {model}"),
            mark("Grant the workspace access to it in the Model Studio console, or choose another {setting}.")),
    ARREARAGE(
            "^(arrearage|prepaidbilloverdue|postpaidbilloverdue)",
            "account is in good standing|overdue-payment|in arrears",
            "",
            CREDENTIALS,
            mark("reports that the account is out of credit"),
            mark("Top it up in the console of Alibaba Cloud.")),
    QUOTA_USED_UP(
            "^(insufficientquota|allocationquota|throttlingallocationquota|quotaexceeded)",
            "exceeded your current quota|allocated quota exceeded",
            "",
            CREDENTIALS,
            mark("reports that the account's quota for {model} is used up"),
            mark("Raise it in the console, or choose another {setting}.")),
    THROTTLED(
            "^(throttling|ratelimit|limitrequests|limitburstrate|toomanyrequests)",
            "",
            "429",
            SERVICE,
            mark("received too many requests"),
            mark("Wait a moment, then try again.")),
    UNKNOWN_VOICE(
            "^418",
            "error code: 418|voice not found|voice is invalid|invalid voice",
            "418",
            SETTINGS,
            mark("does not offer this voice with {model}"),
            mark("Choose another synthesis.voice: 'voicebot speak --list-voices' lists them.")),
    UNKNOWN_MODEL(
            "^(modelnotfound|modelnotexist|invalidmodel)",
            "model not exist|model does not exist|model not found|model\\b.{0,80}(does not|not) (exist|found)|unknown model",
            "",
            SETTINGS,
            mark("does not offer {model}"),
            mark("Choose another {setting}: 'voicebot models' lists them.")),
    INAPPROPRIATE(
            "^(datainspection|contentfilter|ipinfringement)",
            "inappropriate content|content security",
            "",
            SERVICE,
            mark("rejected the text as inappropriate"),
            mark("Rephrase it.")),
    KEY_REFUSED(
            "^(invalidapikey|authentication|unauthorized|nokey|accessdenied|invalidaccesskey)",
            "incorrect api key|invalid api-key|invalid api key",
            "401 403",
            CREDENTIALS,
            mark("rejected the API key from {key}"),
            mark("Run 'voicebot doctor': it finds the region that the key belongs to.")),
    IDLE(
            "",
            "timeout after \\d+ ?s",
            "",
            SERVICE,
            mark("closed the connection because nothing was sent"),
            mark("Try again.")),
    NO_SPEECH(
            "^responsetimeout",
            "response timeout",
            "",
            SERVICE,
            mark("stopped listening because it heard no speech for a minute"),
            mark("Check the microphone, then try again.")),
    TIMED_OUT("^(requesttimeout|timeout)", "", "408 504", SERVICE, mark("took too long to answer"), mark("Try again.")),
    WRONG_ADDRESS(
            "^(invalidurl|notfound)",
            "",
            "404 405",
            SETTINGS,
            mark("has no such service at this address"),
            mark("Check {address}.")),
    INVALID_REQUEST(
            "^(invalidparameter|badrequest|invalidrequest|missing|unsupported|clienterror|invalid)",
            "",
            "400 413 415 422",
            SETTINGS,
            mark("rejected the request"),
            mark("Check {settings}.")),
    CUT_OFF(
            "^(networkerror|connectionerror)",
            "",
            "",
            SERVICE,
            mark("closed the connection"),
            mark("Check the network, then try again.")),
    UNAVAILABLE(
            "^(internal|systemerror|modelserving|modelunavailable|serviceunavailable|serviceerror)",
            "",
            "500 502 503",
            SERVICE,
            mark("has an internal problem"),
            mark("Try again in a moment.")),
    OTHER("", "", "", SERVICE, mark("failed"), mark("'voicebot doctor' may say why."));

    private final Pattern codes;
    private final Pattern phrases;
    private final String statuses;
    private final FaultKind kind;
    private final String problem;
    private final String advice;

    /**
     * A row of the table.
     *
     * @param codes finds its codes, which are in lower-case letters and digits here; empty for none
     * @param phrases finds its messages, which are in lower case here; empty for none
     * @param statuses HTTP statuses, divided by spaces
     */
    ServiceError(String codes, String phrases, String statuses, FaultKind kind, String problem, String advice) {
        this.codes = pattern(codes);
        this.phrases = pattern(phrases);
        this.statuses = statuses;
        this.kind = kind;
        this.problem = problem;
        this.advice = advice;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex.isEmpty() ? "(?!)" : regex);
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
        return first(error -> error.isAbout(plainCode, plainMessage))
                .or(() -> first(error -> error.hasStatus(status)))
                .orElse(OTHER);
    }

    private static Optional<ServiceError> first(Predicate<ServiceError> fits) {
        return Arrays.stream(values()).filter(fits).findFirst();
    }

    private boolean isAbout(String code, String message) {
        return codes.matcher(code).find() || phrases.matcher(message).find();
    }

    private boolean hasStatus(int status) {
        return Arrays.asList(statuses.split(" ")).contains(String.valueOf(status));
    }

    /** What the user can do. */
    public String advice() {
        return tr(advice);
    }

    public FaultKind kind() {
        return kind;
    }

    /** The same for a model that the service lacks; {@code offered} are those it has, empty where that is not known. */
    public static String unknownModel(Subject subject, List<String> offered) {
        return offered.isEmpty()
                ? UNKNOWN_MODEL.line(subject)
                : tr(
                        "%s Choose another %s. It has %s.",
                        UNKNOWN_MODEL.problem(subject), subject.setting(), String.join(", ", offered));
    }

    /** Whether the same request may succeed in a moment. */
    public boolean mayPass() {
        return this == THROTTLED || this == TIMED_OUT || this == CUT_OFF || this == UNAVAILABLE;
    }

    /** One line for the user: what failed, and what to do. */
    public String line(Subject subject) {
        return tr("%s %s", problem(subject), subject.put(advice()));
    }

    private String problem(Subject subject) {
        String detail = subject.detail().isEmpty() ? "" : tr(" (%s)", subject.detail());
        return subject.put(tr("%s %s%s.", subject.service(), tr(problem), detail));
    }

    /** What is thrown because of it; {@code after} as in {@link PassingFault}. */
    public AssistantException fault(Subject subject, Optional<Duration> after, @Nullable Throwable cause) {
        return mayPass()
                ? new PassingFault(problem(subject), subject.put(advice()), after, cause)
                : new AssistantException(kind, line(subject), cause);
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
}
