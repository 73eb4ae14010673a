package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.credentials.Secret;
import dev.voicebot.standin.Region;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.SpeechSynthesizerContract;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every family of models keeps the contract, with the voice that is its own. */
class SynthesisFamiliesTest {
    @Nested
    class CosyVoice2 extends Family {
        CosyVoice2() {
            super(Region.BEIJING, "cosyvoice-v2", "longxiaochun_v2");
        }
    }

    @Nested
    class CosyVoice3Flash extends Family {
        CosyVoice3Flash() {
            super(Region.SINGAPORE, "cosyvoice-v3-flash", "longxiaochun_v3");
        }
    }

    @Nested
    class CosyVoice3Plus extends Family {
        CosyVoice3Plus() {
            super(Region.SINGAPORE, "cosyvoice-v3-plus", "longanyang");
        }
    }

    @Nested
    class QwenAudioFlash extends Family {
        QwenAudioFlash() {
            super(Region.SINGAPORE, "qwen-audio-3.0-tts-flash", "longanfengyue");
        }
    }

    @Nested
    class QwenAudioPlus extends Family {
        QwenAudioPlus() {
            super(Region.BEIJING, "qwen-audio-3.0-tts-plus", "longanlingxin");
        }
    }

    abstract static class Family extends SpeechSynthesizerContract {
        private final StandIn standIn;
        private final DashScopeSynthesizer synthesizer;
        private final String model;
        private final String voice;

        Family(Region region, String model, String voice) {
            this.model = model;
            this.voice = voice;
            Script script = new Script().region(region);
            this.standIn = StandIn.start(script);
            this.synthesizer = new DashScopeSynthesizer(
                    new DashScopeConnection(
                            URI.create(standIn.speechUrl()),
                            new Secret(
                                    Objects.requireNonNull(standIn.environment().get("DASHSCOPE_API_KEY"))),
                            Duration.ofSeconds(20)),
                    new SynthesisParameters(model, 22_050));
        }

        @AfterEach
        void stop() {
            synthesizer.close();
            standIn.close();
        }

        @Override
        protected SpeechSynthesizer synthesizer() {
            return synthesizer;
        }

        @Test
        void theModelSpeaksWithItsOwnVoice() throws InterruptedException {
            speak("hello");

            var task = standIn.synthesis();
            assertThat(task.model()).isEqualTo(model);
            assertThat(task.parameters().path("voice").asText()).isEqualTo(voice);
            assertThat(task.parameters().path("word_timestamp_enabled").asBoolean())
                    .isTrue();
        }
    }
}
