package dev.voicebot.engine.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import io.github.givimad.piperjni.PiperJNI;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EspeakLibraryTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    private Path folder;

    @Test
    void theLibraryAndItsDataBecomeFiles() {
        EspeakLibrary files = unpack(folder.resolve("a folder/not there yet"));

        assertThat(files.library()).isRegularFile();
        assertThat(files.data().resolve("phontab")).isNotEmptyFile();
        assertThat(files.data().resolve("cmn_dict")).isNotEmptyFile();
    }

    @Test
    void theSecondTimeNothingIsUnpacked() throws IOException {
        EspeakLibrary files = unpack(folder);
        Files.setLastModifiedTime(files.library(), LONG_AGO);

        unpack(folder);

        assertThat(Files.getLastModifiedTime(files.library())).isEqualTo(LONG_AGO);
    }

    @Test
    void whatIsMissingOrCutShortIsRepaired() throws IOException {
        EspeakLibrary files = unpack(folder);
        Files.delete(files.data().resolve("phontab"));

        unpack(folder);

        assertThat(files.data().resolve("phontab")).isNotEmptyFile();

        Files.write(files.library(), new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);

        unpack(folder);

        assertThat(Files.size(files.library())).isGreaterThan(100_000);
    }

    @Test
    void whatAKilledProcessLeftIsSweptAway() throws IOException {
        Path home = unpack(folder).data().resolveSibling(".").normalize();
        Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
        Files.move(home, unfinished);
        Files.writeString(unfinished.resolve("half a file"), "half");

        unpack(folder);

        assertThat(unfinished).doesNotExist();
        assertThat(home.resolve("half a file")).doesNotExist();
    }

    @Test
    void severalProcessesMayUnpackAtOnce() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath(Unpack.class, EspeakLibrary.class, PiperJNI.class),
                            Unpack.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start());
        }

        for (Process process : processes) {
            String output = readAll(process);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
        }
        assertThat(unpack(folder).data().resolve("phontab")).isNotEmptyFile();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".unfinished"));
        }
    }

    @Test
    void severalThreadsMayUnpackAtOnce() {
        List<EspeakLibrary> found = Stream.generate(() -> folder)
                .limit(4)
                .parallel()
                .map(EspeakLibraryTest::unpack)
                .toList();

        assertThat(found).hasSize(4).containsOnly(unpack(folder));
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldWithTheWayOut() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> unpack(file.resolve("cache")))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.FAILED))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("XDG_CACHE_HOME");
    }

    @Test
    void aLibraryThatDoesNotLoadIsToldWithTheWayOut() throws IOException {
        Path library = Files.writeString(folder.resolve("libespeak-ng.so.1"), "for another kind of computer");

        assertThatThrownBy(() -> Espeak.bind(new EspeakLibrary(library, folder)))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.FAILED))
                .hasMessageContaining("DASHSCOPE_API_KEY");
    }

    private static EspeakLibrary unpack(Path cacheFolder) {
        return EspeakLibrary.unpackInto(cacheFolder, EspeakPlatform.current());
    }

    /** Where these classes came from; the property of that name tells only what this process was started with. */
    private static String classPath(Class<?>... classes) {
        return Stream.of(classes)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> Path.of(URI.create(place.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String readAll(Process process) throws IOException {
        try (InputStream in = process.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A process of its own that unpacks, as a second voicebot would. */
    static final class Unpack {
        private Unpack() {}

        public static void main(String[] args) {
            unpack(Path.of(args[0]));
        }
    }
}
