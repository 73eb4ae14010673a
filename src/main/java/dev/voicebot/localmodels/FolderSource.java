package dev.voicebot.localmodels;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** A folder or a stick that holds the files, by their own names or below the model's. */
record FolderSource(Path folder) implements PullSource {
    @Override
    public List<Place> places(CatalogModel model, CatalogModel.CatalogFile file) {
        Path below = folder.resolve(model.name());
        return Stream.of(folder.resolve(file.path()), folder.resolve(file.fileName()), below.resolve(file.path()))
                .filter(Files::isRegularFile)
                .findFirst()
                .<List<Place>>map(found -> List.of(new FileCopy(found)))
                .orElseThrow(() -> new AssistantException(
                        FaultKind.USAGE, tr("%s has no file %s, which %s needs.", folder, file.path(), model.name())));
    }

    private record FileCopy(Path file) implements Place {
        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public void fetch(Path part, LongConsumer progress, Cancellation cancellation) {
            try {
                Files.deleteIfExists(part);
                PrivateFiles.copy(file, part);
                progress.accept(Files.size(part));
            } catch (IOException e) {
                throw FileFault.of(FaultKind.FAILED, tr("Cannot copy %s", file), e);
            }
        }
    }
}
