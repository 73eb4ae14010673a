package dev.voicebot.talk;

import static dev.voicebot.audio.SpokenClips.joined;
import static dev.voicebot.audio.SpokenClips.silence;
import static dev.voicebot.audio.SpokenClips.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.audio.SpeechDetector;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.repl.Chat;
import dev.voicebot.repl.ScriptedSpeech;
import dev.voicebot.repl.ScriptedTurns;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenMicrophoneTest {
    private static final short[] QUESTION = joined(silence(1), spoken("What is the time?", 9000), silence(1.2));

    private final ScriptedSpeech speech = new ScriptedSpeech();
    private final IdleListener listener = new IdleListener();
    private final OpenMicrophone microphone = new OpenMicrophone(
            Chat.HANDS_FREE,
            Duration.ofMinutes(2),
            SpeechDetection.byLoudness(10),
            () -> SpeechDetector.NO_PLAYBACK,
            () -> false,
            listener);

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
        microphone.close();
    }

    /** As good as one whose thread is busy with something else. */
    private static final class IdleListener implements OpenMicrophone.Listener {
        final BlockingQueue<LiveSpeech> spoken = new LinkedBlockingQueue<>();
        final BlockingQueue<LiveSpeech> silent = new LinkedBlockingQueue<>();

        @Override
        public void opened() {}

        @Override
        public void spoke(LiveSpeech speech) {
            spoken.add(speech);
        }

        @Override
        public void fellSilent(LiveSpeech speech, Duration silence) {
            silent.add(speech);
        }

        @Override
        public void idle() {}

        @Override
        public void mute() {}

        @Override
        public void failed(AssistantException fault) {}
    }
}
