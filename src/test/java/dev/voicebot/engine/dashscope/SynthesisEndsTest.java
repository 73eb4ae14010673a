package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.credentials.Secret;
import dev.voicebot.models.MissingModels;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.network.Network;
import dev.voicebot.network.Route;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.service.Retries;
import dev.voicebot.standin.ReceivedSpeech;
import dev.voicebot.standin.Region;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.Script.Fault;
import dev.voicebot.standin.Script.Part;
import dev.voicebot.standin.StandIn;
import dev.voicebot.standin.Tones;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechStream.SpokenBy;
import dev.voicebot.synthesis.Voice;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A task has ended only when it said so and has said all: what it has not said is said by one more, and nothing twice. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SynthesisEndsTest {
    private static final int RATE = 22_050;
    private static final String[] REPLY = {"One sentence. ", "Another one. ", "The last."};

    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    private final List<Short> heard = Collections.synchronizedList(new ArrayList<>());
    private final Map<Integer, Long> told = new ConcurrentHashMap<>(); // samples by characters
    private final Script script = new Script();
    private final StandIn standIn = StandIn.start(script);
    private final Cancellation cancellation = new Cancellation();
    private DashScopeSynthesizer synthesizer = synthesizer(ModelChoice.fixed("cosyvoice-v2"));

    @AfterEach
    void stop() {
        synthesizer.close();
        standIn.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "CLOSED_BEFORE_START",
                "FAILED_AFTER_START",
                "CUT_AFTER_START",
                "CLOSED_AFTER_START",
                "FINISHED_AFTER_START",
                "CUT_IN_THE_MIDDLE",
                "CLOSED_IN_THE_MIDDLE",
                "FINISHED_IN_THE_MIDDLE",
                "FAILED_IN_THE_MIDDLE",
                "SPEAKS_LESS",
                "MUTE"
            })
    void whatATaskHasNotSaidIsSaidByOneMore(Fault fault) throws InterruptedException {
        script.fault(fault, "InternalError").faultAfter(1).faultIn(Part.SYNTHESIS, 1);

        speak(REPLY);

        assertThat(heard()).isEqualTo(tones(REPLY));
        boolean saidFirst = !fault.name().endsWith("START") && fault != Fault.MUTE;
        standIn.synthesis();
        assertThat(standIn.synthesis().texts())
                .containsExactlyElementsOf(List.of(REPLY).subList(saidFirst ? 1 : 0, 3));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_AT_THE_END", "CLOSED_AT_THE_END", "FAILED_AT_THE_END", "SILENT_AT_THE_END"})
    void whereEverySentenceHasEndedNothingIsLeftToSay(Fault fault) {
        script.fault(fault, "InternalError").faultIn(Part.SYNTHESIS, 1);

        speak(REPLY);

        assertThat(heard()).isEqualTo(tones(REPLY));
        assertThat(standIn.sockets()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1007, 1011})
    void aCloseFrameOfAnyCodeEndsNoTaskWell(int code) {
        script.fault(Fault.CLOSED_IN_THE_MIDDLE, "")
                .closeCode(code)
                .faultAfter(1)
                .faultIn(Part.SYNTHESIS, 1);

        speak(REPLY);

        assertThat(heard()).isEqualTo(tones(REPLY));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_IN_THE_MIDDLE", "CLOSED_IN_THE_MIDDLE", "FINISHED_IN_THE_MIDDLE", "SPEAKS_LESS", "MUTE"})
    void aTaskThatBreaksOffAgainIsACaseOfTheService(Fault fault) {
        script.fault(fault, "").faultAfter(fault == Fault.SPEAKS_LESS ? 1 : 0);

        assertThatThrownBy(() -> speak(REPLY))
                .isInstanceOfSatisfying(
                        AssistantException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(FaultKind.SERVICE));
        assertThat(standIn.sockets()).isEqualTo(2);
    }

    @Test
    void soundOfABrokenSentenceThatWasHandedOverIsNotHandedOverAgain() throws InterruptedException {
        script.audioPace(8).frameBytes(999);
        CountDownLatch sound = new CountDownLatch(60);
        try (SpeechStream stream = open(frame -> sound.countDown())) {
            stream.write(REPLY[0]);
            stream.write("This one is broken somewhere in the middle of it. ");
            sound.await();
            standIn.cutSockets();
            script.audioPace(0);
            stream.write(REPLY[2]);
            stream.finish();
        }

        assertThat(heard()).isEqualTo(tones(REPLY[0], "This one is broken somewhere in the middle of it. ", REPLY[2]));
    }

    @ParameterizedTest
    @EnumSource(value = Script.Stray.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whatBelongsToAnotherTaskIsDropped(Script.Stray stray) {
        script.stray(stray);
        speak(REPLY);
        heard.clear();

        speak("The second ", "reply.");

        assertThat(heard()).isEqualTo(tones("The second ", "reply."));
        assertThat(standIn.sockets()).isEqualTo(1);
    }

    @Test
    void eventsThatNobodyKnowsAreSkipped() {
        script.strange(Script.Strange.BESIDE);

        speak(REPLY);

        assertThat(heard()).isEqualTo(tones(REPLY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLIENT_ERROR", "InvalidParameter", "RequestTimeOut"})
    void anIdleEndIsKnownByItsMessageAndNothingIsSaidTwice(String code) throws InterruptedException {
        ReceivedSpeech task;
        try (SpeechStream stream = open(frame -> {})) {
            stream.write(REPLY[0]);
            task = standIn.synthesis();
            assertThat(task.awaitInput()).isTrue();
            script.idleLimit(Duration.ofMillis(50), code);
            stream.write(REPLY[1]);
            assertThat(task.awaitEnd()).isTrue();
            script.idleLimit(Duration.ofMinutes(1));
            stream.write(REPLY[2]);
            stream.finish();
        }

        assertThat(heard()).isEqualTo(tones(REPLY));
        assertThat(standIn.synthesis().texts()).containsExactly(REPLY[2]);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTimesOfWordsComeFromTheService(boolean bySentence) {
        if (bySentence) {
            script.countsWordsBySentence();
        }

        speak("One two. ", "Three.");

        assertSaid(3, 4, 7, 9, 14);
    }

    @Test
    void afterABreakTheTimesOfWordsGoOn() {
        script.fault(Fault.CLOSED_IN_THE_MIDDLE, "").faultAfter(1).faultIn(Part.SYNTHESIS, 1);

        speak("One two. ", "Three.");

        assertSaid(3, 4, 7, 9, 14);
    }

    @Test
    void whereTheServiceLacksTheModelTheNextOneSpeaksWithTheVoiceOfTheSameName() throws InterruptedException {
        script.without("cosyvoice-v2");
        synthesizer = synthesizer(ModelChoice.auto(
                List.of("cosyvoice-v2", "cosyvoice-v3-flash"), MissingModels.inMemory(), notices::add));

        SpokenBy by = speak(new Voice("longhua_v2", 1, 1, 50), REPLY);

        assertThat(heard()).isEqualTo(tones(REPLY));
        assertThat(by).isEqualTo(new SpokenBy("cosyvoice-v3-flash", "longhua_v3"));
        assertThat(standIn.synthesis().model()).isEqualTo("cosyvoice-v2");
        assertThat(standIn.synthesis().texts()).containsExactly(REPLY);
        assertThat(notices).hasSize(2).anyMatch(line -> line.contains("longhua_v3"));
    }

    @Test
    void aTaskBegunAheadWithAModelThatIsNotThereCostsNoWord() throws InterruptedException {
        script.without("cosyvoice-v2");
        synthesizer = synthesizer(ModelChoice.auto(
                List.of("cosyvoice-v2", "cosyvoice-v3-flash"), MissingModels.inMemory(), notices::add));
        synthesizer.getReady(Voice.DEFAULT);
        standIn.synthesis().awaitEnd();

        speak(REPLY);

        assertThat(heard()).isEqualTo(tones(REPLY));
        assertThat(notices).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"cosyvoice-v2, longxiaochum_v3, longxiaochun_v2", "cosyvoice-v3-flash, zoe, synthesis.voice"})
    void aVoiceThatTheServiceDoesNotKnowIsToldWithTheModelAndNamesNearIt(String model, String voice, String near) {
        synthesizer = synthesizer(ModelChoice.fixed(model));

        assertThatThrownBy(() -> speak(new Voice(voice, 1, 1, 50), REPLY))
                .isInstanceOfSatisfying(AssistantException.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(FaultKind.SETTINGS);
                    assertThat(problem.userMessage()).contains(model, voice, near);
                });
        assertThat(heard).isEmpty();
    }

    @Test
    void aModelThatTheUserNamedIsNotExchanged() {
        script.region(Region.BEIJING).without("cosyvoice-v2");

        assertThatThrownBy(() -> speak(REPLY)).isInstanceOfSatisfying(AssistantException.class, problem -> {
            assertThat(problem.kind()).isEqualTo(FaultKind.SETTINGS);
            assertThat(problem.userMessage()).contains("cosyvoice-v2");
        });
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        script.fault(Fault.FAILED_IN_THE_MIDDLE, "DataInspectionFailed").faultAfter(1);

        assertThatThrownBy(() -> speak(REPLY)).isInstanceOf(AssistantException.class);

        assertThat(standIn.sockets()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TASK_FAILED", "FAILED_AFTER_START", "FAILED_IN_THE_MIDDLE"})
    void aServiceThatIsTooBusyIsAskedAgainAndNoWordIsLostOrSaidTwice(Fault fault) {
        List<Duration> pauses = new ArrayList<>();
        synthesizer = synthesizer(
                ModelChoice.fixed("cosyvoice-v2"),
                new Retries(3, notices::add, () -> 1, (time, cancel) -> pauses.add(time)));
        script.fault(fault, "Throttling.RateQuota").faultIn(Part.SYNTHESIS, 3);

        speak(REPLY);

        assertThat(heard()).isEqualTo(tones(REPLY));
        assertThat(notices)
                .hasSize(3)
                .allMatch(line ->
                        line.matches("speech synthesis at 127.0.0.1 received too many requests .*\\. Trying again in"
                                + " \\d\\.\\d s \\(\\d of 3\\)\\."));
    }

    @Test
    void textIsTakenWhileTheServiceWantsToBeLeftAlone() throws InterruptedException {
        List<Duration> waits = new ArrayList<>();
        synthesizer = synthesizer(
                ModelChoice.fixed("cosyvoice-v2"),
                new Retries(3, notices::add, () -> 1, (time, cancel) -> waits.add(time)));
        script.fault(Fault.TASK_FAILED, "Throttling.RateQuota").faultIn(Part.SYNTHESIS, 1);

        try (SpeechStream stream = open(frame -> {})) {
            standIn.synthesis().awaitEnd();
            while (notices.isEmpty()) {
                stream.write(REPLY[0]);
            }
            stream.write(REPLY[1]);
            assertThat(waits).isEmpty(); // whoever writes shows the text, too
            stream.finish();
        }

        assertThat(waits).hasSize(1);
        assertThat(heard()).endsWith(tones(REPLY[1]));
    }

    private DashScopeSynthesizer synthesizer(ModelChoice model) {
        return synthesizer(model, Retries.AT_ONCE);
    }

    private DashScopeSynthesizer synthesizer(ModelChoice model, Retries retries) {
        return new DashScopeSynthesizer(
                new DashScopeConnection(
                        URI.create(standIn.speechUrl()),
                        new Secret(Script.KEY),
                        Duration.ofSeconds(20),
                        new Network(Route.DIRECT, retries)),
                new SynthesisParameters(model, RATE, notices::add));
    }

    private void speak(String... texts) {
        speak(Voice.DEFAULT, texts);
    }

    private SpokenBy speak(Voice voice, String... texts) {
        try (SpeechStream stream = synthesizer.open(voice, listener(frame -> {}), cancellation)) {
            for (String text : texts) {
                stream.write(text);
            }
            stream.finish();
            return stream.spokenBy().orElseThrow();
        }
    }

    private SpeechStream open(java.util.function.Consumer<PcmFrame> also) {
        return synthesizer.open(Voice.DEFAULT, listener(also), cancellation);
    }

    private SpeechListener listener(java.util.function.Consumer<PcmFrame> also) {
        return new SpeechListener() {
            @Override
            public void accept(PcmFrame frame) {
                for (short sample : frame.samples()) {
                    heard.add(sample);
                }
                also.accept(frame);
            }

            @Override
            public void spoken(int characters, long samples) {
                told.put(characters, samples);
            }
        };
    }

    /** Every character takes the same time. */
    private void assertSaid(int... characters) {
        int each = tones("x").length;
        for (int count : characters) {
            assertThat(told.get(count)).as("after %d", count).isCloseTo((long) count * each, within(RATE / 1000L + 1));
        }
    }

    private short[] heard() {
        short[] samples = new short[heard.size()];
        IntStream.range(0, samples.length).forEach(i -> samples[i] = heard.get(i));
        return samples;
    }

    private static short[] tones(String... texts) {
        return Stream.of(texts).map(text -> Tones.of(text, RATE)).reduce(new short[0], (all, more) -> {
            short[] joined = Arrays.copyOf(all, all.length + more.length);
            System.arraycopy(more, 0, joined, all.length, more.length);
            return joined;
        });
    }
}
