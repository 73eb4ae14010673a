package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.Await;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.credentials.Secret;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.standin.ReceivedSpeech;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.Script.Fault;
import dev.voicebot.standin.StandIn;
import dev.voicebot.standin.Tones;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.SpeechSynthesizerContract;
import dev.voicebot.synthesis.Voice;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashScopeSynthesizerTest extends SpeechSynthesizerContract {
    private static final int RATE = 22_050;

    private final Script script = new Script();
    private final StandIn standIn = StandIn.start(script);
    private final DashScopeSynthesizer synthesizer = synthesizer(Duration.ofSeconds(20));
    private final Cancellation cancellation = new Cancellation();

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
    void theServiceIsAskedForTheVoice() throws InterruptedException {
        try (SpeechStream stream =
                synthesizer.open(new Voice("longxiaochun_v2", 1.25, 0.75, 80), frame -> {}, cancellation)) {
            stream.write("hello");
            stream.finish();
        }

        ReceivedSpeech task = standIn.synthesis();
        assertThat(task.model()).isEqualTo("cosyvoice-v2");
        assertThat(task.parameters().path("voice").asText()).isEqualTo("longxiaochun_v2");
        assertThat(task.parameters().path("format").asText()).isEqualTo("pcm");
        assertThat(task.parameters().path("sample_rate").asInt()).isEqualTo(RATE);
        assertThat(task.parameters().path("rate").asDouble()).isEqualTo(1.25);
        assertThat(task.parameters().path("pitch").asDouble()).isEqualTo(0.75);
        assertThat(task.parameters().path("volume").asInt()).isEqualTo(80);
    }

    @Test
    void theServicesCountOfCharactersIsTold() {
        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frame -> {}, cancellation)) {
            stream.write("ok 你好");
            stream.finish();

            assertThat(stream.billedCharacters()).hasValue(7);
        }
    }

    /** Each counts twice, and the service takes no more than 20,000 in one piece. */
    @Test
    void aLongPieceOfChineseIsSentInParts() throws InterruptedException {
        String text = "长".repeat(15_000);
        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frame -> {}, cancellation)) {
            stream.write(text);
            stream.finish();

            assertThat(stream.billedCharacters()).hasValue(30_000);
        }

        assertThat(String.join("", standIn.synthesis().texts())).isEqualTo(text);
    }

    @Test
    void framesOfOddSizesNeverShiftASample() {
        script.frameBytes(1, 2, 3, 999, 1, 1, 4095);

        List<PcmFrame> frames = speak("a sound of odd pieces");

        assertThat(joined(frames)).isEqualTo(Tones.of("a sound of odd pieces", RATE));
    }

    @Test
    void theTaskBeginsBeforeThereIsAnyText() throws InterruptedException {
        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frame -> {}, cancellation)) {
            assertThat(standIn.synthesis().texts()).isEmpty();
        }
    }

    @Test
    void aReplyTakesTheTaskThatWasBegunAhead() throws InterruptedException {
        synthesizer.getReady(Voice.DEFAULT);
        ReceivedSpeech begun = standIn.synthesis();

        List<PcmFrame> frames = speak("hello");

        assertThat(begun.texts()).containsExactly("hello");
        assertThat(joined(frames)).isEqualTo(Tones.of("hello", RATE));
        assertThat(standIn.sockets()).isEqualTo(1);
    }

    @Test
    void gettingReadyTwiceBeginsOneTask() throws InterruptedException {
        synthesizer.getReady(Voice.DEFAULT);
        synthesizer.getReady(Voice.DEFAULT);
        standIn.synthesis();

        speak("hello");

        assertThat(standIn.sockets()).isEqualTo(1);
    }

    @Test
    void anotherVoiceDoesNotTakeTheTaskThatWasBegunAhead() throws InterruptedException {
        synthesizer.getReady(new Voice("longxiaochun_v2", 1, 1, 50));
        ReceivedSpeech begun = standIn.synthesis();

        speak("hello");

        assertThat(begun.texts()).isEmpty();
        assertThat(standIn.synthesis().texts()).containsExactly("hello");
    }

    @Test
    void aTaskBegunAheadWhoseSocketDiedIsReplaced() throws InterruptedException {
        synthesizer.getReady(Voice.DEFAULT);
        standIn.synthesis();
        standIn.cutSockets();

        List<PcmFrame> frames = speak("hello");

        assertThat(joined(frames)).isEqualTo(Tones.of("hello", RATE));
    }

    @Test
    void textIsSentAsItIsWritten() throws InterruptedException {
        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frame -> {}, cancellation)) {
            stream.write("one ");
            ReceivedSpeech task = standIn.synthesis();
            assertThat(task.awaitInput()).isTrue();
            stream.write("two");
            stream.finish();

            assertThat(task.texts()).containsExactly("one ", "two");
        }
    }

    @Test
    void writingNeverWaitsForTheSocket() {
        script.handshakeDelay(Duration.ofMinutes(1));
        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frame -> {}, cancellation)) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> stream.write("hello"));

            assertThat(writing).succeedsWithin(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void theNextReplyUsesTheSameSocket() throws InterruptedException {
        speak("first");
        List<PcmFrame> second = speak("second");

        assertThat(joined(second)).isEqualTo(Tones.of("second", RATE));
        assertThat(standIn.synthesis().socket()).isEqualTo(1);
        assertThat(standIn.synthesis().socket()).isEqualTo(1);
        assertThat(standIn.sockets()).isEqualTo(1);
    }

    @Test
    void theVoiceMayChangeOnTheSameSocket() throws InterruptedException {
        speak("first");
        try (SpeechStream stream = synthesizer.open(new Voice("longwan_v2", 1, 1, 50), frame -> {}, cancellation)) {
            stream.write("second");
            stream.finish();
        }

        standIn.synthesis();
        ReceivedSpeech second = standIn.synthesis();
        assertThat(second.parameters().path("voice").asText()).isEqualTo("longwan_v2");
        assertThat(second.socket()).isEqualTo(1);
    }

    @Test
    void aSocketThatDiedBetweenRepliesIsReplaced() {
        speak("first");
        standIn.cutSockets();

        List<PcmFrame> second = speak("second");

        assertThat(joined(second)).isEqualTo(Tones.of("second", RATE));
    }

    @Test
    void aSocketThatDiesUnderTheNextReplyIsReplacedAndNoWordIsLost() throws InterruptedException {
        speak("first");
        standIn.synthesis();
        List<PcmFrame> frames = new CopyOnWriteArrayList<>();
        script.firstAudioDelay(Duration.ofMillis(200));
        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frames::add, cancellation)) {
            stream.write("sec");
            standIn.synthesis().awaitInput();
            standIn.cutSockets();

            stream.write("ond");
            stream.finish();
        }

        assertThat(joined(frames)).isEqualTo(tones("sec", "ond"));
        await(() -> standIn.openSockets() == 1);
    }

    @Test
    void closingTheSynthesizerClosesTheWarmSocket() {
        speak("first");

        synthesizer.close();

        awaitNoSocket();
    }

    @Test
    void aReplyWithoutTextLeavesNoSocketBehind() throws InterruptedException {
        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frame -> {}, cancellation)) {
            standIn.synthesis();
            stream.finish();
        }

        awaitNoSocket();
    }

    @Test
    void aModelThatThinksForLongLosesNothing() throws InterruptedException {
        script.idleLimit(Duration.ofMillis(50));
        List<PcmFrame> frames = new CopyOnWriteArrayList<>();
        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frames::add, cancellation)) {
            standIn.synthesis().awaitEnd();
            awaitIdleEnd(stream);
            script.idleLimit(Duration.ofMinutes(1));

            stream.write("at last");
            stream.finish();
        }

        assertThat(joined(frames)).isEqualTo(Tones.of("at last", RATE));
    }

    @Test
    void aModelThatPausesInMidReplyGoesOnInAnotherTask() throws InterruptedException {
        script.idleLimit(Duration.ofMillis(50));
        List<PcmFrame> frames = new CopyOnWriteArrayList<>();
        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frames::add, cancellation)) {
            stream.write("before");
            standIn.synthesis().awaitEnd();
            awaitIdleEnd(stream);
            script.idleLimit(Duration.ofMinutes(1));

            stream.write("after");
            stream.finish();
        }

        assertThat(joined(frames)).isEqualTo(tones("before", "after"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aRefusedKeyIsACaseOfCredentials(int status) {
        script.refuse(status);

        AssistantException fault = faultOf(synthesizer(Duration.ofSeconds(1)));

        assertThat(fault.kind()).isEqualTo(FaultKind.CREDENTIALS);
        assertThat(fault.userMessage()).contains("DASHSCOPE_API_KEY").doesNotContain(Script.KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidApiKey, CREDENTIALS, DASHSCOPE_API_KEY",
        "ModelNotFound, SETTINGS, synthesis.model",
        "InvalidParameter, SETTINGS, synthesis.voice",
        "Throttling.RateQuota, SERVICE, too many requests"
    })
    void everyRefusalHasItsKindAndItsAdvice(String code, FaultKind kind, String advice) {
        script.fault(Fault.TASK_FAILED, code);

        AssistantException fault = faultOf(synthesizer);

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.userMessage()).contains(advice, "speech synthesis at 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUT_AFTER_START", "CUT_IN_THE_MIDDLE", "FAILED_IN_THE_MIDDLE", "TASK_FAILED"})
    void afterAFaultTheNextReplyWorks(Fault what) {
        script.fault(what, "InternalError");
        AssistantException fault = faultOf(synthesizer);
        script.fault(Fault.NONE, "");

        List<PcmFrame> next = speak("next");

        assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(joined(next)).isEqualTo(Tones.of("next", RATE));
    }

    @Test
    void aServiceThatNeverAnswersIsGivenUp() {
        script.fault(Fault.SILENT, "");
        DashScopeSynthesizer impatient =
                new DashScopeSynthesizer(connection(Duration.ofSeconds(20)), parameters(), Duration.ofMillis(300));

        AssistantException fault = faultOf(impatient);

        assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(fault.userMessage()).contains("does not answer");
        awaitNoSocket();
    }

    @Test
    void aClosedPortIsToldOnceTheConnectTimeoutIsOver() throws IOException {
        URI url;
        try (ServerSocket socket = new ServerSocket(0)) {
            url = URI.create("ws://127.0.0.1:" + socket.getLocalPort() + "/");
        }

        AssistantException fault = faultOf(new DashScopeSynthesizer(
                new DashScopeConnection(url, new Secret(Script.KEY), Duration.ofMillis(300)), parameters()));

        assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(fault.userMessage()).contains("refused", "dashscope.websocket_url");
    }

    @Test
    void aCancelDuringTheHandshakeLeavesNoSocketBehind() throws InterruptedException {
        script.handshakeDelay(Duration.ofMillis(400));
        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frame -> {}, cancellation)) {
            stream.write("hello");
            cancellation.cancel();
        }

        assertThat(standIn.synthesis().awaitEnd()).isTrue();
        awaitNoSocket();
        assertThat(standIn.sockets()).isEqualTo(1);
    }

    @Test
    void aCancelInMidReplyStopsTheSoundAndClosesTheSocket() throws InterruptedException {
        script.audioPace(1).frameBytes(RATE / 10);
        CountDownLatch sound = new CountDownLatch(1);
        List<PcmFrame> frames = new CopyOnWriteArrayList<>();
        SpeechStream stream = synthesizer.open(
                Voice.DEFAULT,
                frame -> {
                    frames.add(frame);
                    sound.countDown();
                },
                cancellation);
        stream.write("a very long reply ".repeat(100));
        sound.await();

        cancellation.cancel();
        stream.close();

        assertThat(standIn.synthesis().awaitEnd()).isTrue();
        awaitNoSocket();
        assertThat(joined(frames).length).isLessThan(10 * RATE);
    }

    @Test
    void aCancelWhileTheFirstSoundIsAwaitedEndsTheWait() throws InterruptedException {
        script.firstAudioDelay(Duration.ofMinutes(1));
        try (SpeechStream stream = synthesizer.open(Voice.DEFAULT, frame -> {}, cancellation)) {
            stream.write("hello");
            CompletableFuture<Void> finishing = CompletableFuture.runAsync(stream::finish);
            standIn.synthesis().awaitInput();

            cancellation.cancel();

            assertThat(finishing).failsWithin(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aReplyThatIsCancelledBeforeItBeginsGivesTheWarmSocketUp() {
        speak("first");
        cancellation.cancel();

        synthesizer.open(Voice.DEFAULT, frame -> {}, cancellation).close();

        awaitNoSocket();
    }

    @Test
    void aSampleRateThatTheServiceLacksIsASettingsFault() {
        assertThatThrownBy(() -> new DashScopeSynthesizer(
                        connection(Duration.ofSeconds(1)), new SynthesisParameters("cosyvoice-v2", 11_025)))
                .isInstanceOfSatisfying(AssistantException.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(FaultKind.SETTINGS);
                    assertThat(fault.userMessage()).contains("synthesis.sample_rate", "11025");
                });
    }

    private DashScopeSynthesizer synthesizer(Duration connectTimeout) {
        return new DashScopeSynthesizer(connection(connectTimeout), parameters());
    }

    private DashScopeConnection connection(Duration connectTimeout) {
        return new DashScopeConnection(URI.create(standIn.speechUrl()), new Secret(Script.KEY), connectTimeout);
    }

    private static SynthesisParameters parameters() {
        return new SynthesisParameters("cosyvoice-v2", RATE);
    }

    private AssistantException faultOf(SpeechSynthesizer failing) {
        try (SpeechStream stream = failing.open(Voice.DEFAULT, frame -> {}, cancellation)) {
            stream.write("hello");
            stream.finish();
            throw new AssertionError("no fault");
        } catch (AssistantException e) {
            return e;
        }
    }

    private static void awaitIdleEnd(SpeechStream stream) {
        await(() -> ((DashScopeStream) stream).isIdle());
    }

    private void awaitNoSocket() {
        await(() -> standIn.openSockets() == 0);
    }

    private static void await(BooleanSupplier condition) {
        Await.until("the stream's state", condition::getAsBoolean);
    }

    private static short[] tones(String... texts) {
        return joined(Stream.of(texts)
                .map(text -> new PcmFrame(Tones.of(text, RATE), RATE))
                .toList());
    }

    private static short[] joined(List<PcmFrame> frames) {
        short[] all = new short[samples(frames)];
        int length = 0;
        for (PcmFrame frame : frames) {
            System.arraycopy(frame.samples(), 0, all, length, frame.samples().length);
            length += frame.samples().length;
        }
        return all;
    }
}
