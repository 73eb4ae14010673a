package dev.voicebot.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.talk.Holding.Meaning;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldingTest {
    private final Holding holding = new Holding(HoldTimes.USUAL);

    @Test
    void aReleaseSoonAfterThePressLeavesTheTalkRunningAndTheNextPressEndsIt() {
        assertThat(press(0, false, true)).isEqualTo(Meaning.BEGIN);
        assertThat(release(299)).isEqualTo(Meaning.NOTHING);

        assertThat(press(5000, true, true)).isEqualTo(Meaning.END);
    }

    @Test
    void aLaterReleaseEndsTheTalk() {
        press(0, false, true);
        holding.repeat(nanos(250));

        assertThat(release(301)).isEqualTo(Meaning.END);
    }

    @Test
    void whereNoReleaseIsToldTheEndOfTheRepeatsIsOne() {
        assertThat(press(0, false, false)).isEqualTo(Meaning.BEGIN);
        assertThat(press(500, true, false)).isEqualTo(Meaning.WAIT);
        assertThat(press(530, true, false)).isEqualTo(Meaning.WAIT);
        assertThat(quiet(660)).isEqualTo(Meaning.NOTHING);
        assertThat(press(680, true, false)).isEqualTo(Meaning.WAIT);
        assertThat(quiet(690)).isEqualTo(Meaning.NOTHING);

        assertThat(quiet(840)).isEqualTo(Meaning.END);
    }

    @Test
    void aLoneSecondPressEndsTheTalk() {
        press(0, false, false);
        assertThat(press(2000, true, false)).isEqualTo(Meaning.WAIT);

        assertThat(quiet(2160)).isEqualTo(Meaning.END);
    }

    @Test
    void aTalkThatWasJustBegunIsNotEndedByTheSilenceOfItsKey() {
        press(0, false, false);

        assertThat(quiet(10_000)).isEqualTo(Meaning.NOTHING);
    }

    @Test
    void aKeyThatIsStillHeldWhenTheTalkIsOverBeginsNoOther() {
        press(0, false, false);
        press(500, true, false);
        assertThat(press(530, false, false)).isEqualTo(Meaning.NOTHING);
        assertThat(press(560, false, false)).isEqualTo(Meaning.NOTHING);

        assertThat(press(800, false, false)).isEqualTo(Meaning.BEGIN);
    }

    private Meaning press(int millis, boolean talking, boolean told) {
        return holding.press(nanos(millis), talking, told);
    }

    private Meaning release(int millis) {
        return holding.release(nanos(millis));
    }

    private Meaning quiet(int millis) {
        return holding.quiet(nanos(millis));
    }

    private static long nanos(int millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
