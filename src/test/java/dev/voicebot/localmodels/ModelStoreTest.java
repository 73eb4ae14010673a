package dev.voicebot.localmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    @TempDir
    Path folder;

    private ModelStore store;

    @BeforeEach
    void aFolderWithFiles() throws IOException {
        store = new ModelStore(folder);
        Files.createDirectories(folder.resolve("tones/data"));
        Files.writeString(folder.resolve("tones/tones.onnx"), "weights");
        Files.writeString(folder.resolve("tones/data/phontab"), "phonemes");
    }

    @Test
    void whatWasAdoptedIsFoundWithItsFiles() {
        LocalModel adopted = adopt();

        assertThat(store.find("tones")).contains(adopted);
        assertThat(store.all()).containsExactly(adopted);
        assertThat(adopted.file("model")).isEqualTo(folder.resolve("tones/tones.onnx"));
        assertThat(adopted.file("data")).isEqualTo(folder.resolve("tones/data"));
        assertThat(adopted.languages()).containsExactly("en", "zh");
    }

    @Test
    void whatHasNoStampIsNotHandedOut() {
        assertThat(store.find("tones")).isEmpty();
        assertThat(store.all()).isEmpty();
        assertThat(store.names()).containsExactly("tones");
    }

    @Test
    void aFileOfAnotherSizeIsNotHandedOut() throws IOException {
        adopt();

        Files.writeString(folder.resolve("tones/data/phontab"), "cut");

        assertThat(store.find("tones")).isEmpty();
    }

    @Test
    void aFileWithAnotherTimeIsNotHandedOut() throws IOException {
        adopt();

        Files.setLastModifiedTime(folder.resolve("tones/tones.onnx"), FileTime.fromMillis(1000));

        assertThat(store.find("tones")).isEmpty();
    }

    @Test
    void aMissingFileIsNotHandedOut() throws IOException {
        adopt();

        Files.delete(folder.resolve("tones/tones.onnx"));

        assertThat(store.find("tones")).isEmpty();
    }

    @Test
    void aStampThatCannotBeReadIsNoStamp() throws IOException {
        adopt();

        Files.writeString(folder.resolve("tones/model.json"), "{\"kind\":");

        assertThat(store.find("tones")).isEmpty();
    }

    @Test
    void aNameNeverLeavesTheFolder() {
        assertThatThrownBy(() -> store.find("../tones"))
                .isInstanceOf(AssistantException.class)
                .hasMessage("Not a model's name: '../tones'.");
    }

    @Test
    void aFolderThatIsNotThereHasNoModels() {
        assertThat(new ModelStore(folder.resolve("none")).all()).isEmpty();
    }

    private LocalModel adopt() {
        return store.adopt(
                "tones",
                LocalModel.Kind.CTC,
                Map.of("model", Path.of("tones.onnx"), "data", Path.of("data")),
                List.of("en", "zh"));
    }
}
