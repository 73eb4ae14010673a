package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.speakable.SpeakablePiece;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PlayerTest {
    private static final int RATE = 8000;
    private static final int SENTENCE = 2 * RATE; // samples of each
    private static final Duration SOON = Duration.ofSeconds(10);

    private final MemoryOutput speaker = new MemoryOutput();
    private final Timeline timeline = new Timeline(RATE, 1);
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final short[] sound = rising(5 * SENTENCE);
    private final Player player = new Player(speaker, RATE, 1, timeline, new Player.Listener() {
        @Override
        public void began() {}

        @Override
        public void audible() {
            troubles.add("audible");
        }

        @Override
        public void failed(AssistantException trouble) {
            troubles.add(trouble.getMessage());
        }
    });
    private int arrived;

    @Test
    void theSoundIsPlayedWholeWhileItArrives() {
        player.start();

        arrive(5);
        finish();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(speaker.heard()).isEqualTo(sound);
        assertThat(player.heard()).isEqualTo(sound.length);
    }

    @Test
    void afterAPauseNothingIsLostAndNothingComesTwice() {
        playUpTo(SENTENCE + 1234);

        player.togglePause();
        assertThat(player.isPaused()).isTrue();
        speaker.letAllPass();
        assertThat(speaker.heard()).hasSize(SENTENCE + 1234);
        assertThat(player.heard()).isEqualTo(SENTENCE + 1234);
        player.togglePause();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(speaker.heard()).isEqualTo(sound);
    }

    @Test
    void whileItIsPausedSoundGoesOnArriving() {
        player.togglePause();
        player.start();

        arrive(5);
        finish();
        assertThat(speaker.playbacks()).isZero();
        player.togglePause();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(speaker.heard()).isEqualTo(sound);
    }

    @Test
    void aPauseCanBeEndedForGood() {
        playUpTo(1000);
        player.togglePause();

        player.stop();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(speaker.heard()).hasSize(1000);
    }

    @Test
    void aSkipGoesToTheNextSentence() {
        playUpTo(1000);

        player.skipSentence();
        speaker.letAllPass();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(speaker.heard()).isEqualTo(joined(part(0, 1000), part(SENTENCE, sound.length)));
    }

    @Test
    void skipsAddUp() {
        playUpTo(1000);
        player.togglePause();

        player.skipSentence();
        player.skipSentence();
        speaker.letAllPass();
        player.togglePause();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(speaker.heard()).isEqualTo(joined(part(0, 1000), part(2 * SENTENCE, sound.length)));
    }

    @Test
    void aSkipIntoWhatHasNotComeWaitsForIt() {
        speaker.standStill();
        player.start();
        arrive(1);
        speaker.letPass(1000);

        player.skipSentence();
        speaker.letAllPass();
        arrive(4);
        finish();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(speaker.heard()).isEqualTo(joined(part(0, 1000), part(SENTENCE, sound.length)));
    }

    @Test
    void aSkipInTheLastSentenceEndsTheSpeech() {
        playUpTo(4 * SENTENCE + 1000);

        player.skipSentence();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(speaker.heard()).hasSize(4 * SENTENCE + 1000);
        assertThat(player.heard()).isEqualTo(sound.length);
    }

    @Test
    void aRepeatBeginsTheSentenceAgain() {
        playUpTo(SENTENCE + RATE + 100);

        player.repeatSentence();
        speaker.letAllPass();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(speaker.heard()).isEqualTo(joined(part(0, SENTENCE + RATE + 100), part(SENTENCE, sound.length)));
    }

    @Test
    void aRepeatAtTheBeginningOfASentenceGoesToTheOneBefore() {
        playUpTo(SENTENCE + 100);

        player.repeatSentence();
        speaker.letAllPass();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(speaker.heard()).isEqualTo(joined(part(0, SENTENCE + 100), sound));
    }

    @Test
    void fasterTakesLessTimeAndEndsAtTheSamePlace() {
        playUpTo(SENTENCE);

        player.setSpeed(2);
        speaker.letAllPass();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(speaker.heard()).hasSize(SENTENCE + 2 * SENTENCE);
        assertThat(player.heard()).isEqualTo(sound.length);
    }

    @Test
    void whatWasHeardAtAnotherSpeedCountsByWhatItSaid() {
        speaker.standStill();
        player.setSpeed(2);
        player.start();
        arrive(5);
        speaker.letPass(RATE);

        player.togglePause();

        assertThat(player.heard()).isEqualTo(2 * RATE);
    }

    @Test
    void aSpeakerThatDiesIsToldAndTheRestGoesByInSilence() {
        speaker.dyingAfter(1000);
        player.start();

        arrive(5);
        finish();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(troubles).containsExactly("the speaker is gone");
        assertThat(player.isAudible()).isFalse();
    }

    @Test
    void aPauseOfASpeakerThatIsMissingCanBeEnded() {
        speaker.missing();
        player.togglePause();
        player.start();
        arrive(5);
        finish();

        player.togglePause();

        assertThat(player.awaitEnd(SOON)).isTrue();
        assertThat(troubles).containsExactly("there is no speaker");
    }

    private void playUpTo(int sample) {
        speaker.standStill();
        player.start();
        arrive(5);
        finish();
        speaker.letPass(sample);
    }

    /** Sentences, each with its sound. */
    private void arrive(int sentences) {
        for (int i = 0; i < sentences; i++) {
            timeline.note("This is it. ");
            timeline.write(new SpeakablePiece("This is it. ", 12 * (arrived + 1)));
            timeline.sounded(SENTENCE);
            player.add(new PcmFrame(part(arrived * SENTENCE, (arrived + 1) * SENTENCE), RATE));
            arrived++;
            timeline.reached(12 * arrived);
            player.learnt();
        }
    }

    private void finish() {
        timeline.whole();
        player.whole();
    }

    private short[] part(int from, int to) {
        return Arrays.copyOfRange(sound, from, to);
    }

    private static short[] joined(short[] first, short[] second) {
        short[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** No two places sound alike. */
    private static short[] rising(int length) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) (i % 65521);
        }
        return samples;
    }
}
