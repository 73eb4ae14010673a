package dev.voicebot.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in speaks the service's wire format; tested without the adapters that are tested against it. */
@Timeout(60)
class StandInTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Script script = new Script().sentences("Hello, world.", "Good bye.");
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fun-asr-realtime",
                "fun-asr-realtime-2025-11-07",
                "paraformer-realtime-v2",
                "qwen-audio-3.1-asr-flash-streaming",
                "qwen-audio-3.1-asr-flash-message"
            })
    void todaysRecognizersAnswerInSentencesThatCountFromOne(String model) throws Exception {
        SpeechSession session = session();

        session.begin("asr", model, "{\"format\":\"pcm\",\"sample_rate\":16000,\"intermediate_result_enabled\":true}");
        session.speak(1000).rest(1500).speak(1000).finish();

        List<JsonNode> finals = session.sentences()
                .filter(s -> s.path("sentence_end").asBoolean())
                .toList();
        assertThat(finals).extracting(s -> s.path("sentence_id").asInt()).containsExactly(1, 2);
        assertThat(finals).extracting(s -> s.path("text").asText()).containsExactly("Hello, world.", "Good bye.");
        assertThat(finals.get(0).path("words").path(0).path("punctuation").asText())
                .isEqualTo(",");
        JsonNode partial = session.sentences().findFirst().orElseThrow();
        assertThat(partial.path("end_time").isNull()).isTrue();
        assertThat(partial.path("sentence_begin").asBoolean()).isTrue();
        assertThat(session.last("task-finished").at("/payload/output").isEmpty())
                .isTrue();
    }

    @Test
    void usageComesOnlyWithTheEndOfASentence() throws Exception {
        SpeechSession session = session();

        session.begin("asr", "fun-asr-realtime", "{\"sample_rate\":16000}");
        session.speak(1000).finish();

        assertThat(session.results())
                .allSatisfy(result -> assertThat(result.at("/usage").isNull())
                        .isEqualTo(!result.at("/output/sentence/sentence_end").asBoolean()));
    }

    @Test
    void theMessageModelKeepsPartialsToItselfUnlessAsked() throws Exception {
        SpeechSession session = session();

        session.begin("asr", "qwen-audio-3.1-asr-flash-message", "{\"sample_rate\":16000}");
        session.speak(1000).speak(1000).finish();

        assertThat(session.sentences()).hasSize(1);
    }

    @Test
    void gummyAnswersInTranscriptions() throws Exception {
        SpeechSession session = session();

        session.begin("asr", "gummy-realtime-v1", "{\"sample_rate\":16000}");
        session.speak(1000).finish();

        assertThat(session.results().get(0).at("/output/transcription/text").asText())
                .startsWith("H");
        assertThat(session.sentences()).isEmpty();
    }

    @Test
    void aMinuteWithoutSpeechEndsARecognitionWithoutHeartbeats() throws Exception {
        SpeechSession session = session();

        session.begin("asr", "fun-asr-realtime", "{\"sample_rate\":16000}");
        session.rest(61_000);

        JsonNode header = session.await("task-failed").path("header");
        assertThat(header.path("error_code").asText()).isEqualTo("ResponseTimeout");
        assertThat(header.path("error_message").asText()).isEqualTo("Response timeout!");
    }

    @Test
    void heartbeatsKeepARecognitionAlive() throws Exception {
        SpeechSession session = session();

        session.begin("asr", "fun-asr-realtime", "{\"sample_rate\":16000,\"heartbeat\":true}");
        session.rest(65_000).speak(1000).finish();

        assertThat(session.sentences().filter(s -> s.path("heartbeat").asBoolean()))
                .hasSize(13)
                .allSatisfy(beat -> assertThat(beat.path("sentence_id").asInt()).isZero());
        assertThat(session.last("task-finished")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "paraformer-realtime-8k-v2, {'sample_rate':16000}",
        "fun-asr-realtime, {'sample_rate':44100}",
        "gummy-realtime-v1, {'sample_rate':8000}",
        "fun-asr-realtime, '{''sample_rate'':16000,''source_language'':''zh''}'",
        "gummy-realtime-v1, '{''sample_rate'':16000,''heartbeat'':true}'",
        "fun-asr-realtime, '{''sample_rate'':16000,''max_sentence_silence'':100}'"
    })
    void parametersThatAModelDoesNotHaveAreRefused(String model, String parameters) throws Exception {
        SpeechSession session = session();

        session.begin("asr", model, parameters.replace('\'', '"'));

        assertThat(session.await("task-failed").at("/header/error_code").asText())
                .isEqualTo("InvalidParameter");
    }

    @ParameterizedTest
    @CsvSource({
        "SINGAPORE, asr, gummy-realtime-v1", "SINGAPORE, asr, paraformer-realtime-v2",
        "SINGAPORE, tts, cosyvoice-v2", "US, asr, fun-asr-realtime",
        "BEIJING, asr, fun-asr-realtime-v9", "BEIJING, tts, fun-asr-realtime"
    })
    void aModelThatTheRegionLacksIsNotFound(Region region, String task, String model) throws Exception {
        script.region(region);
        SpeechSession session = session();

        session.begin(task, model, "{\"sample_rate\":16000,\"voice\":\"longxiaochun_v2\"}");

        assertThat(session.await("task-failed").at("/header/error_code").asText())
                .isEqualTo("ModelNotFound");
    }

    @Test
    void beijingCanBeWithoutGummy() throws Exception {
        script.without("gummy-realtime-v1", "gummy-chat-v1");
        SpeechSession session = session();

        session.begin("asr", "gummy-realtime-v1", "{\"sample_rate\":16000}");

        assertThat(session.await("task-failed").at("/header/error_code").asText())
                .isEqualTo("ModelNotFound");
    }

    @ParameterizedTest
    @CsvSource({
        "cosyvoice-v3-flash, longxiaochun_v2",
        "cosyvoice-v2, longxiaochun_v3",
        "qwen-audio-3.0-tts-flash, longanyang",
        "cosyvoice-v3-flash, nobody"
    })
    void aVoiceOfAnotherModelIsRefusedWith418(String model, String voice) throws Exception {
        SpeechSession session = session();

        session.begin("tts", model, "{\"sample_rate\":22050,\"voice\":\"" + voice + "\"}");

        assertThat(session.await("task-failed").at("/header/error_message").asText())
                .contains("418");
    }

    @ParameterizedTest
    @CsvSource({
        "cosyvoice-v2, longxiaochun_v2",
        "cosyvoice-v3-flash, longanyang",
        "qwen-audio-3.0-tts-plus, longanlufeng"
    })
    void aSentenceBeginsSoundsAndEndsWithItsWords(String model, String voice) throws Exception {
        SpeechSession session = session();

        session.begin(
                "tts", model, "{\"sample_rate\":16000,\"voice\":\"" + voice + "\",\"word_timestamp_enabled\":true}");
        session.say("Good day. ").say("你好").finish();

        List<JsonNode> results = session.results();
        assertThat(results)
                .extracting(r -> r.at("/output/type").asText())
                .containsSubsequence(
                        "sentence-begin", "sentence-synthesis", "sentence-end", "sentence-begin", "sentence-end");
        assertThat(results.get(0).at("/output/original_text").asText()).isEqualTo("Good day. ");
        JsonNode end = results.get(results.size() - 1);
        assertThat(end.at("/usage/characters").asInt()).isEqualTo(14);
        assertThat(end.at("/output/sentence/words/0/begin_index").asInt()).isEqualTo(10);
        assertThat(session.soundBytes()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED_BEFORE_START, 1011", "CLOSED_AFTER_START, 1000",
        "CLOSED_IN_THE_MIDDLE, 1007", "CLOSED_AT_THE_END, 1001"
    })
    void aCloseFrameOfAnyCodeComesAtAnyMoment(Script.Fault fault, int code) throws Exception {
        script.fault(fault, "").closeCode(code);
        SpeechSession session = session();

        session.begin("asr", "fun-asr-realtime", "{\"sample_rate\":16000}");
        session.speak(500).finish();

        assertThat(session.closeCode()).isEqualTo(code);
        assertThat(session.has("task-finished")).isFalse();
    }

    @Test
    void aFaultMayComeAfterSomeSentencesAndOnlyOnce() throws Exception {
        script.fault(Script.Fault.FINISHED_IN_THE_MIDDLE, "").faultAfter(1).faultIn(Script.Part.SYNTHESIS, 1);
        StandIn standIn = start();

        SpeechSession first = session(standIn).begin("tts", "cosyvoice-v2", "{\"sample_rate\":16000}");
        first.say("One. ").say("Two. ");
        first.await("task-finished");
        SpeechSession second = session(standIn).begin("tts", "cosyvoice-v2", "{\"sample_rate\":16000}");
        second.say("One. ").say("Two. ").finish();

        assertThat(first.spoken()).containsExactly("One. ");
        assertThat(second.spoken()).containsExactly("One. ", "Two. ");
    }

    @Test
    void lateSoundOfTheTaskBeforeComesIntoTheNext() throws Exception {
        script.stray(Script.Stray.LATE);
        SpeechSession session = session();
        session.begin("tts", "cosyvoice-v2", "{\"sample_rate\":16000}");
        String first = session.task();
        session.finish();

        session.begin("tts", "cosyvoice-v2", "{\"sample_rate\":16000}");
        session.finish();

        assertThat(session.events()
                        .filter(event -> event.at("/header/task_id").asText().equals(first)))
                .hasSize(4); // started, finished, and two that come late
    }

    @Test
    void keysBelongToARegion() throws Exception {
        script.region(Region.SINGAPORE);
        StandIn standIn = start();

        assertThat(models(standIn, Region.BEIJING.key(), "").statusCode()).isEqualTo(401);
        assertThat(models(standIn, Region.SINGAPORE.key(), "").statusCode()).isEqualTo(200);
    }

    @Test
    void modelsAreListedByCapabilityPageByPageWithPrices() throws Exception {
        StandIn standIn = start();

        JsonNode output = JSON.readTree(models(standIn, script.key, "?capabilities=TTS&page_size=2&page_no=2")
                        .body())
                .path("output");

        assertThat(output.path("total").asInt()).isEqualTo(5);
        assertThat(output.path("models")).hasSize(2);
        assertThat(output.at("/models/0/capabilities/0").asText()).isEqualTo("TTS");
        assertThat(output.at("/models/0/prices/0/prices/0/price_unit").asText()).isEqualTo("Per 10K characters");
    }

    @ParameterizedTest
    @CsvSource({
        "qwen3.5-plus, '', true", "qwen3.5-plus, '\"enable_thinking\":false,', false",
        "qwen-plus, '', false", "qwen-plus, '\"enable_thinking\":true,', true"
    })
    void modelsFrom35OnThinkByDefault(String model, String field, boolean thinks) throws Exception {
        assertThat(chat(start(), model, field).body().contains("reasoning_content"))
                .isEqualTo(thinks);
    }

    @Test
    void chatKnowsTheModelsOfItsRegion() throws Exception {
        HttpResponse<String> answer = chat(start(), "qwen-nothing", "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("model_not_found");
    }

    @ParameterizedTest
    @CsvSource({
        "AllocationQuota.FreeTierOnly, 403",
        "insufficient_quota, 429",
        "Arrearage, 400",
        "AuthenticationError, 401"
    })
    void theAccountMayBeOutOfOrder(String code, int status) throws Exception {
        script.chatError(code).speechError(code);
        StandIn standIn = start();
        SpeechSession speech = session(standIn).begin("asr", "fun-asr-realtime", "{\"sample_rate\":16000}");

        assertThat(chat(standIn, "qwen-plus", "").statusCode()).isEqualTo(status);
        assertThat(speech.await("task-failed").at("/header/error_code").asText())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"WHOLE, chat.completion", "PAGE, <html", "ERROR_WITH_200, InternalError"})
    void aChatAnswerMayHaveAnotherForm(Script.ChatShape shape, String part) throws Exception {
        script.chatShape(shape);

        HttpResponse<String> answer = chat(start(), "qwen-plus", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(part).doesNotContain("data:");
    }

    @Test
    void whatTheRecognizerIsToldOfTheConversationIsKept() throws Exception {
        StandIn standIn = start();
        SpeechSession session = session(standIn);

        session.beginWith(
                "asr",
                "qwen-audio-3.1-asr-flash-message",
                "{\"sample_rate\":16000}",
                "{\"context\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"Quux\"}]}]}");

        assertThat(standIn.recognition().contexts().toString()).contains("Quux");
    }

    @Test
    void strangeAnswersHoldNothingThatIsKnown() throws Exception {
        script.strange(Script.Strange.INSTEAD);
        SpeechSession session = session();

        session.begin("asr", "fun-asr-realtime", "{\"sample_rate\":16000}");
        session.speak(1000).finish();

        assertThat(session.sentences()).isEmpty();
        assertThat(session.events()).hasSizeGreaterThan(3);
    }

    private StandIn start() {
        StandIn standIn = StandIn.start(script);
        opened.add(0, standIn);
        return standIn;
    }

    private SpeechSession session() throws Exception {
        return session(start());
    }

    private SpeechSession session(StandIn standIn) throws Exception {
        SpeechSession session = SpeechSession.open(standIn, script.key);
        opened.add(0, session);
        return session;
    }

    private static HttpResponse<String> models(StandIn standIn, String key, String query) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(standIn.httpUrl() + "/models" + query))
                .header("Authorization", "Bearer " + key));
    }

    private HttpResponse<String> chat(StandIn standIn, String model, String field) throws Exception {
        String body = "{\"model\":\"" + model + "\"," + field
                + "\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
        return send(HttpRequest.newBuilder(URI.create(standIn.chatUrl() + "/chat/completions"))
                .header("Authorization", "Bearer " + script.key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
