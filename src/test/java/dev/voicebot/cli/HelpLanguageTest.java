package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.text.Catalog;
import dev.voicebot.text.InChinese;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Holds the helps of the commands and their Chinese together. */
class HelpLanguageTest {
    private static final Pattern IN_CODE = Pattern.compile("\\bhelp\\(\\s*\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern NAMES = Pattern.compile(
            "\\$\\{[^}]+\\}|%n|(?<![\\w-])--?[a-z][a-z-]*|\\$[A-Z_]+|'voicebot[^']*'|docs/[\\w./-]+\\w|\\[[a-z]+\\]"
                    + "|\\b[a-z]+\\.[a-z_]+\\b|\\bFILE\\b");
    private static final Pattern GAP = Pattern.compile("(?<=\\S) {2,}");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private final Catalog catalog = Catalog.read("help.zh_CN.po");

    @Test
    void everyHelpIsTranslatedAndEveryTranslationIsUsed() {
        Set<String> english = new TreeSet<>(inCode());
        visible().map(HelpLanguageTest::texts).forEach(english::addAll);

        assertThat(new TreeSet<>(catalog.byEnglish().keySet())).isEqualTo(english);
        assertThat(catalog.entries()).noneMatch(entry -> entry.translation().isBlank());
    }

    @Test
    void aTranslationHasTheNamesOfItsText() {
        assertThat(catalog.entries())
                .allSatisfy(entry -> assertThat(names(entry.translation()))
                        .as(entry.translation())
                        .isEqualTo(names(entry.english())));
    }

    @Test
    void anExampleIsTheSameCommandInEveryLanguage() {
        assertThat(catalog.entries())
                .allSatisfy(entry -> assertThat(examples(entry.translation())).isEqualTo(examples(entry.english())));
    }

    /** Where the explanation begins, the commands before it are as wide in either language. */
    @Test
    void explanationsOfExamplesStandBelowOneAnother() {
        assertThat(catalog.entries().stream().filter(entry -> entry.english().startsWith("  ")))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(gaps(entry.translation())).isEqualTo(gaps(entry.english())));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80})
    @ExtendWith(InChinese.class)
    void noLineIsWiderThanTheTerminal(int columns) {
        assertThat(visible().flatMap(command -> usage(command, columns).lines()))
                .isNotEmpty()
                .allMatch(line -> new AttributedString(line).columnLength() <= columns);
    }

    @Test
    void noNameIsBrokenAtItsPoint() {
        Pattern broken = Pattern.compile("\\w\\.\n +(toml|wav|json|md|temperature)\\b");

        assertThat(visible().map(command -> usage(command, 80)))
                .isNotEmpty()
                .noneMatch(help -> broken.matcher(help).find())
                .noneMatch(help -> help.contains("\ue000"));
    }

    @Test
    @ExtendWith(InChinese.class)
    void optionsCommandsAndExitCodesAreInChinese() {
        String help = usage(command("listen"), 80);

        assertThat(help)
                .contains("用法：voicebot listen", "\n把麦克风或音频文件里的话变成文字。\n", "-h, --help")
                .contains("显示本帮助并退出。", "7     没有听到说话", "直到按 Ctrl-C");
        assertThat(usage(command("voicebot"), 80)).contains("  speak       朗读文字，并保存录音。");
        assertThat(usage(command("export"), 80)).contains("格式：md, json（默认：md）。").doesNotContain("${");
    }

    private static Stream<CommandSpec> visible() {
        return WordsTest.commands().filter(command -> !command.usageMessage().hidden());
    }

    private static CommandSpec command(String name) {
        return visible().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static String usage(CommandSpec command, int columns) {
        return command.commandLine()
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(columns)
                .getUsageMessage();
    }

    private static Set<String> texts(CommandSpec command) {
        command.interpolateVariables(false);
        UsageMessageSpec usage = command.usageMessage();
        return Stream.of(
                        Stream.of(usage.synopsisHeading(), usage.exitCodeListHeading(), usage.footerHeading()),
                        Stream.of(usage.commandListHeading()),
                        Stream.of(usage.description(), usage.footer()).map(lines -> String.join("\n", lines)),
                        usage.exitCodeList().values().stream(),
                        command.args().stream()
                                .filter(argument -> !argument.hidden())
                                .map(argument -> String.join("\n", argument.description())))
                .flatMap(texts -> texts)
                .filter(text -> !text.isBlank())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(String text) {
        return NAMES.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is typed; the texts in it may be in another language. */
    private static List<String> examples(String text) {
        return text.lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> GAP.split(line.strip(), 2)[0])
                .map(command -> QUOTED.matcher(command).replaceAll("\"\""))
                .toList();
    }

    private static Set<Integer> gaps(String text) {
        return text.lines()
                .filter(line -> line.startsWith("  "))
                .flatMap(line -> GAP.matcher(line)
                        .results()
                        .map(gap -> new AttributedString(line.substring(0, gap.end())).columnLength()))
                .collect(Collectors.toSet());
    }

    private static List<String> inCode() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> IN_CODE.matcher(read(file)).results())
                    .map(found -> found.group(1).translateEscapes())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
