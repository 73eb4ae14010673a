package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.credentials.Secret;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.MemoryRecording;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.SpeechRecognizerContract;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.standin.ChatStandIn.Refusal;
import dev.voicebot.standin.SpeechServer;
import dev.voicebot.standin.SpeechServerStandIn.Shape;
import dev.voicebot.standin.Tones;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenAiRecognizerTest extends SpeechRecognizerContract {
    private static final int RATE = 16_000;
    private static final String WORDS = "The weather is fine today.";

    private final SpeechServer server = SpeechServer.start();
    private final OpenAiRecognizer recognizer = recognizer(server.baseUrl());

    OpenAiRecognizerTest() {
        server.speech().understand(WORDS);
    }

    @AfterEach
    void close() {
        recognizer.close();
        server.close();
    }

    @Override
    protected SpeechRecognizer recognizer() {
        return recognizer;
    }

    @Override
    protected short[] speech(int sampleRate) {
        return between(Tones.of(WORDS, sampleRate), sampleRate);
    }

    @Override
    protected String words() {
        return WORDS;
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aTranscriptOfAnyShapeIsRead(Shape shape) {
        server.speech().shape(shape);

        assertThat(heard(recognizer).text()).isEqualTo(WORDS);
    }

    @Test
    void theSoundGoesAsAWavOf16KilohertzWithTheFirstModelThatHears() throws InterruptedException {
        server.speech().models("qwen3", "kokoro", "Systran/faster-whisper-small");

        heard(recognizer);

        assertThat(server.speech().request())
                .containsEntry("path", "/v1/audio/transcriptions")
                .containsEntry("file", "talk.wav")
                .containsEntry("rate", "16000")
                .containsEntry("response_format", "json")
                .containsEntry("model", "Systran/faster-whisper-small")
                .containsEntry("authorization", "null")
                .doesNotContainKeys("language", "stream");
    }

    @Test
    void theKeyTheModelTheLanguageAndTheWordsAreSent() throws InterruptedException {
        try (OpenAiRecognizer own = new OpenAiRecognizer(
                parameters(server.baseUrl(), Optional.of(new Secret("sk-own")), Optional.of("large")), HEARING)) {
            heard(own.expecting(Optional.of("zh"), List.of("Qwen", "voicebot")));
        }

        assertThat(server.speech().request())
                .containsEntry("authorization", "Bearer sk-own")
                .containsEntry("model", "large")
                .containsEntry("language", "zh")
                .containsEntry("prompt", "Qwen, voicebot");
    }

    @Test
    void whisperCppIsAskedAtItsOwnPathAndToDetectTheLanguage() throws InterruptedException {
        server.speech().playWhisperCpp();

        assertThat(heard(recognizer).text()).isEqualTo(WORDS);
        assertThat(heard(recognizer).text()).isEqualTo(WORDS);
        assertThat(server.speech().request())
                .containsEntry("path", "/inference")
                .containsEntry("language", "auto");
    }

    @Test
    void eachUtteranceIsASentenceWithItsTime() {
        short[] both = concat(speech(RATE), new short[RATE], speech(RATE));

        Transcript transcript = recognizer.listen(MemoryRecording.of(both, RATE), update -> {}, new Cancellation());

        assertThat(transcript.sentences())
                .hasSize(2)
                .allMatch(sentence -> sentence.text().equals(WORDS));
        assertThat(transcript.sentences().get(1).begin())
                .isGreaterThan(transcript.sentences().get(0).end().minus(Duration.ofMillis(1)));
    }

    @Test
    void whatIsBeingSaidIsShownAsItGrows() throws Exception {
        MemoryRecording microphone = MemoryRecording.live(RATE);
        BlockingQueue<String> shown = new LinkedBlockingQueue<>();
        CompletableFuture<Transcript> talk = CompletableFuture.supplyAsync(
                () -> recognizer.listen(microphone, update -> shown.add(update.unfinished()), new Cancellation()));

        microphone.add(Arrays.copyOf(speech(RATE), RATE * 3 / 2));
        String first = shown.poll(20, TimeUnit.SECONDS);
        microphone.add(Arrays.copyOfRange(speech(RATE), RATE * 3 / 2, speech(RATE).length));
        microphone.stop();

        assertThat(WORDS).startsWith(first).isNotEqualTo(first);
        assertThat(talk).succeedsWithin(20, TimeUnit.SECONDS).returns(WORDS, Transcript::text);
    }

    @Test
    void aWordWithoutSilenceAroundItIsHeard() {
        server.speech().understand("Yes");
        MemoryRecording word = MemoryRecording.of(Tones.of("Yes", RATE), RATE);

        assertThat(recognizer.listen(word, update -> {}, new Cancellation()).text())
                .isEqualTo("Yes");
    }

    @Test
    void aServerThatIsNotThereIsNamedWithItsSetting() {
        server.close();

        assertFault(FaultKind.SERVICE, "Cannot reach 127.0.0.1:", "recognition.base_url");
    }

    @Test
    void aModelThatTheServerLacksIsReportedWithThoseItHas() {
        server.speech().refuse(new Refusal(404, Map.of(), "{\"detail\":\"Model 'x' is not installed locally.\"}"));
        try (OpenAiRecognizer own = recognizer(server.baseUrl(), Optional.empty(), Optional.of("x"))) {
            assertThatThrownBy(() -> heard(own))
                    .isInstanceOfSatisfying(
                            AssistantException.class,
                            fault -> assertThat(fault.kind()).isEqualTo(FaultKind.SETTINGS))
                    .hasMessageContaining("does not offer x");
        }
    }

    @Test
    void anErrorInAnAnswerThatSaysAllIsWellIsReported() {
        server.speech().refuse(new Refusal(200, Map.of(), "{\"error\":\"failed to read WAV file\"}"));
        try (OpenAiRecognizer own = recognizer(server.baseUrl(), Optional.empty(), Optional.of("x"))) {
            assertThatThrownBy(() -> heard(own)).hasMessageContaining("failed to read WAV file");
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OpenAiRecognizer impatient = new OpenAiRecognizer(
                        new SpeechParameters(
                                "recognition",
                                URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/v1"),
                                Optional.empty(),
                                Optional.of("x"),
                                Duration.ofSeconds(5),
                                Duration.ofMillis(300),
                                Network.DIRECT),
                        HEARING)) {
            assertThatThrownBy(() -> heard(impatient))
                    .hasMessageContainingAll("sent nothing for 300 ms", "recognition.timeout");
        }
    }

    @Test
    void aKeyDoesNotTravelInTheClear() {
        assertThatThrownBy(() -> recognizer(
                        URI.create("http://example.com/v1"), Optional.of(new Secret("sk-own")), Optional.empty()))
                .hasMessageContaining("recognition.base_url would send the key unencrypted");
    }

    private void assertFault(FaultKind kind, String... parts) {
        assertThatThrownBy(() -> heard(recognizer))
                .isInstanceOfSatisfying(
                        AssistantException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageContainingAll(parts);
    }

    private Transcript heard(SpeechRecognizer by) {
        return by.listen(said(RATE), update -> {}, new Cancellation());
    }

    static final OpenAiRecognizer.Hearing HEARING =
            new OpenAiRecognizer.Hearing(SpeechDetection.byLoudness(10), Duration.ofMillis(800));

    static OpenAiRecognizer recognizer(URI baseUrl) {
        return recognizer(baseUrl, Optional.empty(), Optional.empty());
    }

    private static OpenAiRecognizer recognizer(URI baseUrl, Optional<Secret> key, Optional<String> model) {
        return new OpenAiRecognizer(parameters(baseUrl, key, model), HEARING);
    }

    private static SpeechParameters parameters(URI baseUrl, Optional<Secret> key, Optional<String> model) {
        return new SpeechParameters(
                "recognition", baseUrl, key, model, Duration.ofSeconds(5), Duration.ofSeconds(20), Network.DIRECT);
    }

    static short[] between(short[] sound, int rate) {
        return concat(new short[rate / 2], sound, new short[rate]);
    }

    static short[] concat(short[]... parts) {
        short[] all =
                new short[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
