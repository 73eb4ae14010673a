package dev.voicebot;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the tests that {@code scripts/test-quick} names, each a class or {@code class#method}; exits with 1 unless all pass. */
final class QuickTests {
    private static final int SHOWN_CALLS = 12; // of a failure's stack

    private QuickTests() {}

    public static void main(String[] tests) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(tests).map(QuickTests::selector).toList())
                .build();

        LauncherFactory.create().execute(request, summary);

        System.exit(report(summary.getSummary()) ? 0 : 1);
    }

    private static DiscoverySelector selector(String test) {
        return test.contains("#") ? DiscoverySelectors.selectMethod(test) : DiscoverySelectors.selectClass(test);
    }

    /** Whether there was a test, and all passed. */
    private static boolean report(TestExecutionSummary summary) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        summary.printFailuresTo(out, SHOWN_CALLS);
        long failed = summary.getTotalFailureCount();
        out.printf(
                "%d tests passed, %d failed, %d skipped%n",
                summary.getTestsSucceededCount(), failed, summary.getTestsSkippedCount());
        return failed == 0 && summary.getTestsFoundCount() > 0;
    }
}
