package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.localmodels.LocalModel.Kind;
import dev.voicebot.localmodels.MeasuredSpeeds;
import dev.voicebot.localmodels.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which voice speaks without a key, and what its speakers are called; no model is loaded. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalVoicesTest {
    @TempDir
    private Path home;

    private ModelStore store;

    @BeforeEach
    void kokoroIsHere() throws IOException {
        store = ModelStore.in(home.resolve(".local/share/voicebot"));
        adopt("engine", Kind.ENGINE, "library");
        adopt("kokoro", Kind.KOKORO, "model");
    }

    private void adopt(String name, Kind kind, String role) throws IOException {
        Path folder = Files.createDirectories(store.folder(name));
        Files.writeString(folder.resolve("file"), name);
        store.adopt(name, kind, Map.of(role, Path.of("file")), List.of());
    }

    @Test
    void speakersHaveTheirNames() {
        Shell.Finished finished = new Shell(home).run("speak", "--list-voices");

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.lines())
                .filteredOn(line -> line.contains("kokoro"))
                .hasSize(103)
                .anyMatch(line -> line.matches("af_maple +en-US +female +kokoro"))
                .anyMatch(line -> line.matches("zm_100 +zh +male +kokoro"));
    }

    @Test
    void aMistypedSpeakerHasASuggestion() {
        Shell.Finished finished =
                new Shell(home).run("speak", "--voice", "zf_0017", "--no-play", "-o", "x.wav", "hello");

        assertThat(finished.err()).contains("Unknown voice zf_0017 for kokoro. Did you mean zf_001?");
    }

    @Test
    void aVoiceThatCannotKeepUpIsNotTakenByItself() {
        new MeasuredSpeeds(store).keep("kokoro", 0.81);

        assertThat(new Shell(home).run("speak", "--list-voices").lines()).noneMatch(line -> line.contains("kokoro"));
    }

    @Test
    void theLatestMeasurementCounts() {
        MeasuredSpeeds speeds = new MeasuredSpeeds(store);
        speeds.keep("kokoro", 0.95);
        speeds.keep("kokoro", 0.4);

        assertThat(speeds.of("kokoro")).contains(0.4);
        assertThat(new Shell(home).run("speak", "--list-voices").lines()).anyMatch(line -> line.contains("kokoro"));
    }
}
