package dev.voicebot.localmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
    @TempDir
    Path folder;

    private final Catalog catalog = Catalog.ofThisPlatform();

    @Test
    void everyModelHasALicenseAndSecureAddresses() {
        assertThat(catalog.models()).isNotEmpty().allSatisfy(model -> {
            assertThat(model.license()).isNotEmpty();
            assertThat(model.part()).isNotEmpty();
            assertThat(model.allRoles()).isNotEmpty();
            assertThat(model.files()).allSatisfy(file -> {
                assertThat(file.size()).isPositive();
                assertThat(file.sha256()).matches("([0-9a-f]{64})?");
                assertThat(file.addresses())
                        .isNotEmpty()
                        .allSatisfy(address -> assertThat(URI.create(address)).hasScheme("https"));
            });
        });
    }

    @Test
    void aModelComesWithTheEngineOfThisPlatform() {
        assertThat(catalog.withNeeds(catalog.find("sensevoice").orElseThrow()))
                .extracting(CatalogModel::name)
                .containsExactly(Catalog.engineOfThisPlatform(), "sensevoice");
        assertThat(catalog.find("engine")).isEqualTo(catalog.find(Catalog.engineOfThisPlatform()));
    }

    @Test
    void enginesAreNamedByTheirPlatform() {
        assertThat(Catalog.engineName("Linux", "amd64")).isEqualTo("engine-linux-x64");
        assertThat(Catalog.engineName("Mac OS X", "aarch64")).isEqualTo("engine-darwin-arm64");
        assertThat(Catalog.engineName("Windows 11", "amd64")).isEqualTo("engine-win-x64");
    }

    @Test
    void modelsOfOnesOwnTakeThePlaceOfThoseOfTheirName() throws IOException {
        Path own = Files.writeString(
                folder.resolve("own.json"),
                "[{\"name\": \"sensevoice\", \"kind\": \"ctc\", \"files\": [{\"role\": \"model\", \"path\": \"m.onnx\"}]},"
                        + "{\"name\": \"mine\", \"kind\": \"ctc\", \"files\": [{\"role\": \"model\", \"path\": \"m.onnx\"}]}]");

        Catalog both = catalog.with(own);

        assertThat(both.names()).contains("mine", "kokoro").containsOnlyOnce("sensevoice");
        assertThat(both.find("sensevoice").orElseThrow().kind()).isEqualTo(LocalModel.Kind.CTC);
    }

    @Test
    void aFileThatIsNoCatalogIsNamedWithItsSetting() throws IOException {
        Path own = Files.writeString(folder.resolve("own.json"), "{}");

        assertThatThrownBy(() -> catalog.with(own))
                .hasMessageContaining("models.catalog: " + own + " does not describe models.");
    }

    @Test
    void aFolderMayDescribeAModelOfItsOwn() throws IOException {
        Files.writeString(
                folder.resolve("voicebot-model.json"),
                "{\"name\": \"mine\", \"kind\": \"ctc\", \"files\": [{\"role\": \"model\", \"path\": \"m.onnx\"}]}");

        CatalogModel model = Catalog.describedIn(folder).orElseThrow();

        assertThat(model.kind()).isEqualTo(LocalModel.Kind.CTC);
        assertThat(model.allRoles()).containsEntry("model", "m.onnx");
        assertThat(model.isVerifiable()).isFalse();
    }

    @Test
    void aDescriptionThatLeavesItsFolderIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("voicebot-model.json"),
                "{\"name\": \"mine\", \"kind\": \"ctc\", \"files\": [{\"role\": \"model\", \"path\": \"../m.onnx\"}]}");

        assertThatThrownBy(() -> Catalog.describedIn(folder)).hasMessageContaining("does not describe a model");
    }
}
