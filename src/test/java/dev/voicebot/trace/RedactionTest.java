package dev.voicebot.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private final Redaction redaction = new Redaction(List.of("my-own-secret", ""));

    @ParameterizedTest
    @CsvSource({
        "Incorrect API key provided: sk-0123456789abcdef., Incorrect API key provided: ***.",
        "Bearer abcdef.ghi and more, ***.ghi and more",
        "the key my-own-secret is refused, the key *** is refused",
        "llm-8v53etv3hwb8orx1.cn-beijing.maas.aliyuncs.com, ***.cn-beijing.maas.aliyuncs.com",
        "team-a.ap-southeast-1.maas.aliyuncs.com:443, ***.ap-southeast-1.maas.aliyuncs.com:443"
    })
    void whatTellsWhoseItIsIsTakenOut(String text, String expected) {
        assertThat(redaction.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b\"c+d", // as it is
                "a/b\\\"c+d", // in JSON
                "a\\/b\\\"c+d", // in JSON of a server that escapes slashes
                "a%2Fb%22c%2Bd" // in an address
            })
    void aKeyIsTakenOutHoweverItIsWritten(String written) {
        assertThat(new Redaction(List.of("a/b\"c+d")).of("the key " + written + "."))
                .isEqualTo("the key ***.");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/models?api-key=my0wn&page=1, /v1/models?api-key=***&page=1",
        "/v1/models?page=1&key=my0wn, /v1/models?page=1&key=***"
    })
    void aKeyInAnAddressIsTakenOut(String address, String expected) {
        assertThat(redaction.of(address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"task-finished", "an llm-based answer", "dashscope-intl.aliyuncs.com", "a bearer of news"})
    void theRestStays(String text) {
        assertThat(redaction.of(text)).isEqualTo(text);
    }

    @Test
    void nothingIsLeftOfAKeyThatIsThereTwice() {
        assertThat(redaction.of("my-own-secret my-own-secret")).isEqualTo("*** ***");
    }
}
