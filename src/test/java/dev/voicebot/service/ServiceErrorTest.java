package dev.voicebot.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.outcome.FaultKind;
import dev.voicebot.service.ServiceError.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceErrorTest {
    private static final Subject SUBJECT = new Subject(
            "speech recognition at example.org",
            "DASHSCOPE_API_KEY",
            "fun-asr-realtime",
            "recognition.model",
            "recognition.model and recognition.language",
            "dashscope.websocket_url",
            "Code");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AllocationQuota.FreeTierOnly | The free tier of the model has been exhausted. | 403 | FREE_TIER_ONLY
            allocation_quota_free_tier_only | | 403 | FREE_TIER_ONLY
            AccessDenied.Unpurchased | Access to model denied. | 403 | UNPURCHASED
            Model.AccessDenied | | 403 | MODEL_DENIED
            model_access_denied | | 403 | MODEL_DENIED
            Workspace.AccessDenied | Workspace access denied. | 403 | WORKSPACE_DENIED
            Arrearage | Access denied, please make sure your account is in good standing. | 400 | ARREARAGE
            AccessDenied | Access denied, please make sure your account is in good standing. | 403 | ARREARAGE
            insufficient_quota | You exceeded your current quota. | 429 | QUOTA_USED_UP
            Throttling.AllocationQuota | Allocated quota exceeded, please increase your quota limit. | 429 | QUOTA_USED_UP
            Throttling | Requests throttling triggered. | 429 | THROTTLED
            Throttling.RateQuota | | 429 | THROTTLED
            RateLimitError | | 429 | THROTTLED
            limit_requests | | 429 | THROTTLED
            | | 429 | THROTTLED
            DataInspectionFailed | | 400 | INAPPROPRIATE
            data_inspection_failed | | 400 | INAPPROPRIATE
            InternalError | Output data may contain inappropriate content. | 500 | INAPPROPRIATE
            InvalidParameter | Range of input length should be [1, 129024] | 400 | INPUT_TOO_LONG
            context_length_exceeded | | 400 | INPUT_TOO_LONG
            BadRequestError | Range of input length should be [1, 6000] | 400 | INPUT_TOO_LONG
            418 | | 0 | UNKNOWN_VOICE
            InvalidParameter | Engine return error code: 418 | 0 | UNKNOWN_VOICE
            ModelNotFound | Model not found (gummy-realtime-v1)! | 0 | UNKNOWN_MODEL
            model_not_found | | 404 | UNKNOWN_MODEL
            invalid_request_error | The model `qwen-none` does not exist or you do not have access to it. | 404 | UNKNOWN_MODEL
            NotFoundError | Model not exist. | 404 | UNKNOWN_MODEL
            InvalidParameter | Model not exist. | 400 | UNKNOWN_MODEL
            InvalidApiKey | Invalid API-key provided. | 401 | KEY_REFUSED
            invalid_api_key | Incorrect API key provided. | 401 | KEY_REFUSED
            AuthenticationError | | 401 | KEY_REFUSED
            AccessDenied | | 403 | KEY_REFUSED
            | | 401 | KEY_REFUSED
            CLIENT_ERROR | request timeout after 23 seconds. | 0 | IDLE
            InvalidParameter | request timeout after 23 seconds. | 0 | IDLE
            RequestTimeOut | request timeout after 23 seconds. | 0 | IDLE
            ResponseTimeout | Response timeout! | 0 | NO_SPEECH
            RequestTimeOut | Request timed out, please try again later. | 500 | TIMED_OUT
            NotFoundError | | 404 | WRONG_ADDRESS
            InvalidURL | Invalid URL provided in your request. | 400 | WRONG_ADDRESS
            InvalidParameter | Required parameter(s) missing or invalid. | 400 | INVALID_REQUEST
            BadRequestError | | 400 | INVALID_REQUEST
            BadRequest.EmptyInput | | 400 | INVALID_REQUEST
            UnsupportedOperation | | 400 | INVALID_REQUEST
            InternalError.Algo | | 500 | UNAVAILABLE
            SystemError | | 500 | UNAVAILABLE
            ModelServingError | | 503 | UNAVAILABLE
            ModelUnavailable | | 503 | UNAVAILABLE
            | | 502 | UNAVAILABLE
            network error | Websocket failure | 0 | CUT_OFF
            SomethingNew | | 0 | OTHER
            """)
    void aCodeAMessageOrAStatusSaysWhatHappened(String code, String message, int status, ServiceError expected) {
        ServiceError error = ServiceError.of(code == null ? "" : code, message == null ? "" : message, status);

        assertThat(error).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyLineSaysWhatFailedAndWhatToDoWithNothingLeftOpen(ServiceError error) {
        assertThat(error.line(SUBJECT))
                .startsWith("speech recognition at example.org ")
                .matches("[^{}]+ \\(Code\\)\\. [A-Z'][^{}]+\\.");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsToldToTryAgainWhereThatCannotHelp(ServiceError error) {
        if (error.kind() != FaultKind.SERVICE) {
            assertThat(error.line(SUBJECT)).doesNotContainIgnoringCase("try again");
            assertThat(error.mayPass()).isFalse();
        }
    }

    @Test
    void aKeyIsNamedByWhereItCameFrom() {
        assertThat(ServiceError.KEY_REFUSED.line(SUBJECT))
                .isEqualTo("speech recognition at example.org rejected the API key from DASHSCOPE_API_KEY (Code)."
                        + " Run 'voicebot doctor': it finds the region that the key belongs to.");
    }
}
