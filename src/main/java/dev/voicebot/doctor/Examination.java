package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs checks side by side, each on a thread of its own ({@code check-NAME}) and for a limited time, so that none can
 * hold up the others. Those of one lane run one after the other.
 */
public final class Examination {
    private static final Logger log = LoggerFactory.getLogger(Examination.class);

    private final List<List<Check>> lanes;
    private final Duration patience;

    /** {@code patience} is how long each check may take. */
    public Examination(List<List<Check>> lanes, Duration patience) {
        this.lanes = lanes.stream().map(List::copyOf).toList();
        this.patience = patience;
    }

    /**
     * Blocks until each check is over or has used up its time.
     *
     * @param findings gets them in the order of the lanes, on the calling thread, each as soon as it is there
     * @throws AssistantException INTERRUPTED after the cancel
     */
    public List<Finding> run(Consumer<Finding> findings, Cancellation cancellation) {
        List<CompletableFuture<Finding>> running = new ArrayList<>();
        for (List<Check> lane : lanes) {
            CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
            for (Check check : lane) {
                CompletableFuture<Finding> finding = before.thenCompose(nothing -> start(check, cancellation));
                before = finding.thenAccept(found -> {});
                running.add(finding);
            }
        }
        List<Finding> all = new ArrayList<>();
        try (Cancellation.Registration tie = cancellation.onCancel(() -> interrupt(running))) {
            for (CompletableFuture<Finding> finding : running) {
                all.add(await(finding));
                findings.accept(all.get(all.size() - 1));
            }
        }
        return all;
    }

    private static void interrupt(List<CompletableFuture<Finding>> running) {
        running.forEach(finding -> finding.completeExceptionally(AssistantException.interrupted()));
    }

    private CompletableFuture<Finding> start(Check check, Cancellation cancellation) {
        long begin = System.nanoTime();
        Cancellation.Scope scope = cancellation.child();
        CompletableFuture<Finding> finding = CompletableFuture.supplyAsync(
                () -> examine(check, begin, scope.cancellation()), Worker.CHECK.each(check.name()));
        return finding.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionally(e -> failed(check, begin, e))
                .whenComplete((found, e) -> {
                    scope.cancellation().cancel(); // what still runs is given up
                    scope.close();
                });
    }

    private static Finding examine(Check check, long begin, Cancellation cancellation) {
        try {
            return new Finding(check.name(), check.look().look(cancellation), since(begin), Optional.empty());
        } catch (AssistantException e) {
            return faulty(check, begin, e.kind(), e.userMessage());
        }
    }

    private Finding failed(Check check, long begin, Throwable e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof TimeoutException) {
            String line = tr("No answer within %s s. Try again.", patience.toSeconds());
            return faulty(check, begin, FaultKind.FAILED, line);
        }
        log.warn("the check of {} failed", check.name(), cause);
        String line = tr("Internal error in this check: %s. See the log and report it.", cause.getMessage());
        return faulty(check, begin, FaultKind.FAILED, line);
    }

    private static Finding faulty(Check check, long begin, FaultKind kind, String line) {
        Diagnosis diagnosis = new Diagnosis(check.whenFaulty(), line, Map.of());
        return new Finding(check.name(), diagnosis, since(begin), Optional.of(kind));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Finding await(CompletableFuture<Finding> finding) {
        try {
            return finding.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssistantException fault) {
                throw fault;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }
}
