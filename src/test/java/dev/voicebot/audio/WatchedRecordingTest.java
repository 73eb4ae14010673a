package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchedRecordingTest {
    private static final PcmFrame ONE = new PcmFrame(new short[] {1}, 8000);
    private static final PcmFrame TWO = new PcmFrame(new short[] {2}, 8000);

    private final Given given = new Given();
    private final List<PcmFrame> taken = new ArrayList<>();

    @Test
    void framesAreSeenAndPassedOnUntilTheEnd() {
        WatchedRecording recording = watching(9);

        assertThat(recording.next()).contains(ONE);
        assertThat(recording.next()).contains(TWO);
        assertThat(recording.next()).isEmpty();

        assertThat(taken).containsExactly(ONE, TWO);
        assertThat(recording.sampleRate()).isEqualTo(8000);
        assertThat(given.stopped).isFalse();
    }

    @Test
    void whatIsEnoughStopsTheOther() {
        WatchedRecording recording = watching(1);

        assertThat(recording.next()).contains(ONE);
        assertThat(recording.next()).isEmpty();

        assertThat(taken).containsExactly(ONE);
        assertThat(given.stopped).isTrue();
    }

    @Test
    void aStopAndACloseArePassedOn() {
        WatchedRecording recording = watching(9);

        recording.stop();
        assertThat(given.stopped).isTrue();
        assertThat(given.closed).isFalse();

        recording.close();
        assertThat(given.closed).isTrue();
    }

    private WatchedRecording watching(int enough) {
        return new WatchedRecording(given) {
            @Override
            protected void take(PcmFrame frame) {
                taken.add(frame);
            }

            @Override
            protected boolean isEnough() {
                return taken.size() >= enough;
            }
        };
    }

    private static final class Given implements Recording {
        private final List<PcmFrame> frames = new ArrayList<>(List.of(ONE, TWO));
        private boolean stopped;
        private boolean closed;

        @Override
        public int sampleRate() {
            return 8000;
        }

        @Override
        public Optional<PcmFrame> next() {
            return frames.isEmpty() ? Optional.empty() : Optional.of(frames.remove(0));
        }

        @Override
        public void stop() {
            stopped = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
