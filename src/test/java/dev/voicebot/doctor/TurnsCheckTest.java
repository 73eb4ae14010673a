package dev.voicebot.doctor;

import static dev.voicebot.audio.SpokenClips.NORTH_WIND;
import static dev.voicebot.audio.SpokenClips.joined;
import static dev.voicebot.audio.SpokenClips.silence;
import static dev.voicebot.audio.SpokenClips.spoken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.JsonSchema;
import dev.voicebot.audio.Noises;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.PlaybackMeter;
import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.audio.SpokenClips;
import dev.voicebot.config.GivenSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import dev.voicebot.talk.Senses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code doctor --turns} with a user who does what it says; the sound is the clock. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TurnsCheckTest {
    private static final short[] SENTENCE = spoken("What is the time?", 9000);
    private static final short[] STOP = spoken("Stop!", 12000);

    private final List<String> guided = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void inAQuietRoomEveryLineIsHeardOnceAndAReplyIsInterrupted() {
        TurnsReport report = run(line -> reading(line, 0.3), 0.1, Map.of());

        assertThat(report.fault()).isEmpty();
        assertThat(report.falseStarts()).isZero();
        assertThat(report.notHeard()).isZero();
        assertThat(report.cutOffs()).isZero();
        assertThat(report.missedEnds()).isZero();
        assertThat(report.waits()).hasSize(6).allMatch(wait -> isBetween(wait, 750, 950));
        assertThat(report.over()).hasValueSatisfying(over -> {
            assertThat(over.byItself()).isZero();
            assertThat(over.interrupted()).isTrue();
            assertThat(over.echo()).hasValueSatisfying(echo -> assertThat(echo).isBetween(-23.0, -17.0));
        });
        assertThat(guided)
                .contains("1/5 Be silent for 15 seconds.", "    What is the weather like tomorrow?", "    Say: stop");
    }

    @Test
    void whoPausesLongerThanTheSilenceIsCutOffAndToldALongerOne() {
        TurnsReport report = run(line -> reading(line, 1.1), 0.1, Map.of());

        assertThat(report.cutOffs()).isEqualTo(3);
        assertThat(TurnAdvice.of(report).get(0).text())
                .matches("handsfree\\.silence = \"1[3-6]00ms\"  # you pause for up to 1\\d\\d\\d ms");
        assertThat(TurnAdvice.of(report)).extracting(TurnAdvice::reason).anyMatch(text -> text.contains("smart-turn"));
    }

    @Test
    void whatItSuggestsHelps() {
        TurnsReport report = run(line -> reading(line, 1.1), 0.1, Map.of("silence", Duration.ofMillis(1600)));

        assertThat(report.cutOffs()).isZero();
        assertThat(report.notHeard()).isZero();
    }

    @Test
    void whoPausesForLessThanTheSilenceIsToldAShorterOne() {
        TurnsReport report = run(line -> reading(line, 0.4), 0.1, Map.of("silence", Duration.ofSeconds(2)));

        assertThat(TurnAdvice.of(report))
                .extracting(TurnAdvice::text)
                .anyMatch(
                        text -> text.matches("handsfree\\.silence = \"([6-9]|10)00ms\"  # your pauses are short: .*"));
    }

    @Test
    void noiseThatOpensAnUtteranceIsCountedAndAHigherThresholdSuggested() {
        TurnsReport report = run(
                line -> line.startsWith("2/5") ? Optional.of(Noises.STRINGS.of(4, -25)) : reading(line, 0.3),
                0.1,
                Map.of());

        assertThat(report.room().inSilence()).isZero();
        assertThat(report.room().inNoise()).isPositive();
        assertThat(TurnAdvice.of(report)).extracting(TurnAdvice::setting).contains("handsfree.threshold");
    }

    @Test
    void whereTheSpeakerIsNotHeardHeadphonesAreSuggested() {
        TurnsReport report = run(line -> reading(line, 0.3), 0, Map.of());

        assertThat(report.over().orElseThrow().echo()).isEmpty();
        assertThat(TurnAdvice.of(report))
                .extracting(TurnAdvice::text)
                .containsExactly("handsfree.headphones = true  # the microphone does not hear the speaker");
    }

    @Test
    void withHeadphonesSetWronglyTheReplyInterruptsItself() {
        TurnsReport report = run(line -> reading(line, 0.3), 0.5, Map.of("headphones", true));

        assertThat(report.over().orElseThrow().byItself()).isPositive();
        assertThat(TurnAdvice.of(report)).extracting(TurnAdvice::setting).contains("handsfree.barge_in");
    }

    @Test
    void whoReadsNothingIsToldThatNothingWasHeard() {
        TurnsReport report = run(line -> Optional.empty(), 0.1, Map.of());

        assertThat(report.fault()).contains(FaultKind.NOTHING_HEARD);
        assertThat(report.notHeard()).isEqualTo(6);
        assertThat(new TurnsSummary(report).verdict()).startsWith("Nothing you read was heard.");
        assertThat(TurnAdvice.of(report)).isEmpty();
    }

    @Test
    void theJsonIsWhatItsSchemaDescribes() throws Exception {
        for (double echo : new double[] {0, 0.5}) {
            String json = new TurnsSummary(run(line -> reading(line, 1.1), echo, Map.of())).json(0);

            assertThat(JsonSchema.named("doctor-turns").mistakes(json)).isEmpty();
        }
    }

    @Test
    void cancellingEndsItAtOnce() {
        assertThatThrownBy(() -> run(
                        line -> {
                            if (line.startsWith("2/5")) {
                                cancellation.cancel();
                            }
                            return Optional.empty();
                        },
                        0.1,
                        Map.of()))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED));
        assertThat(guided).noneMatch(line -> line.startsWith("3/5"));
    }

    @Test
    void withoutAMicrophoneItEndsWithTheReason() {
        TurnsParts parts = parts(new GuidedUser(line -> Optional.empty(), 0), Map.of());
        TurnsParts deaf = new TurnsParts(
                parts.settings(),
                parts.senses(),
                () -> {
                    throw new AssistantException(FaultKind.AUDIO_DEVICE, "there is no microphone");
                },
                Optional.empty(),
                parts.synthesizer(),
                parts.voice(),
                parts.speaker(),
                false,
                false);

        assertThatThrownBy(() -> new TurnsCheck(deaf, TurnTexts.ENGLISH, guided::add).run(cancellation))
                .hasMessage("there is no microphone");
    }

    private static boolean isBetween(Duration time, long least, long most) {
        return time.toMillis() >= least && time.toMillis() <= most;
    }

    /** Reads each line, with a pause at its dots. */
    private static Optional<short[]> reading(String line, double pause) {
        if (line.startsWith("    Say: ")) {
            return Optional.of(STOP);
        }
        if (line.startsWith("    ")) {
            return Optional.of(line.contains("…") ? joined(SENTENCE, silence(pause), SENTENCE) : SENTENCE);
        }
        return Optional.empty();
    }

    private TurnsReport run(GuidedUser.Answer answer, double echo, Map<String, ?> settings) {
        GuidedUser user = new GuidedUser(answer, echo);
        return new TurnsCheck(parts(user, settings), TurnTexts.ENGLISH, line -> {
                    guided.add(line);
                    user.read(line);
                })
                .run(cancellation);
    }

    private static TurnsParts parts(GuidedUser user, Map<String, ?> settings) {
        PlaybackMeter meter = new PlaybackMeter();
        return new TurnsParts(
                GivenSettings.handsFree(settings),
                new Senses(SpeechDetection.byLoudness(10), Optional::empty, Optional.empty(), meter::decibels),
                user.microphone(),
                Optional.empty(),
                new Recorded(),
                Voice.DEFAULT,
                () -> meter.on(user.speaker()),
                false,
                false);
    }

    /** Says the same tale, whatever it is given. */
    private static final class Recorded implements SpeechSynthesizer {
        @Override
        public int sampleRate() {
            return SpokenClips.RATE;
        }

        @Override
        public SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation) {
            return new SpeechStream() {
                @Override
                public void write(String text) {}

                @Override
                public void finish() {
                    short[] tale = spoken(NORTH_WIND, 9000);
                    frames.accept(new PcmFrame(joined(tale, tale), SpokenClips.RATE));
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }
}
