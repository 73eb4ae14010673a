package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.standin.ChatStandIn.Refusal;
import dev.voicebot.standin.SpeechServer;
import dev.voicebot.standin.SpeechServerStandIn.Sound;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.SpeechSynthesizerContract;
import dev.voicebot.synthesis.Voice;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiSynthesizerTest extends SpeechSynthesizerContract {
    private static final int RATE = 24_000;

    private final SpeechServer server = SpeechServer.start();
    private final OpenAiSynthesizer synthesizer = synthesizer(server.baseUrl());

    static OpenAiSynthesizer synthesizer(URI baseUrl) {
        return new OpenAiSynthesizer(
                new SpeechParameters(
                        "synthesis",
                        baseUrl,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        Network.DIRECT),
                RATE);
    }

    @AfterEach
    void close() {
        synthesizer.close();
        server.close();
    }

    @Override
    protected SpeechSynthesizer synthesizer() {
        return synthesizer;
    }

    @Test
    void aSentenceIsAskedForAsPcmWithTheFirstModelThatSpeaks() throws InterruptedException {
        server.speech().models("qwen3", "whisper-1", "kokoro");

        speak("Hello. ");

        assertThat(server.speech().request())
                .containsEntry("path", "/v1/audio/speech")
                .containsEntry("input", "Hello.")
                .containsEntry("model", "kokoro")
                .containsEntry("voice", "af_heart")
                .containsEntry("response_format", "pcm")
                .containsEntry("authorization", "null");
    }

    @Test
    void theVoiceFollowsTheLanguageOfTheText() throws InterruptedException {
        speak("今天天气很好。");

        assertThat(server.speech().request()).containsEntry("voice", "zf_xiaobei");
    }

    @Test
    void aServerWithoutAListOfVoicesIsAskedForTheUsualOne() throws InterruptedException {
        server.speech().voices();

        speak("Hello. ");

        assertThat(server.speech().request()).containsEntry("voice", "alloy");
    }

    @Test
    void theUsersVoiceAndSpeedAreSent() throws InterruptedException {
        try (SpeechStream stream =
                synthesizer.open(new Voice("bm_george", 1.5, 1, 50), frame -> {}, new Cancellation())) {
            stream.write("Hello.");
            stream.finish();
        }

        assertThat(server.speech().request())
                .containsEntry("voice", "bm_george")
                .containsEntry("speed", "1.5");
    }

    @Test
    void aWavFileTellsItsOwnRate() {
        int pcm = samples(speak("The weather is fine."));
        server.speech().sound(Sound.WAV, 8_000);

        List<PcmFrame> frames = speak("The weather is fine.");

        assertThat(frames).allMatch(frame -> frame.sampleRate() == RATE);
        assertThat(samples(frames)).isCloseTo(pcm, Percentage.withPercentage(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"audio/mpeg", "audio/wav", "application/octet-stream", "text/plain", "application/json", "x"})
    void samplesAreHeardWhateverTheServerCallsThem(String label) {
        int pcm = samples(speak("The weather is fine."));
        server.speech().label(label);

        assertThat(samples(speak("The weather is fine."))).isEqualTo(pcm);
        server.speech().sound(Sound.WAV, RATE);
        assertThat(samples(speak("The weather is fine."))).isEqualTo(pcm);
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 24_000, 44_100})
    void aWavFileOfUnknownLengthIsHeardToItsEnd(int rate) {
        int pcm = samples(speak("The weather is fine."));
        server.speech().sound(Sound.STREAMED_WAV, rate);

        assertThat(samples(speak("The weather is fine."))).isCloseTo(pcm, Percentage.withPercentage(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio/mpeg", "audio/pcm"})
    void otherSoundIsRefused(String label) {
        server.speech().sound(Sound.MP3, RATE).label(label);

        assertFault(FaultKind.SERVICE, "sends " + label + " instead of PCM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"CUDA out of memory\"}}",
                "{\"detail\":\"CUDA out of memory\"}",
                "<html><title>CUDA out of memory</title></html>",
                "CUDA out of memory"
            })
    void anErrorThatSaysAllIsWellIsReportedAndNotHeard(String body) {
        server.speech().wordsForSound(body);

        assertFault(FaultKind.SERVICE, "CUDA out of memory");
    }

    @Test
    void noSoundAtAllIsAFault() {
        server.speech().sound(Sound.NONE, RATE);

        assertFault(FaultKind.SERVICE, "sent no sound. Check synthesis.model and synthesis.voice.");
    }

    @Test
    void aServerThatWantsAKeySaysWhichSetting() {
        server.speech().refuse(Refusal.wrongKey());

        assertFault(FaultKind.CREDENTIALS, "needs an API key (Incorrect API key provided). Set synthesis.api_key.");
    }

    @Test
    void theVoicesAreListedByWhoTheyAre() {
        assertThat(synthesizer.voices(new Cancellation()))
                .extracting(voice -> voice.name() + ": " + voice.about())
                .containsExactly("af_heart: English, female", "zf_xiaobei: Chinese, female");
    }

    private void assertFault(FaultKind kind, String part) {
        assertThatThrownBy(() -> speak("Hello. "))
                .isInstanceOfSatisfying(
                        AssistantException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageContaining(part);
    }
}
