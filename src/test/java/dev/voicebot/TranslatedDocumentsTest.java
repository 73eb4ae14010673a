package dev.voicebot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Chinese documents have the commands, settings and links of the English ones. */
class TranslatedDocumentsTest {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```\\w*$(.*?)^```$");
    private static final Pattern INDENTED = Pattern.compile("(?m)^    .*$");
    private static final Pattern EXPLANATION = Pattern.compile("^#.*|(?<=\\S) {2,}.*|(?<=\\S) # .*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    record Pair(Path english, Path chinese) {}

    static Stream<Pair> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/zh"))) {
            List<Path> chinese = files.sorted().toList();
            return Stream.concat(
                    Stream.of(new Pair(Path.of("README.md"), Path.of("README.zh.md"))),
                    chinese.stream().map(file -> new Pair(Path.of("docs").resolve(file.getFileName()), file)));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theCommandsAreTheSame(Pair document) throws IOException {
        assertThat(commands(document.chinese())).isEqualTo(commands(document.english()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theOptionsAndSettingsAreTheSame(Pair document) throws IOException {
        assertThat(names(document.chinese())).isEqualTo(names(document.english()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Pair document) throws IOException {
        assertThat(LINK.matcher(Files.readString(document.chinese())).results())
                .isNotEmpty()
                .allMatch(link -> Files.exists(document.chinese().resolveSibling(link.group(1))));
    }

    /** Without explanations and quoted texts. */
    private static List<String> commands(Path document) throws IOException {
        String text = Files.readString(document);
        return Stream.concat(
                        FENCED.matcher(text)
                                .results()
                                .flatMap(block -> block.group(1).lines()),
                        INDENTED.matcher(FENCED.matcher(text).replaceAll(""))
                                .results()
                                .map(line -> line.group().strip()))
                .map(line -> EXPLANATION.matcher(line).replaceAll(""))
                .map(line -> QUOTED.matcher(line).replaceAll("\"\"").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Words such as a state before the prompt are translated. */
    private static Set<String> names(Path document) throws IOException {
        return CODE.matcher(FENCED.matcher(Files.readString(document)).replaceAll(""))
                .results()
                .map(code -> QUOTED.matcher(code.group(1)).replaceAll("\"\""))
                .filter(code -> code.matches("[-/$~].*|.*[=._].*") && code.matches("\\p{ASCII}+"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
