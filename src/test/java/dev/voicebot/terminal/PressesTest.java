package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as a press of Ctrl-C. */
class PressesTest {
    private final List<String> done = new ArrayList<>();
    private long now = Long.MAX_VALUE - 10; // the clock may pass its end
    private final Presses presses = new Presses(() -> now, () -> done.add("first"), () -> done.add("then"));

    @Test
    void twoSignalsWithinHalfASecondAreOne() {
        presses.press();
        pass(Duration.ofMillis(499));
        presses.press();

        assertThat(done).containsExactly("first");
    }

    @Test
    void aSecondPressIsTheSecondActionAndTheLastOneRepeats() {
        for (int i = 0; i < 3; i++) {
            presses.press();
            pass(Duration.ofMillis(500));
        }

        assertThat(done).containsExactly("first", "then", "then");
    }

    @Test
    void aSignalThatIsPassedOverDoesNotPutOffTheNextOne() {
        presses.press();
        pass(Duration.ofMillis(400));
        presses.press();
        pass(Duration.ofMillis(100));
        presses.press();

        assertThat(done).containsExactly("first", "then");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
