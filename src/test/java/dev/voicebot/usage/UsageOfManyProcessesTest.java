package dev.voicebot.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several programs that write the same day's file at once. */
@Timeout(60)
class UsageOfManyProcessesTest {
    private static final int PROCESSES = 3;
    private static final int ENTRIES = 200;

    @TempDir
    private Path data;

    /** What each of the programs does. */
    public static void main(String[] folder) {
        UsageFolder usage = new UsageFolder(Path.of(folder[0]), Clock.systemUTC());
        for (int i = 0; i < ENTRIES; i++) {
            usage.add("service", new Usage(1, 2, 3, 4, Duration.ofMillis(5), 0.5), "CNY");
        }
    }

    @Test
    void noEntryIsLostOrTorn() throws Exception {
        List<Process> running = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            running.add(start());
        }
        for (Process process : running) {
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        List<UsageFolder.Day> days = new UsageFolder(data, Clock.systemUTC()).last(2);
        Usage sum = days.stream().map(UsageFolder.Day::usage).reduce(Usage.NONE, Usage::plus);
        int all = PROCESSES * ENTRIES;
        assertThat(sum).isEqualTo(new Usage(all, all * 2L, all * 3L, all * 4L, Duration.ofMillis(all * 5L), all * 0.5));
        try (var files = Files.list(data)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    private static String classPath() {
        return Stream.of(
                        UsageOfManyProcessesTest.class,
                        UsageFolder.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonProperty.class)
                .map(needed -> needed.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> Path.of(URI.create(place.toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process start() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        UsageOfManyProcessesTest.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
