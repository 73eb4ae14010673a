package dev.voicebot.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the system knows of a running process; Linux only. */
public final class ProcessFigures {
    /** As little of half a second as a resting process takes. */
    private static final long RESTING_MILLIS = 10;

    /**
     * One pool for the whole process each, whose size follows the latest burst of work and not what was left behind: its
     * threads end after a minute without work (OkHttp's {@code TaskRunner}, the common pool, the JVM's compilers). Names
     * as Linux cuts them, to 15 bytes.
     */
    private static final List<String> SHARED_POOLS =
            List.of("OkHttp TaskRunn", "ForkJoinPool.co", "C1 CompilerThre", "C2 CompilerThre");

    private final ProcessHandle process;

    public ProcessFigures(ProcessHandle process) {
        this.process = process;
    }

    long pid() {
        return process.pid();
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Waits until what a start does behind its prompt is done. */
    void awaitRest() throws InterruptedException {
        Duration before;
        do {
            before = cpu();
            TimeUnit.MILLISECONDS.sleep(500);
        } while (cpu().minus(before).toMillis() > RESTING_MILLIS);
    }

    /** Resident now, in MB. */
    public long residentMegabytes() throws IOException {
        return megabytes("VmRSS:");
    }

    /** Resident at its peak, in MB. */
    long peakMegabytes() throws IOException {
        return megabytes("VmHWM:");
    }

    /** Without those of {@link #SHARED_POOLS}. */
    public long threads() throws IOException {
        try (Stream<Path> tasks = Files.list(folder().resolve("task"))) {
            return tasks.map(ProcessFigures::threadName)
                    .filter(name -> SHARED_POOLS.stream().noneMatch(name::startsWith))
                    .count();
        }
    }

    /** Empty for a thread that has just ended. */
    private static String threadName(Path task) {
        try {
            return Files.readString(task.resolve("comm"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    public long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("fd"))) {
            return files.count();
        }
    }

    public long sockets() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("fd"))) {
            return files.filter(ProcessFigures::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    private long megabytes(String name) throws IOException {
        return status(name) / 1024;
    }

    private long status(String name) throws IOException {
        return Files.readAllLines(folder().resolve("status")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    private Path folder() {
        return Path.of("/proc", Long.toString(process.pid()));
    }
}
