package dev.voicebot.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExaminationTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void checksRunSideBySideAndComeInTheirOrder() {
        CyclicBarrier together = new CyclicBarrier(2);
        Check first = Check.needed("first", cancellation -> meet(together));
        Check second = Check.needed("second", cancellation -> meet(together));
        List<String> told = new ArrayList<>();

        List<Finding> findings = new Examination(List.of(List.of(first), List.of(second)), LONG)
                .run(finding -> told.add(finding.name()), new Cancellation());

        assertThat(told).containsExactly("first", "second");
        assertThat(findings).allMatch(finding -> finding.health() == Health.OK);
    }

    @Test
    void thoseOfALaneRunOneAfterTheOther() {
        List<String> order = new ArrayList<>();
        Check first = Check.useful("first", cancellation -> {
            order.add("first begins");
            order.add("first ends");
            return Diagnosis.ok("");
        });
        Check second = Check.useful("second", cancellation -> {
            order.add("second begins");
            return Diagnosis.ok("");
        });

        new Examination(List.of(List.of(first, second)), LONG).run(finding -> {}, new Cancellation());

        assertThat(order).containsExactly("first begins", "first ends", "second begins");
    }

    @Test
    void aCheckThatHangsIsGivenUpAndHoldsUpNoOther() {
        CountDownLatch cancelled = new CountDownLatch(1);
        Check hanging = Check.needed("hanging", cancellation -> {
            cancellation.onCancel(cancelled::countDown);
            return never();
        });
        Check after = Check.useful("after", cancellation -> Diagnosis.ok("fine"));

        List<Finding> findings = new Examination(List.of(List.of(hanging, after)), Duration.ofMillis(50))
                .run(finding -> {}, new Cancellation());

        assertThat(findings).extracting(Finding::health).containsExactly(Health.FAILED, Health.OK);
        assertThat(findings.get(0).diagnosis().text()).startsWith("No answer within");
        assertThat(cancelled.getCount()).isZero();
    }

    @Test
    void aFaultIsAFailureOnlyWhereTheThingIsNeeded() {
        Check.TextStyles faulty = cancellation -> {
            throw new AssistantException(FaultKind.CREDENTIALS, "the key is refused: take another");
        };

        List<Finding> findings = new Examination(
                        List.of(List.of(Check.needed("a", faulty)), List.of(Check.useful("b", faulty))), LONG)
                .run(finding -> {}, new Cancellation());

        assertThat(findings).extracting(Finding::health).containsExactly(Health.FAILED, Health.WARNING);
        assertThat(new Report(findings).fault()).contains(FaultKind.CREDENTIALS);
        assertThat(new Report(findings.subList(1, 2)).fault()).isEmpty();
    }

    @Test
    void aBugInACheckIsAFindingToo() {
        Check broken = Check.useful("broken", cancellation -> {
            throw new IllegalStateException("oops");
        });

        List<Finding> findings = new Examination(List.of(List.of(broken)), LONG).run(finding -> {}, new Cancellation());

        assertThat(findings.get(0).diagnosis().text()).contains("oops", "report it");
    }

    @Test
    void aCancelEndsTheWait() {
        Cancellation cancellation = new Cancellation();
        Check asks = Check.needed("asks", own -> {
            cancellation.cancel();
            return never();
        });

        assertThatThrownBy(() -> new Examination(List.of(List.of(asks)), LONG).run(finding -> {}, cancellation))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED));
    }

    private static Diagnosis meet(CyclicBarrier together) {
        try {
            together.await();
            return Diagnosis.ok("met");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Diagnosis never() {
        try {
            new CountDownLatch(1).await();
            throw new AssertionError("woken");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
