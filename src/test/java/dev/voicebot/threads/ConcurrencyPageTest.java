package dev.voicebot.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConcurrencyPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (.*?) \\|");
    private static final Pattern OWNER = Pattern.compile("`([a-z.]+)\\.([A-Z]\\w*)`");

    @Test
    void thePageHasEveryThreadInOrderAndNoOther() throws IOException {
        Matcher rows = ROW.matcher(Files.readString(Path.of("docs/concurrency.md")));

        assertThat(rows.results().map(row -> row.group(1)))
                .containsExactlyElementsOf(
                        Arrays.stream(Worker.values()).map(Worker::threadName).toList());
    }

    @Test
    void anOwnerIsAClassThatStartsItsThread() throws IOException {
        Matcher rows = ROW.matcher(Files.readString(Path.of("docs/concurrency.md")));
        while (rows.find()) {
            Matcher owners = OWNER.matcher(rows.group(2));
            while (owners.find()) {
                Path owner = Path.of(
                                "src/main/java/dev/voicebot", owners.group(1).replace('.', '/'))
                        .resolve(owners.group(2) + ".java");

                assertThat(owner).content().contains("Worker." + constant(rows.group(1)));
            }
        }
    }

    private static String constant(String threadName) {
        return Arrays.stream(Worker.values())
                .filter(worker -> worker.threadName().equals(threadName))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
