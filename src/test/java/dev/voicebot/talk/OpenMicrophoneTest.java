package dev.voicebot.talk;

import static dev.voicebot.audio.SpokenClips.joined;
import static dev.voicebot.audio.SpokenClips.silence;
import static dev.voicebot.audio.SpokenClips.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.audio.SpeechDetector;
import dev.voicebot.audio.TurnModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.repl.Chat;
import dev.voicebot.repl.ScriptedSpeech;
import dev.voicebot.repl.ScriptedTurns;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenMicrophoneTest {
    private static final short[] BEGUN = joined(silence(1), spoken("What is the time?", 9000), silence(0.35));
    private static final short[] QUESTION = joined(silence(1), spoken("What is the time?", 9000), silence(1.2));

    private final ScriptedSpeech speech = new ScriptedSpeech();
    private final IdleListener listener = new IdleListener();
    private final BlockingQueue<Integer> judged = new LinkedBlockingQueue<>();
    private volatile float probability;
    private volatile Optional<TurnModel> model = Optional.empty();
    private final OpenMicrophone microphone = new OpenMicrophone(
            Chat.HANDS_FREE,
            Duration.ofMinutes(2),
            new Senses(SpeechDetection.byLoudness(10), () -> model, Optional.empty(), () -> SpeechDetector.NO_PLAYBACK),
            () -> false,
            listener);

    @AfterEach
    void close() {
        microphone.close();
    }

    private float judge(float[] turn) {
        judged.add(turn.length);
        return probability;
    }

    /** What was asked before has been answered. */
    private static void awaitJudge() {
        CompletableFuture.runAsync(() -> {}, Worker.TURN_END.only()).join();
    }

    @Test
    void whatIsSaidNextIsAnotherUtteranceThoughTheListenerDoesNothing() {
        microphone.open(speech, speech::recognizer);
        ScriptedSpeech.Take take = speech.take();

        take.hear(joined(QUESTION, QUESTION));

        LiveSpeech first = ScriptedTurns.takeFrom(listener.spoken);
        LiveSpeech second = ScriptedTurns.takeFrom(listener.spoken);
        assertThat(first.isOver()).isTrue();
        assertThat(ScriptedTurns.takeFrom(listener.silent)).isSameAs(first);
        assertThat(ScriptedTurns.takeFrom(listener.silent)).isSameAs(second);
    }

    @Test
    void aTurnThatSoundsFinishedEndsWithoutWordsAndSoon() throws Exception {
        model = Optional.of(this::judge);
        probability = 0.9f;
        microphone.open(speech, speech::recognizer);
        ScriptedSpeech.Take take = speech.take();
        take.hear(BEGUN);
        take.awaitHeard();
        awaitJudge();

        take.hear(silence(0.1));

        ScriptedTurns.takeFrom(listener.silent);
        assertThat(listener.silences)
                .singleElement(InstanceOfAssertFactories.DURATION)
                .isLessThan(Chat.HANDS_FREE.silence());
        assertThat(judged).singleElement(InstanceOfAssertFactories.INTEGER).isBetween(16000, 8 * 16000);
    }

    @Test
    void aTurnThatSoundsUnfinishedGoesOnUntilThePatienceEnds() throws Exception {
        model = Optional.of(this::judge);
        probability = 0.1f;
        microphone.open(speech, speech::recognizer);
        ScriptedSpeech.Take take = speech.take();
        take.hear(BEGUN);
        take.awaitHeard();
        awaitJudge();

        take.hear(silence(1.2));
        take.awaitHeard();
        assertThat(listener.silent).isEmpty();

        take.hear(silence(0.8));
        ScriptedTurns.takeFrom(listener.silent);
    }

    @Test
    void eachPauseIsJudgedOnceAndAModelThatFailsHoldsUpNothing() throws Exception {
        model = Optional.of(turn -> {
            judged.add(turn.length);
            throw new IllegalStateException("broken");
        });
        microphone.open(speech, speech::recognizer);
        ScriptedSpeech.Take take = speech.take();

        take.hear(BEGUN);
        take.awaitHeard();
        awaitJudge();
        take.hear(joined(spoken("What is the time?", 9000), silence(0.5)));
        take.awaitHeard();
        awaitJudge();
        take.hear(silence(0.7));

        ScriptedTurns.takeFrom(listener.silent);
        assertThat(judged).hasSize(2);
    }

    /** As good as one whose thread is busy with something else. */
    private static final class IdleListener implements OpenMicrophone.Listener {
        final BlockingQueue<LiveSpeech> spoken = new LinkedBlockingQueue<>();
        final BlockingQueue<LiveSpeech> silent = new LinkedBlockingQueue<>();
        final BlockingQueue<Duration> silences = new LinkedBlockingQueue<>();

        @Override
        public void spoke(LiveSpeech speech) {
            spoken.add(speech);
        }

        @Override
        public void fellSilent(LiveSpeech speech, Duration silence) {
            silences.add(silence);
            silent.add(speech);
        }

        @Override
        public void failed(AssistantException fault) {}
    }
}
