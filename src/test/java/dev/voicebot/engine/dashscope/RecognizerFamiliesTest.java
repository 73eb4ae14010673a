package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.Exchange;
import dev.voicebot.credentials.Secret;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.MemoryRecording;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.SpeechRecognizerContract;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.recognition.Word;
import dev.voicebot.standin.ReceivedSpeech;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All recognizers keep the same contract, whatever they call things. */
class RecognizerFamiliesTest {
    private static final int RATE = 16_000;

    private final Script script = new Script().sentences("Good morning.", "How are you?");
    private final StandIn standIn = StandIn.start(script);
    private final List<String> notices = new ArrayList<>();
    private final Map<String, ChatUsage> tokens = new ConcurrentHashMap<>();
    private final List<Exchange> turns = new ArrayList<>();

    @AfterEach
    void stopTheStandIn() {
        standIn.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fun-asr-realtime, 16000",
        "fun-asr-realtime-2026-02-28, 16000",
        "fun-asr-flash-8k-realtime, 8000",
        "paraformer-realtime-v2, 44100",
        "paraformer-realtime-v1, 16000",
        "paraformer-realtime-8k-v2, 8000",
        "paraformer-realtime-8k-v1, 8000",
        "qwen-audio-3.0-asr-flash-streaming, 16000",
        "qwen-audio-3.1-asr-flash-streaming, 16000",
        "qwen-audio-3.1-asr-flash-message, 16000",
        "gummy-realtime-v1, 44100",
        "gummy-chat-v1, 44100"
    })
    void everyModelGetsTheRateThatItTakes(String model, int rate) throws InterruptedException {
        RecognitionParameters parameters = new RecognitionParameters(
                model, 44_100, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Transcript transcript = listen(parameters);

        assertThat(transcript.text()).isEqualTo("Good morning. How are you?");
        assertThat(standIn.recognition().parameters().path("sample_rate").asInt())
                .isEqualTo(rate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fun-asr-realtime",
                "paraformer-realtime-v2",
                "qwen-audio-3.1-asr-flash-streaming",
                "qwen-audio-3.1-asr-flash-message"
            })
    void settingsMeanTheSameWithEveryModel(String model) throws InterruptedException {
        Transcript transcript = listen(everythingAskedOf(model));

        ReceivedSpeech task = standIn.recognition();
        assertThat(task.model()).isEqualTo(model);
        assertThat(task.parameters().path("language_hints")).hasSize(1);
        assertThat(task.parameters().path("language_hints").path(0).asText()).isEqualTo("en");
        assertThat(task.parameters().path("max_sentence_silence").asInt()).isEqualTo(700);
        assertThat(task.parameters().path("vocabulary_id").asText()).isEqualTo("vocab-1");
        assertThat(task.parameters().path("heartbeat").asBoolean()).isTrue();
        assertThat(task.parameters().has("source_language")).isFalse();
        assertThat(task.parameters().has("max_end_silence")).isFalse();
        assertThat(notices).isEmpty();
        assertThat(transcript.sentences()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fun-asr-realtime", "qwen-audio-3.1-asr-flash-message"})
    void theLastTurnsGoAlong(String model) throws InterruptedException {
        for (int i = 1; i <= 7; i++) {
            turns.add(new Exchange("Question " + i, "Answer " + i + " " + "x".repeat(500)));
        }

        listen(everythingAskedOf(model));

        JsonNode context = standIn.recognition().input().path("context");
        assertThat(context).hasSize(10);
        JsonNode question = context.path(0).path("content").path(0);
        assertThat(context.path(0).path("role").asText()).isEqualTo("user");
        assertThat(question.path("type").asText()).isEqualTo("input_text");
        assertThat(question.path("text").asText()).isEqualTo("Question 3");
        JsonNode answer = context.path(1).path("content").path(0);
        assertThat(context.path(1).path("role").asText()).isEqualTo("assistant");
        assertThat(answer.path("type").asText()).isEqualTo("text");
        assertThat(answer.path("text").asText()).startsWith("Answer 3 x").hasSize(400 - "Question 3".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"paraformer-realtime-v2", "gummy-realtime-v1"})
    void aModelThatTakesNoTurnsGetsNone(String model) throws InterruptedException {
        turns.add(new Exchange("Who is Ada?", "A mathematician."));

        listen(everythingAskedOf(model));

        assertThat(standIn.recognition().input().has("context")).isFalse();
    }

    @Test
    void whatAModelLacksIsSaidOnce() throws InterruptedException {
        SpeechRecognizer recognizer = recognizer(everythingAskedOf("paraformer-realtime-8k-v1"));

        listen(recognizer);
        listen(recognizer);

        assertThat(notices)
                .hasSize(3)
                .allMatch(line -> line.startsWith("paraformer-realtime-8k-v1 "))
                .anyMatch(line -> line.contains("recognition.language"))
                .anyMatch(line -> line.contains("hot words"))
                .anyMatch(line -> line.contains("recognition.max_end_silence"));
        assertThat(standIn.recognition().parameters().has("vocabulary_id")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"50, 200", "60000, 6000"})
    void aSilenceBeyondTheLimitsIsCutToThem(int asked, int sent) throws InterruptedException {
        listen(new RecognitionParameters(
                "fun-asr-realtime",
                RATE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofMillis(asked)),
                Optional.empty()));

        assertThat(standIn.recognition()
                        .parameters()
                        .path("max_sentence_silence")
                        .asInt())
                .isEqualTo(sent);
        assertThat(notices).singleElement().asString().contains("200 to 6000 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fun-asr-realtime", "gummy-realtime-v1"})
    void wordsHaveTheirTimes(String model) {
        Transcript transcript = listen(new RecognitionParameters(
                model, RATE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

        Sentence second = transcript.sentences().get(1);
        assertThat(second.words()).extracting(Word::text).containsExactly("How", "are", "you");
        assertThat(second.words()).extracting(Word::punctuation).containsExactly("", "", "?");
        assertThat(second.words().get(0).begin()).isGreaterThan(Duration.ofSeconds(2));
        assertThat(second.words().get(2).end()).isLessThanOrEqualTo(second.end());
    }

    @Test
    void modelsThatAreBilledByTokensReportThemOnceForEachTask() {
        listen(everythingAskedOf("qwen-audio-3.1-asr-flash-streaming"));

        assertThat(tokens).containsExactly(entry("qwen-audio-3.1-asr-flash-streaming", new ChatUsage(98, 8)));
    }

    @Test
    void modelsThatAreBilledByTheSecondReportNoTokens() {
        listen(everythingAskedOf("fun-asr-realtime"));

        assertThat(tokens).isEmpty();
    }

    private void count(String model, ChatUsage used) {
        tokens.merge(
                model,
                used,
                (one, other) -> new ChatUsage(
                        one.promptTokens() + other.promptTokens(), one.completionTokens() + other.completionTokens()));
    }

    private static RecognitionParameters everythingAskedOf(String model) {
        return new RecognitionParameters(
                model,
                RATE,
                Optional.of("en"),
                Optional.of("vocab-1"),
                Optional.of(Duration.ofMillis(700)),
                Optional.empty());
    }

    private Transcript listen(RecognitionParameters parameters) {
        return listen(recognizer(parameters));
    }

    private static Transcript listen(SpeechRecognizer recognizer) {
        MemoryRecording said = MemoryRecording.of(Sounds.beeps(RATE, 0.3, 1, 0.8, 1, 0.8), RATE);
        return recognizer.listen(said, update -> {}, new Cancellation());
    }

    private SpeechRecognizer recognizer(RecognitionParameters parameters) {
        URI url = URI.create(standIn.speechUrl());
        DashScopeConnection connection = new DashScopeConnection(url, new Secret(Script.KEY), Duration.ofSeconds(20));
        return new DashScopeRecognizer(
                connection, parameters, new RecognitionReports(notices::add, this::count), () -> turns);
    }

    @Nested
    class FunAsr extends Contract {
        FunAsr() {
            super("fun-asr-realtime");
        }
    }

    @Nested
    class Paraformer extends Contract {
        Paraformer() {
            super("paraformer-realtime-v2");
        }
    }

    @Nested
    class ParaformerOfTelephones extends Contract {
        ParaformerOfTelephones() {
            super("paraformer-realtime-8k-v1");
        }
    }

    @Nested
    class QwenAudioStreaming extends Contract {
        QwenAudioStreaming() {
            super("qwen-audio-3.1-asr-flash-streaming");
        }
    }

    @Nested
    class QwenAudioMessage extends Contract {
        QwenAudioMessage() {
            super("qwen-audio-3.1-asr-flash-message");
        }
    }

    @Nested
    class GummyChat extends Contract {
        GummyChat() {
            super("gummy-chat-v1");
        }
    }

    abstract class Contract extends SpeechRecognizerContract {
        private final String model;

        Contract(String model) {
            this.model = model;
        }

        @Override
        protected SpeechRecognizer recognizer() {
            return RecognizerFamiliesTest.this.recognizer(new RecognitionParameters(
                    model, RATE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        }

        @Override
        protected short[] speech(int sampleRate) {
            return Sounds.beeps(sampleRate, 0.3, 1, 0.8, 1, 0.3);
        }

        @Override
        protected String words() {
            return "Good morning. How are you?";
        }
    }
}
