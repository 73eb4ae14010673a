package dev.voicebot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

/** Keeps classes small enough to read at once, and readable one after the other. */
class ClassDesignTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int MOST_LINES = 300;

    /** Packages that still have small circles, such as a reader and what it reads. */
    private static final Set<String> WITH_CIRCLES = Set.of(
            "audio",
            "engine.dashscope",
            "engine.openai",
            "engine.sherpa",
            "network",
            "recognition",
            "sessions",
            "speakable",
            "wiring",
            "wording.chinese",
            "wording.english",
            "wording.formula",
            "wording.tokens");

    private static final DescribedPredicate<CanBeAnnotated> COMMAND =
            CanBeAnnotated.Predicates.annotatedWith(Command.class);

    @Test
    void noClassIsLongerThan300Lines() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Map<Path, Long> lengths = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(file -> file, ClassDesignTest::lines));

            assertThat(lengths).isNotEmpty();
            assertThat(lengths.entrySet().stream().filter(entry -> entry.getValue() > MOST_LINES))
                    .as("files of more than %d lines: split them by what they do", MOST_LINES)
                    .isEmpty();
        }
    }

    @Test
    void noTestSleepsOrSpins() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(file -> file.toString().matches(".*(Test|IT)\\.java")))
                    .as("dev.voicebot.Await waits")
                    .noneMatch(file -> contains(file, ".sle" + "ep(") || contains(file, "Spin" + "Wait"));
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> packagesWithoutCircles() {
        Set<String> packages = new TreeSet<>(PackageTable.read().mayUse().keySet());
        assertThat(packages).containsAll(WITH_CIRCLES);
        packages.removeAll(WITH_CIRCLES);
        return packages;
    }

    @ParameterizedTest
    @MethodSource("packagesWithoutCircles")
    void classesOfAPackageDoNotUseOneAnotherInACircle(String name) {
        slices().assignedFrom(outermostClasses())
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        DescribedPredicate.describe("lists commands", ClassDesignTest::listsCommands), COMMAND)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.voicebot." + name)
                        .that(resideInAPackage("dev.voicebot." + name)));
    }

    /** An annotation names the commands below; they name their parent. */
    private static boolean listsCommands(JavaClass type) {
        return COMMAND.test(type) && type.getAnnotationOfType(Command.class).subcommands().length > 0;
    }

    /** A class together with those inside it. */
    private static SliceAssignment outermostClasses() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""));
            }

            @Override
            public String getDescription() {
                return "outermost classes";
            }
        };
    }
}
