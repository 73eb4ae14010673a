package dev.voicebot.engine.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EspeakPlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64",
        "Linux, aarch64",
        "Linux, arm",
        "Mac OS X, x86_64",
        "Mac OS X, aarch64",
        "Windows 11, amd64",
    })
    void theLibraryOfEveryKnownPlatformIsOnTheClassPath(String system, String processor) {
        EspeakPlatform platform = EspeakPlatform.of(system, processor);

        assertThat(getClass().getClassLoader().getResource(platform.folder() + "/" + platform.libraryFile()))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"Linux, riscv64", "FreeBSD, amd64", "Windows 11, aarch64"})
    void anUnknownPlatformIsToldWhatElseSpeaks(String system, String processor) {
        assertThatThrownBy(() -> EspeakPlatform.of(system, processor))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining(system + " " + processor)
                .hasMessageContaining("DASHSCOPE_API_KEY");
    }

    @Test
    void thisComputerIsKnown() {
        assertThat(EspeakPlatform.current().libraryFile()).contains("espeak");
    }
}
