package dev.voicebot.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelChoiceTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final List<String> CANDIDATES = List.of("first", "second", "third");

    private final List<String> notices = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void aModelThatTheUserNamedIsNeverExchanged() {
        ModelChoice choice = ModelChoice.fixed("mine");

        assertThat(choice.instead("mine")).isEmpty();
        assertThat(choice.model()).isEqualTo("mine");
        assertThat(choice.isAutomatic()).isFalse();
    }

    @Test
    void autoTakesTheNextOneInsteadOfAMissingOneAndSaysSoOnce() {
        ModelChoice choice = ModelChoice.auto(CANDIDATES, missing(NOON), notices::add);

        assertThat(choice.model()).isEqualTo("first");
        assertThat(choice.instead("first")).hasValue("second");
        assertThat(choice.instead("first")).hasValue("second");
        assertThat(choice.model()).isEqualTo("second");
        assertThat(notices).containsExactly("example.org does not offer first. Using second instead.");
    }

    @Test
    void autoGivesUpWhenNoneIsLeft() {
        ModelChoice choice = ModelChoice.auto(List.of("first", "second"), missing(NOON), notices::add);

        choice.instead("first");

        assertThat(choice.instead("second")).isEmpty();
        assertThat(choice.model()).isEqualTo("first");
        assertThat(notices).hasSize(1);
    }

    @Test
    void aServiceThatRefusesAllOfThemIsAskedAgainByTheNextRun() {
        ModelChoice choice = ModelChoice.auto(List.of("first", "second"), missing(NOON), notices::add)
                .offering(() -> List.of("first", "third", "fourth"));

        assertThat(choice.instead("first")).hasValue("second");
        assertThat(choice.instead("second")).hasValue("third");
        assertThat(choice.instead("third")).isEmpty();

        assertThat(choice.model()).isEqualTo("first");
        assertThat(choice.instead("first")).isEmpty();
        assertThat(notices).hasSize(2);
        assertThat(ModelChoice.auto(List.of("first", "second"), missing(NOON), notices::add)
                        .model())
                .isEqualTo("first");
    }

    @Test
    void aModelThatTheServiceRefusedIsNotNamedAsOneThatItHas() {
        ModelChoice choice = ModelChoice.auto(List.of("first", "second"), missing(NOON), notices::add)
                .offering(() -> List.of("first", "other"));

        choice.instead("first");

        assertThat(choice.offered()).containsExactly("other");
    }

    @Test
    void whatIsMissingIsRememberedForADay() {
        ModelChoice.auto(CANDIDATES, missing(NOON), notices::add).instead("first");

        assertThat(later(Duration.ofHours(23)).model()).isEqualTo("second");
        assertThat(later(Duration.ofHours(25)).model()).isEqualTo("first");
    }

    @Test
    void anotherServiceHasModelsOfItsOwn() {
        ModelChoice.auto(CANDIDATES, missing(NOON), notices::add).instead("first");

        MissingModels elsewhere = MissingModels.in(folder, "127.0.0.1:8123", clock(NOON));

        assertThat(ModelChoice.auto(CANDIDATES, elsewhere, notices::add).model())
                .isEqualTo("first");
    }

    @Test
    void onlyTheOwnerCanReadWhatIsRemembered() throws IOException {
        ModelChoice.auto(CANDIDATES, missing(NOON), notices::add).instead("first");

        try (var files = Files.list(folder.resolve("models"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void aDamagedFileIsIgnored() throws IOException {
        missing(NOON).add("first");
        Path file = folder.resolve("models").resolve("missing-example.org.txt");
        Files.writeString(file, "nonsense first\n");

        assertThat(later(Duration.ZERO).model()).isEqualTo("first");
    }

    @Test
    void aChoiceOfNothingIsRefused() {
        assertThatThrownBy(() -> ModelChoice.fixed(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    private ModelChoice later(Duration time) {
        return ModelChoice.auto(CANDIDATES, missing(NOON.plus(time)), notices::add);
    }

    private MissingModels missing(Instant now) {
        return MissingModels.in(folder.resolve("models"), "example.org", clock(now));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
