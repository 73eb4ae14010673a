package dev.voicebot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a test needs of the machine: without it the test is skipped, except where {@code VOICEBOT_TESTS_COMPLETE=1}. */
public final class Requirements {
    private static final boolean COMPLETE = "1".equals(System.getenv("VOICEBOT_TESTS_COMPLETE"));

    private static final long SIGINT = 1L << 1; // signal 2

    private Requirements() {}

    public static void commands(String... names) {
        for (String name : names) {
            boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
            if (COMPLETE) {
                assertThat(there).describedAs("%s is installed", name).isTrue();
            }
            assumeTrue(there, name + " is not installed");
        }
    }

    /** A file that {@code script} fetches. */
    public static void file(Path file, String script) {
        if (COMPLETE) {
            assertThat(file).describedAs("what %s fetches", script).exists();
        }
        assumeTrue(Files.exists(file), file + " is not there; run " + script);
    }

    /** A network namespace of its own for {@code unshare -rn}, which containers and some systems refuse. */
    public static void networkNamespaces() throws IOException, InterruptedException {
        commands("unshare");
        int exit = new ProcessBuilder("unshare", "-rn", "true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assumeTrue(exit == 0, "this system does not let unshare -rn make a network namespace");
    }

    /** A shell makes what it starts in the background deaf to Ctrl-C, and all that this starts. */
    public static void ctrlC() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            String ignored = Files.readString(status).replaceAll("(?s).*SigIgn:\\s*(\\p{XDigit}+).*", "$1");
            assumeTrue((Long.parseUnsignedLong(ignored, 16) & SIGINT) == 0, "Ctrl-C is ignored in the background");
        }
    }
}
