package dev.voicebot.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> ran = new ArrayList<>();

    @Test
    void stoppersRunNewestFirstAndOnce() {
        cancellation.onCancel(() -> ran.add("first"));
        cancellation.onCancel(() -> ran.add("second"));

        cancellation.cancel();
        cancellation.cancel();

        assertThat(ran).containsExactly("second", "first");
    }

    @Test
    void aClosedRegistrationDoesNotRun() {
        Cancellation.Registration registration = cancellation.onCancel(() -> ran.add("stale"));
        registration.close();

        cancellation.cancel();

        assertThat(ran).isEmpty();
    }

    @Test
    void aStopperAddedAfterTheCancelRunsAtOnce() {
        cancellation.cancel();

        cancellation.onCancel(() -> ran.add("late"));

        assertThat(ran).containsExactly("late");
    }

    @Test
    void aFailingStopperDoesNotKeepTheOthersFromRunning() {
        cancellation.onCancel(() -> ran.add("old"));
        cancellation.onCancel(() -> {
            throw new IllegalStateException("broken stopper");
        });

        assertThatThrownBy(cancellation::cancel).hasMessage("broken stopper");
        assertThat(ran).containsExactly("old");
    }

    @Test
    void aChildEndsWithItsParentButNotTheOtherWayRound() {
        Cancellation.Scope first = cancellation.child();
        Cancellation.Scope second = cancellation.child();

        first.cancellation().cancel();
        assertThat(cancellation.isCancelled()).isFalse();
        cancellation.cancel();

        assertThat(second.cancellation().isCancelled()).isTrue();
    }

    @Test
    void aDetachedChildOutlivesItsParent() {
        Cancellation.Scope child = cancellation.child();
        child.close();

        cancellation.cancel();

        assertThat(child.cancellation().isCancelled()).isFalse();
    }

    @Test
    void leavingIsAnInterruption() {
        cancellation.cancel();

        assertThatThrownBy(cancellation::throwIfCancelled)
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED));
    }
}
