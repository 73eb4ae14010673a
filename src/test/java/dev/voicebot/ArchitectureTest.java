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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the map of ARCHITECTURE.md: who may use whom, and where each library lives. */
class ArchitectureTest {
    private static final String ROOT = "dev.voicebot.";

    private static final Map<String, List<String>> MAY_USE = map(
            "outcome", "",
            "markdown", "",
            "files", "",
            "threads", "",
            "programs", "files outcome",
            "credentials", "outcome",
            "service", "outcome",
            "network", "service outcome",
            "models", "threads files service network credentials outcome",
            "localmodels", "files outcome",
            "trace", "threads files network outcome",
            "audio", "threads files outcome",
            "chat", "language outcome",
            "config", "outcome credentials",
            "recognition", "language threads audio outcome",
            "transcripts", "language recognition",
            "synthesis", "language audio outcome",
            "recordings", "audio files outcome",
            "language", "",
            "wording", "language wording.tokens wording.english wording.chinese",
            "wording.tokens", "language",
            "wording.formula", "",
            "wording.english", "wording.tokens wording.formula",
            "wording.chinese", "wording.tokens wording.formula",
            "turn", "language threads recognition chat synthesis audio recordings wording wording.tokens outcome",
            "sessions", "turn recognition chat files outcome",
            "reading", "threads synthesis audio turn recordings recognition transcripts files outcome",
            "usage", "turn recognition chat files outcome",
            "control", "threads files outcome",
            "sound", "threads audio outcome",
            "engine.dashscope",
                    "threads recognition chat synthesis audio models service network credentials files outcome",
            "engine.openai",
                    "language threads recognition chat synthesis audio models service network credentials outcome",
            "engine.espeak", "language threads recognition chat synthesis audio credentials files outcome",
            "engine.guide", "language recognition chat synthesis audio credentials outcome",
            "wiring",
                    "language threads outcome credentials models localmodels service network trace audio chat config recognition synthesis recordings turn"
                            + " wording sound engine.dashscope engine.openai engine.espeak engine.guide",
            "repl",
                    "language threads markdown wiring programs control sessions usage turn chat recognition audio recordings config"
                            + " files outcome",
            "doctor", "language threads wiring config service synthesis recognition audio outcome",
            "training", "threads",
            "cli",
                    "language threads repl doctor wiring programs control sessions usage models localmodels turn chat recognition audio recordings"
                            + " config files training transcripts reading synthesis outcome");

    private static final Map<String, String> LIBRARY_HOME = Map.of(
            "com.alibaba.dashscope..", "engine.dashscope",
            "com.openai..", "engine.openai",
            "com.sun.jna..", "engine.espeak",
            "com.fasterxml.jackson.dataformat.toml..", "config",
            "org.commonmark..", "markdown",
            "org.jline..", "repl",
            "picocli..", "cli",
            "javax.sound..", "sound");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.voicebot");

    @Test
    void everyPackageIsOnTheMap() {
        Set<String> packages = CLASSES.stream()
                .map(c -> c.getPackageName().substring(ROOT.length()))
                .collect(Collectors.toSet());

        assertThat(MAY_USE.keySet()).containsAll(packages);
    }

    @Test
    void aPackageUsesOnlyWhatTheMapAllows() {
        MAY_USE.forEach((name, allowed) -> noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat(areOursOutside(name, allowed))
                .allowEmptyShould(true)
                .check(CLASSES));
    }

    @Test
    void aLibraryLivesInOnePackage() {
        LIBRARY_HOME.forEach((library, home) -> noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
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

    private static DescribedPredicate<JavaClass> areOursOutside(String name, List<String> allowed) {
        return DescribedPredicate.describe("are outside " + allowed, type -> {
            String packageName = type.getPackageName();
            return packageName.startsWith(ROOT)
                    && !packageName.equals(ROOT + name)
                    && !allowed.contains(packageName.substring(ROOT.length()));
        });
    }

    private static Map<String, List<String>> map(String... rows) {
        Map<String, List<String>> map = new TreeMap<>();
        for (int i = 0; i < rows.length; i += 2) {
            map.put(
                    rows[i],
                    Arrays.stream(rows[i + 1].split(" "))
                            .filter(s -> !s.isEmpty())
                            .toList());
        }
        return map;
    }
}
