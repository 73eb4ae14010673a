package dev.voicebot.engine.piper;

import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.ModelStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A hand-made Piper voice that beeps its phonemes. */
public final class BeepsVoice {
    private BeepsVoice() {}

    /** Puts it into a store. */
    public static LocalModel in(ModelStore store) {
        try {
            Path folder = Files.createDirectories(store.folder("beeps"));
            for (String name : List.of("beeps.onnx", "beeps.onnx.json")) {
                Files.copy(
                        Path.of("src/test/resources/piper", name),
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            return store.adopt(
                    "beeps",
                    LocalModel.Kind.PIPER,
                    Map.of("model", Path.of("beeps.onnx"), "config", Path.of("beeps.onnx.json")),
                    List.of("en"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
