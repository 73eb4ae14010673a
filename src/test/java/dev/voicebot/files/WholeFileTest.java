package dev.voicebot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files appear whole or not at all. */
class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void theOldFileStaysUntilTheNewOneIsComplete() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        try (WholeFile whole = WholeFile.replacing(file)) {
            whole.append("ne");
            assertThat(file).hasContent("old");
            whole.append("w");
            whole.complete();
        }

        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whatIsNotCompleteLeavesNothing() throws IOException {
        Path file = folder.resolve("a.txt");

        try (WholeFile whole = WholeFile.replacing(file)) {
            whole.append("half");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsNotCompleteCanBeKeptBesideThePlace() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        try (WholeFile whole = WholeFile.replacing(file)) {
            whole.append("half");
            assertThat(whole.keepPart()).contains(folder.resolve("a.txt.part"));
        }

        assertThat(file).hasContent("old");
        assertThat(folder.resolve("a.txt.part")).hasContent("half");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        WholeFile.write(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void aDeviceIsWrittenAtOnce() throws IOException {
        WholeFile.write(Path.of("/dev/null"), "gone");

        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void whatAKilledProcessLeftIsRemovedByTheNextRun() throws IOException {
        Path file = folder.resolve("a.txt");
        Path left = Files.writeString(folder.resolve(".a.txt-999999999-17.part"), "half");
        Path running = Files.writeString(
                folder.resolve(".a.txt-" + ProcessHandle.current().pid() + "-17.part"), "being written");
        Path other = Files.writeString(folder.resolve(".b.txt-999999999-17.part"), "another's");

        WholeFile.write(file, "new");

        assertThat(left).doesNotExist();
        assertThat(running).exists();
        assertThat(other).exists();
    }

    @Test
    void aFolderThatIsMissingIsNotMade() {
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("none/a.txt"), "x"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void bytesReplaceAFileAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "old");

        WholeFile.write(file, "new".getBytes(StandardCharsets.UTF_8));

        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
