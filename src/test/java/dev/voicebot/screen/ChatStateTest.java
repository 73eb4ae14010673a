package dev.voicebot.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.localmodels.PullPace;
import dev.voicebot.screen.ChatState.Start;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChatStateTest {
    private static final Duration TIME = Duration.ofSeconds(62);
    private static final List<Double> LEVELS = List.of(0.0, 0.5, 1.0);

    /** The state; what the screen, a screen reader and {@code ctl status} make of it. */
    static Stream<Arguments> states() {
        return Stream.of(
                state(ChatState.Still.IDLE, "", "ready", "idle"),
                state(ChatState.Still.OPENING, "microphone…", "", "listening"),
                state(ChatState.Still.LISTENING, "listening", "listening", "listening"),
                state(
                        new ChatState.Asleep("hey bot"),
                        "asleep (say \"hey bot\")",
                        "asleep (say \"hey bot\")",
                        "asleep"),
                state(ChatState.Still.ASLEEP, "asleep (press Enter)", "asleep (press Enter)", "asleep"),
                state(recording(Start.BY_KEY, LEVELS, false), "● rec 1:02 ▁▅█", "listening", "listening"),
                state(
                        recording(Start.BY_KEY, LEVELS, true),
                        "● rec 1:02 ▁▅█ offline, still recording",
                        "listening",
                        "listening"),
                state(recording(Start.BY_VOICE, LEVELS, false), "● hearing 1:02 ▁▅█", "hearing", "listening"),
                state(recording(Start.BY_VOICE, List.of(), false), "● hearing", "hearing", "listening"),
                state(ChatState.Still.RECOGNIZING, "recognizing…", "recognizing", "listening"),
                state(new ChatState.Thinking(Optional.empty(), 1), "thinking…", "thinking", "thinking"),
                state(new ChatState.Thinking(Optional.of(TIME), 1), "thinking 62s", "thinking", "thinking"),
                state(new ChatState.Thinking(Optional.empty(), 1.5), "thinking… 1.5×", "thinking", "thinking"),
                state(new ChatState.Writing(1), "writing…", "", "thinking"),
                state(new ChatState.Speaking(1), "speaking", "speaking", "speaking"),
                state(
                        new ChatState.Speaking(1.25),
                        "speaking 1.25×",
                        "speaking, at 1.25 times the usual speed",
                        "speaking"),
                state(new ChatState.Paused(1), "paused", "paused", "paused"),
                state(new ChatState.Paused(0.9), "paused 0.9×", "paused, at 0.9 times the usual speed", "paused"),
                state(ChatState.Still.REPLAYING, "replaying", "replaying", "replaying"),
                state(ChatState.Still.UNPACKING, "checking the download…", "checking the download", "idle"),
                state(new ChatState.Asking("[Y/n]"), "[Y/n]", "", "idle"),
                state(downloading(0), "download 50%", "downloading: 50%", "idle"),
                state(downloading(1_000_000), "download 50% 1.0 MB/s 1:02 left", "downloading: 50%", "idle"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void isShownReadOutAndTold(ChatState state, String onScreen, String aloud, String status) throws Exception {
        assertThat(state.onScreen()).isEqualTo(onScreen);
        assertThat(state.aloud().orElse("")).isEqualTo(aloud);
        assertThat(state.status()).isEqualTo(status);
        assertThat(Files.readString(Path.of("docs/control.md"), StandardCharsets.UTF_8))
                .contains("`" + status + "`");
    }

    @Test
    void noStateIsMissingHere() {
        assertThat(states().<Class<?>>map(row -> row.get()[0].getClass()).distinct())
                .containsExactlyInAnyOrder(ChatState.class.getPermittedSubclasses());
        assertThat(states().map(row -> row.get()[0])).contains((Object[]) ChatState.Still.values());
    }

    private static ChatState downloading(long speed) {
        return new ChatState.Downloading(new PullPace.Moment(62_500_000, 125_000_000, speed));
    }

    private static ChatState recording(Start start, List<Double> levels, boolean deaf) {
        return new ChatState.Recording(start, TIME, levels, deaf);
    }

    private static Arguments state(ChatState state, String onScreen, String aloud, String status) {
        return Arguments.of(state, onScreen, aloud, status);
    }
}
