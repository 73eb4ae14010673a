package dev.voicebot.standin;

import java.util.List;

/**
 * What the service tells those whose account, key or request is not in order.
 *
 * @param status over HTTP
 * @see <a href="https://help.aliyun.com/en/model-studio/error-code-start">the service's error codes</a>
 */
public record AccountError(String code, int status, String message) {
    private static final List<AccountError> KNOWN = List.of(
            new AccountError(
                    "AllocationQuota.FreeTierOnly",
                    403,
                    "The free tier of the model has been exhausted. If you wish to continue access the model on a paid"
                            + " basis, please disable the \"use free tier only\" mode in the management console."),
            new AccountError(
                    "AccessDenied.Unpurchased",
                    403,
                    "Access to model denied. Please make sure you are eligible for using the model."),
            new AccountError("Model.AccessDenied", 403, "Model access denied."),
            new AccountError("Workspace.AccessDenied", 403, "Workspace access denied."),
            new AccountError("Arrearage", 400, "Access denied, please make sure your account is in good standing."),
            new AccountError(
                    "insufficient_quota",
                    429,
                    "You exceeded your current quota, please check your plan and billing details."),
            new AccountError("Throttling", 429, "Requests throttling triggered."),
            new AccountError("Throttling.RateQuota", 429, "Requests rate limit exceeded, please try again later."),
            new AccountError(
                    "Throttling.AllocationQuota", 429, "Allocated quota exceeded, please increase your quota limit."),
            new AccountError("data_inspection_failed", 400, "Input data may contain inappropriate content."),
            new AccountError("DataInspectionFailed", 400, "Input data may contain inappropriate content."),
            new AccountError(
                    "invalid_parameter_error",
                    400,
                    "<400> InternalError.Algo.InvalidParameter: Range of input length" + " should be [1, 129024]"),
            new AccountError("RateLimitError", 429, "Request rate increased too quickly."),
            new AccountError("AuthenticationError", 401, "Incorrect API key provided."),
            new AccountError("NotFoundError", 404, "The model does not exist or you do not have access to it."),
            new AccountError("BadRequestError", 400, "The request is not valid."),
            new AccountError("InvalidApiKey", 401, "Invalid API-key provided."));

    static AccountError of(String code) {
        return KNOWN.stream()
                .filter(error -> error.code.equals(code))
                .findFirst()
                .orElse(new AccountError(code, 400, "played by the stand-in"));
    }
}
