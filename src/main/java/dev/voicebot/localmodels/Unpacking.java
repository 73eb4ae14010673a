package dev.voicebot.localmodels;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Unpacks a compressed tar archive; only ordinary files, and none outside the folder. */
final class Unpacking {
    private static final long MOST_BYTES = 4_000_000_000L;

    private Unpacking() {}

    /** Leaves out the first folder of each name, and the recordings that some archives bring for trying out. */
    static void unpack(Path archive, Path folder, Cancellation cancellation) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                InputStream plain = new CompressorStreamFactory(true).createCompressorInputStream(file);
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            long total = 0;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                cancellation.throwIfCancelled();
                String name = withoutFirstFolder(entry.getName());
                if (entry.isDirectory() || name.isEmpty() || name.startsWith("test_wavs/")) {
                    continue;
                }
                total += entry.getSize();
                if (!entry.isFile() || entry.isSymbolicLink() || entry.isLink() || total > MOST_BYTES) {
                    throw refused(archive, entry);
                }
                Path target = inside(folder, name, archive, entry);
                PrivateFiles.foldersFor(target.resolveSibling("."));
                Files.deleteIfExists(target);
                PrivateFiles.copy(tar, target);
            }
        } catch (CompressorException e) {
            throw new IOException("not a compressed archive", e);
        }
    }

    private static String withoutFirstFolder(String name) {
        return name.replaceFirst("^(\\./)?[^/]+/?", "");
    }

    private static Path inside(Path folder, String name, Path archive, TarArchiveEntry entry) {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder) || name.contains("..") || name.indexOf('\\') >= 0) {
            throw refused(archive, entry);
        }
        return target;
    }

    private static AssistantException refused(Path archive, TarArchiveEntry entry) {
        return new AssistantException(
                FaultKind.FAILED,
                tr(
                        "%s contains '%s', which does not belong in a model. Nothing was kept.",
                        archive.getFileName(), entry.getName()));
    }
}
