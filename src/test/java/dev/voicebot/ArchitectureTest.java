package dev.voicebot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.voicebot.outcome.Interrupts;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the program to the table of ARCHITECTURE.md: who may use whom, and where each library lives. */
class ArchitectureTest {
    private static final String ROOT = "dev.voicebot.";

    private static final PackageTable TABLE = PackageTable.read();

    /** The packages of what the table calls a library. */
    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            Map.entry("dashscope-sdk-java", "com.alibaba.dashscope.."),
            Map.entry("openai-java", "com.openai.."),
            Map.entry("onnxruntime", "ai.onnxruntime.."),
            Map.entry("JNA", "com.sun.jna.."),
            Map.entry("piper-jni", "io.github.givimad.piperjni.."),
            Map.entry("commons-compress", "org.apache.commons.compress.."),
            Map.entry("Jackson TOML", "com.fasterxml.jackson.dataformat.toml.."),
            Map.entry("commonmark", "org.commonmark.."),
            Map.entry("pinyin4j", "net.sourceforge.pinyin4j.."),
            Map.entry("JLine", "org.jline.."),
            Map.entry("picocli", "picocli.."),
            Map.entry("Logback", "ch.qos.logback.."),
            Map.entry("javax.sound", "javax.sound.."));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.voicebot");

    @Test
    void everyPackageIsInTheTable() {
        Set<String> packages = CLASSES.stream()
                .map(c -> c.getPackageName().substring(ROOT.length()))
                .collect(Collectors.toSet());

        assertThat(TABLE.mayUse().keySet()).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void aPackageUsesOnlyWhatTheTableAllows() {
        TABLE.mayUse()
                .forEach((name, allowed) -> assertThat(used(name))
                        .as("what %s uses; see the table in ARCHITECTURE.md", name)
                        .isSubsetOf(allowed));
    }

    @Test
    void aPackageUsesAllThatTheTableAllows() {
        TABLE.named()
                .forEach((name, allowed) -> assertThat(used(name))
                        .as("what %s uses; see the table in ARCHITECTURE.md", name)
                        .containsAll(allowed));
    }

    private static Set<String> used(String name) {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().equals(ROOT + name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getPackageName())
                .filter(other -> other.startsWith(ROOT) && !other.equals(ROOT + name))
                .map(other -> other.substring(ROOT.length()))
                .filter(other -> !other.equals("text")) // allowed everywhere
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aLibraryLivesWhereTheTableSays() {
        assertThat(TABLE.homes().keySet()).isEqualTo(LIBRARIES.keySet());

        TABLE.homes()
                .forEach((library, homes) -> noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                homes.stream().map(ROOT::concat).toArray(String[]::new))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(LIBRARIES.get(library))
                        .check(CLASSES));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.voicebot.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyMainTouchesTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.voicebot.cli.Main")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "engine.sherpa.child.EngineProcess") // a main class as well
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    @Test
    void whatProgramsReadHasDatesOfRfc3339() {
        noClasses()
                .should()
                .callMethod(OffsetDateTime.class, "toString")
                .orShould()
                .callMethod(ZonedDateTime.class, "toString")
                .because("they leave out seconds that are zero, or name the zone: take ISO_OFFSET_DATE_TIME")
                .check(CLASSES);
    }

    @Test
    void onlyPackageFilesMakesFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "files")
                .should()
                .callMethodWhere(makesFile())
                .check(CLASSES);
    }

    /** All of these leave the permissions to the umask. */
    private static DescribedPredicate<JavaMethodCall> makesFile() {
        Set<String> makers = Set.of(
                "createFile",
                "createDirectory",
                "createDirectories",
                "write",
                "writeString",
                "newOutputStream",
                "newBufferedWriter",
                "copy");
        return DescribedPredicate.describe(
                "makes a file",
                call -> call.getTargetOwner().isEquivalentTo(Files.class) && makers.contains(call.getName()));
    }

    @Test
    void onlyWorkersStartThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "threads")
                .should()
                .callCodeUnitWhere(startsThread())
                .because("Worker names every thread")
                .check(CLASSES);
    }

    /** All that makes a thread, and what runs work on the process's common pool. */
    private static DescribedPredicate<JavaCall<?>> startsThread() {
        return DescribedPredicate.describe("starts a thread", call -> {
            JavaClass owner = call.getTargetOwner();
            boolean makes = call instanceof JavaConstructorCall
                    && Stream.of(Thread.class, Timer.class, ThreadPoolExecutor.class, ForkJoinPool.class)
                            .anyMatch(owner::isAssignableTo);
            boolean asks = owner.isEquivalentTo(Executors.class)
                    || call.getName().equals("setDaemon")
                    || (call.getName().endsWith("Async")
                            && owner.isEquivalentTo(CompletableFuture.class)
                            && call.getTarget().getRawParameterTypes().size() == 1);
            return makes || asks;
        });
    }

    @Test
    void onlyPackageLanguageKnowsScripts() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "language")
                .should()
                .callMethod(Character.class, "isIdeographic", int.class)
                .orShould()
                .callMethod(Character.UnicodeScript.class, "of", int.class)
                .because("EastAsian says what is Chinese, WrittenLanguage which language a text has")
                .check(CLASSES);
    }

    @Test
    void anInterruptIsHandledInOneWay() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Interrupts.class)
                .should()
                .callMethod(Thread.class, "interrupt")
                .because("Interrupts says how work ends then")
                .check(CLASSES);
    }
}
