package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.credentials.Secret;
import dev.voicebot.models.MissingModels;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.MemoryRecording;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.Script.Fault;
import dev.voicebot.standin.Script.Part;
import dev.voicebot.standin.Script.Strange;
import dev.voicebot.standin.Script.Stray;
import dev.voicebot.standin.StandIn;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A talk is whole or a fault, however its tasks end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenRecognitionTest {
    private static final int RATE = 16_000;
    private static final double[] THREE_SENTENCES = {0.3, 1, 0.8, 1, 0.8, 1, 0.8};

    private final Script script =
            new Script().sentences("One.", "Two.", "Three.").sentencesGoOn();
    private final StandIn standIn = StandIn.start(script);
    private final List<String> notices = new ArrayList<>();

    @AfterEach
    void stopTheStandIn() {
        standIn.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED_BEFORE_START, 0",
        "CLOSED_AFTER_START, 0",
        "FINISHED_AFTER_START, 0",
        "CUT_AFTER_START, 0",
        "CLOSED_IN_THE_MIDDLE, 0",
        "CLOSED_IN_THE_MIDDLE, 1",
        "CLOSED_IN_THE_MIDDLE, 2",
        "FINISHED_IN_THE_MIDDLE, 0",
        "FINISHED_IN_THE_MIDDLE, 1",
        "FINISHED_IN_THE_MIDDLE, 2",
        "CUT_IN_THE_MIDDLE, 1",
        "CLOSED_AT_THE_END, 0",
        "CUT_AT_THE_END, 0",
    })
    void aTaskThatBreaksOffOnceLosesNothing(Fault fault, int after) {
        script.fault(fault, "").faultAfter(after).faultIn(Part.RECOGNITION, 1);

        Transcript transcript = listen("fun-asr-realtime");

        assertThat(transcript.text()).isEqualTo("One. Two. Three.");
        List<Sentence> sentences = transcript.sentences();
        assertThat(sentences.get(0).begin().toMillis()).isCloseTo(300, within(60L));
        assertThat(sentences.get(1).begin().toMillis()).isCloseTo(2100, within(60L));
        assertThat(sentences.get(2).begin().toMillis()).isCloseTo(3900, within(60L));
        assertThat(sentences.get(2).words())
                .singleElement()
                .satisfies(word ->
                        assertThat(word.begin()).isEqualTo(sentences.get(2).begin()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1007, 1011, 4000})
    void aCloseFrameOfAnyCodeIsNoEnd(int code) {
        script.fault(Fault.CLOSED_IN_THE_MIDDLE, "").closeCode(code).faultIn(Part.RECOGNITION, 100);

        AssistantException fault = faultOf("fun-asr-realtime");

        assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(fault.userMessage())
                .contains("broke off (closed with " + code + ": played by the stand-in).")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED_AFTER_START", "CLOSED_AT_THE_END", "CLOSED_BEFORE_START"})
    void aServiceThatBreaksOffEveryTaskIsAFault(Fault what) {
        script.fault(what, "").faultIn(Part.RECOGNITION, 100);

        assertThat(faultOf("fun-asr-realtime").kind()).isEqualTo(FaultKind.SERVICE);
    }

    @ParameterizedTest
    @CsvSource({
        "FINISHED_AFTER_START, 0.8",
        "FINISHED_AFTER_START, 0.4",
        "FINISHED_IN_THE_MIDDLE, 0.8",
        "FINISHED_IN_THE_MIDDLE, 0.4",
    })
    void aServiceThatFinishesEveryTaskBeforeItHasHeardAWordIsAFault(Fault what, double seconds) {
        script.fault(what, "").faultIn(Part.RECOGNITION, 100);

        AssistantException fault = faultOf("fun-asr-realtime", 0.1, seconds, 0.1);

        assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(fault.userMessage()).contains("broke off").doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({"FINISHED_AFTER_START, 0.4", "FINISHED_IN_THE_MIDDLE, 0.4", "FINISHED_AFTER_START, 2"})
    void aShortTalkIsHeardThoughItsFirstTaskFinishesEarly(Fault what, double seconds) {
        script.fault(what, "").faultIn(Part.RECOGNITION, 1);

        Transcript transcript = listen(ModelChoice.fixed("fun-asr-realtime"), said(0.1, seconds, 0.1));

        assertThat(transcript.text()).isEqualTo("One.");
    }

    @Test
    void soundOfWhichTheServiceUnderstandsNothingIsNoFault() {
        script.sentences();

        assertThat(listen("fun-asr-realtime")).isEqualTo(Transcript.EMPTY);
    }

    @Test
    void aTaskThatEndsAfterEachSentenceIsFollowedByAnother() {
        script.fault(Fault.FINISHED_IN_THE_MIDDLE, "").faultAfter(1).faultIn(Part.RECOGNITION, 100);

        assertThat(listen("gummy-chat-v1").text()).isEqualTo("One. Two. Three.");
    }

    @Test
    void whatIsNotUnderstoodIsSkipped() {
        script.strange(Strange.BESIDE);

        assertThat(listen("fun-asr-realtime").text()).isEqualTo("One. Two. Three.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fun-asr-realtime",
                "paraformer-realtime-v2",
                "qwen-audio-3.1-asr-flash-streaming",
                "qwen-audio-3.1-asr-flash-message",
                "gummy-realtime-v1",
                "gummy-chat-v1"
            })
    void aTaskOfWhichNothingIsUnderstoodIsAFaultThatSaysSo(String model) {
        script.strange(Strange.INSTEAD);

        AssistantException fault = faultOf(model, 12, 1, 0.8, 1); // long enough for heartbeats

        assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(fault.userMessage()).contains("understands", "recognition.model");
    }

    @Test
    void aMicrophoneIsNotHeardForeverWhenNothingIsUnderstood() {
        script.strange(Strange.INSTEAD);
        MemoryRecording microphone = MemoryRecording.live(RATE);
        microphone.add(Sounds.beeps(RATE, 0.3, 10, 2));

        assertThatThrownBy(() -> recognizer(ModelChoice.fixed("fun-asr-realtime"))
                        .listen(microphone, update -> {}, new Cancellation()))
                .hasMessageContaining("understands");
    }

    @Test
    void moreWordsThanCanHaveBeenSaidAreAFault() {
        script.sentences("word ".repeat(5000)).understandsACharacterIn(Duration.ofMillis(1));

        AssistantException fault = faultOf("fun-asr-realtime");

        assertThat(fault.kind()).isEqualTo(FaultKind.SERVICE);
        assertThat(fault.userMessage()).contains("more words than can have been said");
    }

    @Test
    void wordsThatGoOnAfterTheSoundHasEndedAreAFault() {
        script.fault(Fault.ENDLESS_AT_THE_END, "").faultIn(Part.RECOGNITION, 100);

        assertThatThrownBy(() -> recognizer(ModelChoice.fixed("fun-asr-realtime"), Duration.ofMillis(200))
                        .listen(said(), update -> {}, new Cancellation()))
                .hasMessageContaining("more words than can have been said");
    }

    @Test
    void strangeEventsInSilenceAreNoFault() {
        script.strange(Strange.BESIDE).silenceLimit(Duration.ofMinutes(1));

        assertThat(listen(ModelChoice.fixed("fun-asr-realtime"), said(2)).isEmpty())
                .isTrue();
    }

    @Test
    void whatBelongsToAnotherTaskIsDropped() {
        script.stray(Stray.FOREIGN);

        assertThat(listen("fun-asr-realtime").text()).isEqualTo("One. Two. Three.");
    }

    @Test
    void aModelThatIsMissingIsReplacedWithNothingLost() {
        script.without("fun-asr-realtime", "qwen-audio-3.1-asr-flash-streaming");
        ModelChoice choice = ModelChoice.auto(
                List.of("fun-asr-realtime", "qwen-audio-3.1-asr-flash-streaming", "paraformer-realtime-v2"),
                MissingModels.inMemory(),
                notices::add);

        Transcript transcript = listen(choice, said());

        assertThat(transcript.text()).isEqualTo("One. Two. Three.");
        assertThat(choice.model()).isEqualTo("paraformer-realtime-v2");
        assertThat(notices).hasSize(2);
    }

    @Test
    void aMissingModelThatTheUserNamedIsACaseOfSettings() {
        script.without("fun-asr-realtime");

        AssistantException fault = faultOf("fun-asr-realtime");

        assertThat(fault.kind()).isEqualTo(FaultKind.SETTINGS);
        assertThat(fault.userMessage()).contains("fun-asr-realtime", "recognition.model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fun-asr-realtime", "gummy-realtime-v1"})
    void anHourWithLittleSpeechIsHeardToItsEnd(String model) {
        script.silenceLimit(Duration.ofMinutes(1));

        Transcript transcript = listen(ModelChoice.fixed(model), new Hour());

        assertThat(transcript.text()).isEqualTo("One. Two. Three.");
        assertThat(transcript.sentences())
                .extracting(sentence -> sentence.begin().toSeconds())
                .containsExactly(60L, 1800L, 3590L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fun-asr-realtime", "gummy-realtime-v1", "qwen-audio-3.1-asr-flash-streaming"})
    void aTaskThatEndsForWantOfSpeechLosesNoneOfTheSoundSentMeanwhile(String model) {
        script.silenceLimit(Duration.ofSeconds(5));
        short[] sound = Sounds.beeps(RATE, 0.3, 1, 7, 1, 17, 1, 8);
        quieter(sound, 8.2, 9.4, 12);

        Transcript transcript = listen(ModelChoice.fixed(model), MemoryRecording.of(sound, RATE));

        assertThat(transcript.text()).isEqualTo("One. Two. Three.");
        assertThat(transcript.sentences().get(1).begin().toMillis()).isCloseTo(8300, within(60L));
        assertThat(transcript.sentences().get(2).begin().toMillis()).isCloseTo(26300, within(60L));
    }

    @Test
    void aServiceThatTiresOfEveryTaskBeforeItHasHeardAMinuteIsAFault() {
        script.fault(Fault.FAILED_IN_THE_MIDDLE, "CLIENT_ERROR", "request timeout after 23 seconds.")
                .faultIn(Part.RECOGNITION, 100);

        assertThat(faultOf("fun-asr-realtime").kind()).isEqualTo(FaultKind.SERVICE);
    }

    @Test
    void aTaskThatTheServiceTiresOfLosesNothing() {
        script.fault(Fault.FAILED_IN_THE_MIDDLE, "CLIENT_ERROR", "request timeout after 23 seconds.")
                .faultAfter(1)
                .faultIn(Part.RECOGNITION, 1);

        Transcript transcript = listen("fun-asr-realtime");

        assertThat(transcript.text()).isEqualTo("One. Two. Three.");
        assertThat(transcript.sentences().get(1).begin().toMillis()).isCloseTo(2100, within(60L));
    }

    private static void quieter(short[] sound, double from, double to, int times) {
        for (int i = (int) (from * RATE); i < to * RATE; i++) {
            sound[i] /= (short) times;
        }
    }

    private Transcript listen(String model) {
        return listen(ModelChoice.fixed(model), said());
    }

    private static Recording said() {
        return said(THREE_SENTENCES);
    }

    private static Recording said(double... seconds) {
        return MemoryRecording.of(Sounds.beeps(RATE, seconds), RATE);
    }

    private Transcript listen(ModelChoice model, Recording sound) {
        return recognizer(model).listen(sound, update -> {}, new Cancellation());
    }

    private DashScopeRecognizer recognizer(ModelChoice model) {
        return recognizer(model, Duration.ofSeconds(10));
    }

    private DashScopeRecognizer recognizer(ModelChoice model, Duration patience) {
        RecognitionParameters parameters = new RecognitionParameters(
                model, RATE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        DashScopeConnection connection = new DashScopeConnection(
                URI.create(standIn.speechUrl()), new Secret(Script.KEY), Duration.ofSeconds(20));
        return new DashScopeRecognizer(
                connection,
                parameters,
                new RecognitionReports(notices::add, (used, tokens) -> {}),
                List::of,
                patience,
                400);
    }

    private AssistantException faultOf(String model) {
        return faultOf(model, THREE_SENTENCES);
    }

    private AssistantException faultOf(String model, double... seconds) {
        List<AssistantException> faults = new ArrayList<>();
        assertThatThrownBy(() -> listen(ModelChoice.fixed(model), said(seconds)))
                .isInstanceOfSatisfying(AssistantException.class, faults::add);
        return faults.get(0);
    }

    /** Somebody speaks for two seconds after a minute, after half an hour and in the end. */
    private static final class Hour implements Recording {
        private int second;

        @Override
        public int sampleRate() {
            return RATE;
        }

        @Override
        public Optional<PcmFrame> next() {
            if (second == 3600) {
                return Optional.empty();
            }
            boolean speaks = List.of(60, 61, 1800, 1801, 3590, 3591).contains(second++);
            return Optional.of(new PcmFrame(speaks ? Sounds.beeps(RATE, 0, 1) : new short[RATE], RATE));
        }

        @Override
        public void stop() {
            second = 3600;
        }

        @Override
        public void close() {
            stop();
        }
    }
}
