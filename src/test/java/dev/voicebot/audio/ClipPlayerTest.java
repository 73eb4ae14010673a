package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.turn.MemoryOutput;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ClipPlayerTest {
    private static final int RATE = 1000;

    private final MemoryOutput speaker = new MemoryOutput();
    private final short[] sound = ramp(2000);

    @Test
    void allOfAClipIsHeard() {
        player(1).play();

        assertThat(speaker.heard()).isEqualTo(sound);
    }

    @Test
    void aPausedClipGoesOnAtTheSamePlace() {
        speaker.standStill();
        ClipPlayer player = player(1);
        CompletableFuture<Void> playing = inBackground(player);
        speaker.letPass(500);

        player.togglePause();
        assertThat(player.isPaused()).isTrue();
        assertThat(player.position()).isEqualTo(Duration.ofMillis(500));
        speaker.letAllPass();
        player.togglePause();
        playing.join();

        assertThat(speaker.heard()).isEqualTo(sound);
    }

    @Test
    void seekingMovesThePlayheadBothWaysAndStopsAtTheEnds() {
        speaker.standStill();
        ClipPlayer player = player(1);
        CompletableFuture<Void> playing = inBackground(player);
        speaker.letPass(500);
        player.togglePause();

        player.seek(Duration.ofMillis(700));
        assertThat(player.position()).isEqualTo(Duration.ofMillis(1200));
        player.seek(Duration.ofMinutes(-1));
        assertThat(player.position()).isZero();
        player.seek(Duration.ofMillis(1500));
        speaker.letAllPass();
        player.togglePause();
        playing.join();

        assertThat(speaker.heard()).isEqualTo(join(Arrays.copyOf(sound, 500), Arrays.copyOfRange(sound, 1500, 2000)));
    }

    @Test
    void aStoppedClipIsSilentAtOnce() {
        speaker.standStill();
        ClipPlayer player = player(1);
        CompletableFuture<Void> playing = inBackground(player);
        speaker.letPass(300);

        player.stop();
        playing.join();

        assertThat(speaker.heard()).hasSize(300);
    }

    @Test
    void aFasterClipIsShorterAndItsPlayheadFaster() {
        speaker.standStill();
        ClipPlayer player = player(2);
        CompletableFuture<Void> playing = inBackground(player);
        speaker.letPass(500);

        Duration position = player.position();
        speaker.letAllPass();
        playing.join();

        assertThat(position).isEqualTo(Duration.ofSeconds(1));
        assertThat(speaker.heard()).hasSize(1000);
    }

    private ClipPlayer player(double speed) {
        return new ClipPlayer(new PcmFrame(sound, RATE), speed, speaker);
    }

    private static CompletableFuture<Void> inBackground(ClipPlayer player) {
        return CompletableFuture.runAsync(player::play, Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "playing");
            thread.setDaemon(true);
            return thread;
        }));
    }

    private static short[] ramp(int length) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) i;
        }
        return samples;
    }

    private static short[] join(short[] first, short[] second) {
        short[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
