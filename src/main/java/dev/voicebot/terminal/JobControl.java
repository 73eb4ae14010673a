package dev.voicebot.terminal;

import dev.voicebot.outcome.Interrupts;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the shell calls jobs. */
public final class JobControl {
    private static final Logger LOG = LoggerFactory.getLogger(JobControl.class);

    private JobControl() {}

    /**
     * Stops this process and those it was started with, as Ctrl-Z does elsewhere; returns when they go on, or at once
     * where nobody could let them go on.
     */
    public static void stopThisJob() {
        try {
            // the whole group, the shell of this line included: so it returns only when all go on
            new ProcessBuilder("/bin/sh", "-c", "kill -TSTP 0").start().waitFor();
        } catch (IOException e) {
            LOG.info("this system has no jobs", e);
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }
}
