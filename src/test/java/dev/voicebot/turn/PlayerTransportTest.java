package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.speakable.SpeakablePiece;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PlayerTransportTest {
    private static final int RATE = 8000;
    private static final int HEARD = 800; // samples, at first

    private final MemoryOutput speaker = new MemoryOutput();
    private final List<TurnEvent> events = new ArrayList<>();
    private final PlayerTransport transport = new PlayerTransport();
    private final Timeline timeline = new Timeline(RATE, 1);
    private final Player player = player();

    @AfterEach
    void stop() {
        player.stop();
    }

    @Test
    void theSpeedGoesFromHalfToThreeTimesAndIsToldAtEachStep() {
        transport.attach(player, events::add);

        for (int i = 0; i < 20; i++) {
            transport.faster();
        }
        assertThat(transport.speed()).isEqualTo(3);
        for (int i = 0; i < 20; i++) {
            transport.slower();
        }
        assertThat(transport.speed()).isEqualTo(0.5);
        transport.faster();

        assertThat(events)
                .startsWith(new TurnEvent.Playing(false, 1.1), new TurnEvent.Playing(false, 1.25))
                .endsWith(new TurnEvent.Playing(false, 0.5), new TurnEvent.Playing(false, 0.6));
    }

    @Test
    void whatIsSpokenIsPausedAndItsSentenceSkipped() {
        playTwoSentences();
        transport.attach(player, events::add);

        assertThat(transport.isActive()).isTrue();
        assertThat(transport.togglePause()).isTrue();
        assertThat(transport.isPaused()).isTrue();
        assertThat(transport.skipSentence()).isTrue();
        speaker.letAllPass();
        assertThat(transport.togglePause()).isTrue();

        assertThat(transport.isPaused()).isFalse();
        assertThat(player.awaitEnd(Duration.ofSeconds(10))).isTrue();
        assertThat(speaker.heard()).hasSize(HEARD + RATE);
        assertThat(transport.progress())
                .contains(new Transport.Progress(Duration.ofSeconds(2), Optional.of(Duration.ofSeconds(2))));
        assertThat(events).containsExactly(new TurnEvent.Playing(true, 1), new TurnEvent.Playing(false, 1));
    }

    @Test
    void whatIsSpokenIsRepeatedFasterFromTheNextSoundOn() {
        playTwoSentences();
        transport.attach(player, events::add);

        assertThat(transport.repeatSentence()).isTrue();
        for (int i = 0; i < 5; i++) {
            transport.faster();
        }
        speaker.letAllPass();

        assertThat(player.awaitEnd(Duration.ofSeconds(10))).isTrue();
        assertThat(speaker.heard()).hasSize(HEARD + RATE);
    }

    @Test
    void aReplyThatIsOverIsMovedThroughNoMore() {
        transport.attach(player, events::add);

        transport.detach(player);
        transport.faster();

        assertThat(transport.isActive()).isFalse();
        assertThat(transport.progress()).isEmpty();
        assertThat(transport.togglePause()).isFalse();
        assertThat(transport.skipSentence()).isFalse();
        assertThat(transport.repeatSentence()).isFalse();
        assertThat(events).isEmpty();
    }

    @Test
    void aReplyThatEndsLateLeavesTheNextOneAttached() {
        transport.attach(player, events::add);

        transport.detach(player());

        assertThat(transport.isActive()).isTrue();
    }

    private Player player() {
        return new Player(speaker, RATE, 1, timeline, new Player.Listener() {
            @Override
            public void began() {}

            @Override
            public void audible() {}

            @Override
            public void failed(AssistantException trouble) {}
        });
    }

    /** A second each; of the first a little has been heard. */
    private void playTwoSentences() {
        speaker.standStill();
        player.start();
        for (int i = 1; i <= 2; i++) {
            timeline.note("This is it. ");
            timeline.write(new SpeakablePiece("This is it. ", 12 * i));
            timeline.sounded(RATE);
            player.add(new PcmFrame(new short[RATE], RATE));
            timeline.reached(12 * i);
            player.learnt();
        }
        timeline.whole();
        player.whole();
        speaker.letPass(HEARD);
    }
}
