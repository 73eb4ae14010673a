package dev.voicebot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a test needs of the machine: without it the test is skipped, except where {@code VOICEBOT_TESTS_COMPLETE=1}. */
public final class Requirements {
    private static final boolean COMPLETE = "1".equals(System.getenv("VOICEBOT_TESTS_COMPLETE"));

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
}
