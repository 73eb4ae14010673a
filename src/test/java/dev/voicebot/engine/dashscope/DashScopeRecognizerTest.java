package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voicebot.Await;
import dev.voicebot.credentials.Secret;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.MemoryRecording;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.SpeechRecognizerContract;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.standin.ReceivedSpeech;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.Script.Fault;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashScopeRecognizerTest extends SpeechRecognizerContract {
    private static final int RATE = 16_000;
    private static final Duration IMPATIENT = Duration.ofMillis(300);

    private final Script script = new Script().sentences("Good morning.", "How are you?");
    private final StandIn standIn = StandIn.start(script);
    private final Cancellation cancellation = new Cancellation();
    private final List<Transcript> updates = new CopyOnWriteArrayList<>();

    @AfterEach
    void stopTheStandIn() {
        standIn.close();
    }

    @Override
    protected SpeechRecognizer recognizer() {
        return recognizer(URI.create(standIn.speechUrl()), Script.KEY, Duration.ofSeconds(20));
    }

    @Override
    protected short[] speech(int sampleRate) {
        return Sounds.beeps(sampleRate, 0.3, 1, 0.8, 1, 0.3);
    }

    @Override
    protected String words() {
        return "Good morning. How are you?";
    }

    @Test
    void theServiceIsAskedForWhatTheParametersSay() throws InterruptedException {
        RecognitionParameters parameters = new RecognitionParameters(
                "gummy-realtime-v1",
                RATE,
                Optional.of("zh"),
                Optional.of("vocab-1"),
                Optional.of(Duration.ofMillis(700)));

        new DashScopeRecognizer(connection(), parameters).listen(said(RATE), updates::add, cancellation);

        ReceivedSpeech task = standIn.recognition();
        assertThat(task.model()).isEqualTo("gummy-realtime-v1");
        assertThat(task.parameters().path("format").asText()).isEqualTo("pcm");
        assertThat(task.parameters().path("sample_rate").asInt()).isEqualTo(RATE);
        assertThat(task.parameters().path("source_language").asText()).isEqualTo("zh");
        assertThat(task.parameters().path("vocabulary_id").asText()).isEqualTo("vocab-1");
        assertThat(task.parameters().path("max_end_silence").asInt()).isEqualTo(700);
        assertThat(task.parameters().path("translation_enabled").asBoolean()).isFalse();
    }

    @Test
    void everySampleArrivesOnceAndInOrder() throws InterruptedException {
        short[] sound = speech(RATE);

        recognizer().listen(MemoryRecording.of(sound, RATE), updates::add, cancellation);

        assertThat(Sounds.samples(standIn.recognition().sound())).isEqualTo(sound);
    }

    @Test
    void theFirstSyllableIsThereHoweverLongTheHandshakeTakes() throws Exception {
        script.handshakeDelay(Duration.ofMillis(600)).startDelay(Duration.ofMillis(200));
        MemoryRecording microphone = MemoryRecording.live(RATE);
        CompletableFuture<Transcript> listening = listen(microphone);
        short[] sound = Sounds.beeps(RATE, 0, 1, 0.8, 1, 0.3);

        microphone.add(sound);
        microphone.stop();

        assertThat(listening).succeedsWithin(20, TimeUnit.SECONDS);
        assertThat(Sounds.samples(standIn.recognition().sound())).isEqualTo(sound);
    }

    @Test
    void liveSoundIsSentWhileItIsBeingSpoken() throws Exception {
        MemoryRecording microphone = MemoryRecording.live(RATE);
        CompletableFuture<Transcript> listening = listen(microphone);

        microphone.add(Sounds.beeps(RATE, 0, 0.25));

        assertThat(standIn.recognition().awaitInput()).isTrue();
        microphone.stop();
        assertThat(listening).succeedsWithin(20, TimeUnit.SECONDS);
    }

    @Test
    void soundOfAnotherRateKeepsItsLengthAndItsLoudness() throws InterruptedException {
        recognizer().listen(said(44_100), updates::add, cancellation);

        short[] received = Sounds.samples(standIn.recognition().sound());
        short[] expected = speech(RATE);
        assertThat(received.length).isCloseTo(expected.length, within(RATE / 100));
        assertThat(peak(received)).isCloseTo(peak(expected), within(500));
    }

    @Test
    void aLongFileArrivesWhole() throws InterruptedException {
        double[] seconds = new double[60];
        Arrays.fill(seconds, 2);
        short[] twoMinutes = Sounds.beeps(RATE, seconds);

        recognizer().listen(MemoryRecording.of(twoMinutes, RATE), updates::add, cancellation);

        assertThat(Sounds.samples(standIn.recognition().sound())).isEqualTo(twoMinutes);
    }

    @Test
    void sentencesEndOneByOneAndKnowTheirTimes() {
        Transcript transcript = recognizer().listen(said(RATE), updates::add, cancellation);

        assertThat(transcript.sentences()).extracting(Sentence::text).containsExactly("Good morning.", "How are you?");
        Sentence first = transcript.sentences().get(0);
        assertThat(first.begin().toMillis()).isCloseTo(300, within(40L));
        assertThat(first.end()).isLessThan(transcript.sentences().get(1).begin());
        assertThat(updates)
                .anyMatch(update -> update.sentences().isEmpty()
                        && "Good morning.".startsWith(update.unfinished())
                        && !update.unfinished().isEmpty())
                .anyMatch(update ->
                        update.sentences().size() == 1 && update.unfinished().startsWith("H"));
    }

    @Test
    void aResultThatComesAfterTheEndOfTheSoundCounts() {
        script.endSilence(Duration.ofHours(1)).finalDelay(Duration.ofMillis(200));

        Transcript transcript = recognizer().listen(said(RATE), updates::add, cancellation);

        assertThat(transcript.text()).isEqualTo("Good morning.");
    }

    @Test
    void theSocketIsClosedAfterwards() {
        recognizer().listen(said(RATE), updates::add, cancellation);

        awaitNoSocket();
        assertThat(standIn.sockets()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aRefusedKeyIsACaseOfCredentials(int status) {
        script.refuse(status);

        AssistantException fault = faultOf(recognizer(Duration.ofSeconds(1)), said(RATE));

        assertThat(fault.kind()).isEqualTo(FaultKind.CREDENTIALS);
        assertThat(fault.userMessage()).contains("DASHSCOPE_API_KEY", "region").doesNotContain("\n");
    }

    @Test
    void aWrongKeyIsNeverQuoted() {
        SpeechRecognizer recognizer =
                recognizer(URI.create(standIn.speechUrl()), "sk-very-wrong", Duration.ofSeconds(5));

        AssistantException fault = faultOf(recognizer, said(RATE));

        assertThat(fault.kind()).isEqualTo(FaultKind.CREDENTIALS);
        assertThat(fault).hasStackTraceContaining("rejected the API key");
        assertThat(stackTrace(fault)).doesNotContain("sk-very-wrong");
    }

    @Test
    void aServiceThatQuotesTheKeyIsNotQuoted() {
        script.fault(Fault.TASK_FAILED, "InvalidApiKey", "the key " + Script.KEY + " is not known");

        AssistantException fault = faultOf(recognizer(), said(RATE));

        assertThat(stackTrace(fault)).doesNotContain(Script.KEY);
        assertThat(connection().toString()).doesNotContain(Script.KEY);
    }

    @Test
    void aKeyThatCannotBeSentIsRefusedBeforeAnythingIsTried() {
        assertThatThrownBy(() -> connection(URI.create("ws://127.0.0.1:1/"), "sk-1\n", Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(AssistantException.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(FaultKind.CREDENTIALS);
                    assertThat(fault.userMessage()).doesNotContain("sk-1");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidApiKey, CREDENTIALS, DASHSCOPE_API_KEY",
        "Arrearage, CREDENTIALS, out of credit",
        "AccessDenied.Unpurchased, CREDENTIALS, Activate it",
        "ModelNotFound, SETTINGS, recognition.model",
        "InvalidParameter, SETTINGS, recognition.sample_rate",
        "Throttling.RateQuota, SERVICE, too many requests",
        "RequestTimeOut, SERVICE, Try again",
        "DataInspectionFailed, SERVICE, inappropriate",
        "InternalError, SERVICE, Try again"
    })
    void everyRefusalHasItsKindAndItsAdvice(String code, FaultKind kind, String advice) {
        script.fault(Fault.TASK_FAILED, code);

        AssistantException fault = faultOf(recognizer(), said(RATE));

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.userMessage()).contains(advice, "speech recognition at 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUT_AFTER_START", "CUT_IN_THE_MIDDLE", "FAILED_IN_THE_MIDDLE"})
    void aTaskThatBreaksInTheMiddleEndsTheTalkAtOnce(Fault what) {
        script.fault(what, "InternalError");
        MemoryRecording microphone = MemoryRecording.live(RATE);
        microphone.add(speech(RATE));

        AssistantException fault = faultOf(recognizer(), microphone);

        assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
        awaitNoSocket();
    }

    @Test
    void aServiceThatNeverAnswersIsGivenUp() {
        script.fault(Fault.SILENT, "");
        SpeechRecognizer recognizer = new DashScopeRecognizer(
                connection(), parameters(), RecognitionReports.NONE, List::of, IMPATIENT, Pace.TIMES_REAL_TIME);

        AssistantException fault = faultOf(recognizer, said(RATE));

        assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(fault.userMessage()).contains("does not answer");
        awaitNoSocket();
    }

    @Test
    void aClosedPortIsToldOnceTheConnectTimeoutIsOver() throws Exception {
        SpeechRecognizer recognizer = recognizer(closedPort(), Script.KEY, Duration.ofMillis(300));

        AssistantException fault = faultOf(recognizer, said(RATE));

        assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(fault.userMessage()).contains("refused", "dashscope.websocket_url");
    }

    @Test
    void aClosedPortIsToldBeforeTheConnectTimeoutIsOver() throws Exception {
        SpeechRecognizer recognizer = recognizer(closedPort(), Script.KEY, Duration.ofDays(1));

        AssistantException fault = faultOf(recognizer, said(RATE));

        assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(fault.userMessage()).contains("refused", "dashscope.websocket_url");
    }

    @Test
    void aClosedPortIsToldWhileSomebodyIsStillSpeaking() throws Exception {
        SpeechRecognizer recognizer = recognizer(closedPort(), Script.KEY, Duration.ofMillis(1));
        MemoryRecording microphone = MemoryRecording.live(RATE);
        CompletableFuture<AssistantException> fault =
                CompletableFuture.supplyAsync(() -> faultOf(recognizer, microphone));

        Await.until("the fault", () -> {
            microphone.add(new short[RATE / 50]);
            return fault.isDone();
        });

        assertThat(fault.join().kind()).isEqualTo(FaultKind.SERVICE);
    }

    @Test
    void aServerThatTakesTheConnectionAndSaysNothingIsGivenUp() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0)) {
            URI url = URI.create("ws://127.0.0.1:" + deaf.getLocalPort() + "/");

            AssistantException fault = faultOf(recognizer(url, Script.KEY, Duration.ofMillis(300)), said(RATE));

            assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
            assertThat(fault.userMessage()).contains("no answer within 300 ms");
        }
    }

    @Test
    void aCancelDuringTheHandshakeLeavesNoSocketBehind() throws Exception {
        script.handshakeDelay(Duration.ofMillis(500));
        MemoryRecording microphone = MemoryRecording.live(RATE);
        CompletableFuture<Transcript> listening = listen(microphone);
        microphone.awaitReader();

        cancellation.cancel();

        assertThat(listening).failsWithin(20, TimeUnit.SECONDS);
        assertThat(standIn.recognition().awaitEnd()).isTrue();
        awaitNoSocket();
        assertThat(standIn.sockets()).isEqualTo(1);
    }

    @Test
    void aCancelInMidTalkClosesTheSocketAndOpensNoOther() throws Exception {
        CountDownLatch understood = new CountDownLatch(1);
        MemoryRecording microphone = MemoryRecording.live(RATE);
        microphone.add(speech(RATE));
        CompletableFuture<Transcript> listening = CompletableFuture.supplyAsync(
                () -> recognizer().listen(microphone, update -> understood.countDown(), cancellation));
        understood.await();

        cancellation.cancel();

        assertThat(listening).failsWithin(20, TimeUnit.SECONDS);
        assertThat(standIn.recognition().awaitEnd()).isTrue();
        awaitNoSocket();
        assertThat(standIn.sockets()).isEqualTo(1);
    }

    @Test
    void aCancelWhileTheLastWordsAreAwaitedEndsTheWait() throws Exception {
        script.finalDelay(Duration.ofMinutes(1)).endSilence(Duration.ofHours(1));
        CompletableFuture<Transcript> listening = listen(said(RATE));
        standIn.recognition().awaitInput();

        cancellation.cancel();

        assertThat(listening).failsWithin(20, TimeUnit.SECONDS);
    }

    @Test
    void aConsumerThatThrowsEndsTheTalk() {
        assertThatThrownBy(() -> recognizer().listen(said(RATE), DashScopeRecognizerTest::fail, cancellation))
                .isInstanceOf(AssistantException.class);
    }

    private CompletableFuture<Transcript> listen(MemoryRecording sound) {
        SpeechRecognizer recognizer = recognizer();
        return CompletableFuture.supplyAsync(() -> recognizer.listen(sound, updates::add, cancellation));
    }

    private SpeechRecognizer recognizer(Duration connectTimeout) {
        return recognizer(URI.create(standIn.speechUrl()), Script.KEY, connectTimeout);
    }

    private static SpeechRecognizer recognizer(URI url, String key, Duration connectTimeout) {
        return new DashScopeRecognizer(connection(url, key, connectTimeout), parameters());
    }

    private static RecognitionParameters parameters() {
        return new RecognitionParameters(
                "gummy-realtime-v1", RATE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private DashScopeConnection connection() {
        return connection(URI.create(standIn.speechUrl()), Script.KEY, Duration.ofSeconds(20));
    }

    private static DashScopeConnection connection(URI url, String key, Duration connectTimeout) {
        return new DashScopeConnection(url, new Secret(key), connectTimeout);
    }

    private AssistantException faultOf(SpeechRecognizer recognizer, MemoryRecording sound) {
        try {
            Transcript transcript = recognizer.listen(sound, updates::add, cancellation);
            throw new AssertionError("no fault but " + transcript);
        } catch (AssistantException e) {
            return e;
        }
    }

    private void awaitNoSocket() {
        Await.until("the end of every socket", () -> standIn.openSockets() == 0);
    }

    private static URI closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("ws://127.0.0.1:" + socket.getLocalPort() + "/");
        }
    }

    private static int peak(short[] samples) {
        int peak = 0;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void fail(Transcript update) {
        throw new IllegalStateException("a screen that breaks");
    }
}
