package dev.voicebot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that docs/reliability.md names are there, so that a promise does not outlive its test. */
class ReliabilityPageTest {
    private static final Path PAGE = Path.of("docs", "reliability.md");
    private static final Pattern NAMED =
            Pattern.compile("`(?:(?<type>[A-Z]\\w*(?:Test|IT|Fuzz)))?(?:\\.(?<method>[a-z]\\w*))?`");
    private static final Pattern SCRIPT = Pattern.compile("`(scripts/[a-z-]+)`");

    @Test
    void everyTestThatARowNamesIsThere() throws IOException {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (String row : rows()) {
            String type = "";
            for (Matcher name = NAMED.matcher(row); name.find(); named++) {
                type = name.group("type") == null ? type : name.group("type");
                String method = name.group("method");
                String source = sources.getOrDefault(type, "");
                if (source.isEmpty() || (method != null && !source.contains("void " + method + "("))) {
                    missing.add(type + "." + method);
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(150);
    }

    @Test
    void everyScriptThatARowNamesIsThere() throws IOException {
        for (String row : rows()) {
            for (Matcher name = SCRIPT.matcher(row); name.find(); ) {
                assertThat(Path.of(name.group(1))).exists();
            }
        }
    }

    /** The last column of each. */
    private static List<String> rows() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.filter(line -> line.startsWith("| ") && line.endsWith(" |"))
                    .map(line -> line.substring(line.lastIndexOf(" | ", line.length() - 3)))
                    .toList();
        }
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ReliabilityPageTest::text,
                            (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
