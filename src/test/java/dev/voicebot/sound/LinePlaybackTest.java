package dev.voicebot.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.SourceDataLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A speaker whose sound server freezes: any call may hang, and none is waited for without a bound. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LinePlaybackTest {
    private static final int RATE = 8000;
    private static final PcmFrame SECOND = PcmFrame.silence(Duration.ofSeconds(1), RATE);

    private final CountDownLatch thawed = new CountDownLatch(1);
    private final CountDownLatch hangs = new CountDownLatch(1);
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final ExecutorService player = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        thawed.countDown();
        player.shutdownNow();
    }

    @Test
    void stopAndHeardReturnWhileAWriteHangs() throws Exception {
        LinePlayback playback = LinePlayback.start(new SpeakerLine(line("write")), true);
        Future<?> playing = player.submit(() -> playback.play(SECOND));
        hangs.await();

        playback.stop();

        assertThat(playback.heard()).isZero();
        playing.get(); // ends with the stop
    }

    @Test
    void stopReturnsWhileTheSpeakerCannotEvenBeStopped() throws Exception {
        LinePlayback playback = LinePlayback.start(new SpeakerLine(line("stop")), true);
        playback.play(SECOND);

        playback.stop();
        hangs.await();

        assertThat(playback.heard()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aWriteThatHangsIsGivenUp() {
        SpeakerLine line = new SpeakerLine(line("write"));
        LinePlayback playback = LinePlayback.start(line, true);

        assertThatThrownBy(() -> playback.play(SECOND))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.AUDIO_DEVICE))
                .hasMessageContaining("does not answer");
        assertThat(line.isDead()).isTrue();
    }

    @Test
    void finishEndsWithTheStop() throws Exception {
        LinePlayback playback = LinePlayback.start(new SpeakerLine(line("drain")), true);
        playback.play(SECOND);
        Future<?> finishing = player.submit(playback::finish);
        hangs.await();

        playback.stop();

        finishing.get();
    }

    @Test
    void aLineThatDoesNotBecomeSilentIsOfNoMoreUse() {
        SpeakerLine line = new SpeakerLine(line("flush after stop"));
        LinePlayback playback = LinePlayback.start(line, true);
        playback.play(SECOND);
        playback.stop();

        assertThatThrownBy(() -> LinePlayback.start(line, false)).hasMessageContaining("does not answer");
        assertThat(line.isDead()).isTrue();
    }

    @Test
    void aLineThatAnswersIsUsedAgain() {
        SpeakerLine line = new SpeakerLine(line("nothing"));
        LinePlayback first = LinePlayback.start(line, true);
        first.play(SECOND);
        first.stop();

        LinePlayback second = LinePlayback.start(line, false);
        second.play(SECOND);
        second.finish();

        assertThat(calls).containsSubsequence("write", "stop", "flush", "flush", "start", "write", "drain");
        assertThat(line.isDead()).isFalse();
    }

    /** Takes everything at once, but the call named {@code frozen} hangs until the end of the test. */
    private SourceDataLine line(String frozen) {
        return (SourceDataLine) Proxy.newProxyInstance(
                SourceDataLine.class.getClassLoader(),
                new Class<?>[] {SourceDataLine.class},
                (proxy, method, given) -> {
                    String name = method.getName();
                    boolean hang =
                            name.equals(frozen) || (frozen.equals(name + " after stop") && calls.contains("stop"));
                    if (!name.startsWith("get")) {
                        calls.add(name);
                    }
                    if (hang) {
                        hangs.countDown();
                        thawed.await();
                    }
                    return switch (name) {
                        case "getFormat" -> new AudioFormat(RATE, 16, 1, true, false);
                        case "getBufferSize" -> RATE;
                        case "getLongFramePosition" -> 0L;
                        case "write" -> given[2];
                        default -> null;
                    };
                });
    }
}
