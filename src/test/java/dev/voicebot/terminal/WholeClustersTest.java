package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeClustersTest {
    private static final String GERMANY = "🇩🇪";
    private static final String CODER = "👩\u200D💻";

    @Test
    void aFlagInTwoPiecesComesWhole() {
        assertThat(given("a" + GERMANY.substring(0, 2), GERMANY.substring(2) + "b"))
                .containsExactly("a", GERMANY + "b", "");
    }

    @Test
    void twoFlagsAreNotHeldBack() {
        assertThat(given(GERMANY + GERMANY)).containsExactly(GERMANY + GERMANY, "");
    }

    @Test
    void anEmojiThatIsToBeJoinedWaitsForTheNext() {
        assertThat(given("x👩\u200D", "💻!")).containsExactly("x", CODER + "!", "");
    }

    @Test
    void halfACharacterWaitsForItsOtherHalf() {
        assertThat(given("x\uD83D", "\uDC69")).containsExactly("x", "👩", "");
    }

    @Test
    void whatStaysHalfComesAsTheRest() {
        assertThat(given("x" + GERMANY.substring(0, 2))).containsExactly("x", GERMANY.substring(0, 2));
    }

    @Test
    void ordinaryTextIsNeverHeldBack() {
        assertThat(given("Hel", "lo 你", "好e\u0301")).containsExactly("Hel", "lo 你", "好e\u0301", "");
    }

    private static List<String> given(String... pieces) {
        WholeClusters clusters = new WholeClusters();
        List<String> given = new ArrayList<>();
        for (String piece : pieces) {
            given.add(clusters.next(piece));
        }
        given.add(clusters.rest());
        return given;
    }
}
