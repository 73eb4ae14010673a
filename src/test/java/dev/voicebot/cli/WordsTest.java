package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What can be checked of the wording of the helps and of every message: see each test's name. */
class WordsTest {
    private static final Pattern SENTENCE = Pattern.compile("(?s)([A-Z0-9]|--|\\$\\{).*\\.");
    private static final Pattern BRITISH = Pattern.compile(
            "(?i)\\b(colou?rs?(?<=our|ours)|recognis\\w*|behaviour\\w*|favour\\w*|organis\\w*|summaris\\w*|initialis\\w*"
                    + "|catalogue\\w*|licence\\w*|whilst)\\b");
    private static final Pattern JAVA_CLASS =
            Pattern.compile("\\b[A-Z]\\w*(Exception|Error)\\b|\\b(java|javax|dev\\.voicebot)\\.[a-z]\\w*\\.\\w+");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$|(?m)\\s// .*$");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final int MOST_WORDS = 8;

    static Stream<CommandSpec> commands() {
        Edges edges = GivenEdges.of(Map.of(), new Edges.Terminals(false, false, false, 80));
        return withBelow(Program.commandLine(edges).getCommandSpec());
    }

    private static Stream<CommandSpec> withBelow(CommandSpec command) {
        return Stream.concat(
                Stream.of(command),
                command.subcommands().values().stream().flatMap(below -> withBelow(below.getCommandSpec())));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aSummaryIsOneShortSentence(CommandSpec command) {
        String summary = String.join(" ", command.usageMessage().description());

        assertThat(summary).matches("[A-Z][^.]*\\.");
        assertThat(summary.split(" ").length).as(summary).isLessThanOrEqualTo(MOST_WORDS);
        assertThat(summary).as("an imperative").doesNotMatch("[A-Z][a-z]+[^s]s .*");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void optionsAndArgumentsAreExplainedInSentences(CommandSpec command) {
        assertThat(Stream.concat(command.options().stream(), command.positionalParameters().stream())
                        .map((ArgSpec argument) -> String.join(" ", argument.description())))
                .allMatch(text -> SENTENCE.matcher(text).matches());
    }

    @Test
    void theSpellingIsAmerican() throws IOException {
        List<String> literals = literals();

        assertThat(literals).isNotEmpty();
        assertThat(literals.stream().filter(text -> BRITISH.matcher(text).find()))
                .isEmpty();
    }

    @Test
    void noHelpNamesAJavaClass() {
        assertThat(commands().flatMap(WordsTest::texts))
                .isNotEmpty()
                .noneMatch(text -> JAVA_CLASS.matcher(text).find());
    }

    private static Stream<String> texts(CommandSpec command) {
        return Stream.concat(
                Stream.of(
                                command.usageMessage().description(),
                                command.usageMessage().footer())
                        .flatMap(Stream::of),
                command.args().stream().flatMap(argument -> Stream.of(argument.description())));
    }

    private static List<String> literals() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(WordsTest::literals)
                    .toList();
        }
    }

    private static Stream<String> literals(Path file) {
        try {
            String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
            return LITERAL.matcher(code).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
