package dev.voicebot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;

/** The most memory that a process or one of its children had at once; Linux only. */
final class PeakMemory {
    private final Process process;
    private final Thread watcher = new Thread(this::watch, "memory");
    private volatile long most;

    private PeakMemory(Process process) {
        this.process = process;
    }

    static PeakMemory watch(Process process) {
        PeakMemory memory = new PeakMemory(process);
        memory.watcher.setDaemon(true);
        memory.watcher.start();
        return memory;
    }

    /** Blocks until the process has ended. */
    long megabytes() throws InterruptedException {
        watcher.join();
        return most;
    }

    private void watch() {
        try {
            while (process.isAlive()) {
                List<ProcessHandle> all = process.descendants().toList();
                all.forEach(each -> most = Math.max(most, peak(each)));
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long peak(ProcessHandle handle) {
        try {
            return new ProcessFigures(handle).peakMegabytes();
        } catch (IOException | UncheckedIOException | NoSuchElementException e) {
            return 0; // it has ended
        }
    }
}
