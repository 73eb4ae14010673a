package dev.voicebot.localmodels;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The licenses that the user has agreed to, one line each, beside the models. */
public final class Licenses {
    private final Path file;

    public Licenses(ModelStore store) {
        this.file = store.folder().resolve("licenses.txt");
    }

    public boolean isAgreed(CatalogModel model) {
        try {
            return Files.isRegularFile(file) && Files.readAllLines(file).contains(line(model));
        } catch (IOException e) {
            return false; // asks once more
        }
    }

    public void agree(CatalogModel model) {
        try {
            PrivateFiles.folder(file.resolveSibling("."));
            try (Writer lines = PrivateFiles.appender(file)) {
                lines.write(line(model) + "\n");
            }
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file), e);
        }
    }

    private static String line(CatalogModel model) {
        return model.name() + ": " + model.license();
    }
}
