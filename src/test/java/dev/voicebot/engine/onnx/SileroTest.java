package dev.voicebot.engine.onnx;

import static dev.voicebot.audio.SpokenClips.NORTH_WIND;
import static dev.voicebot.audio.SpokenClips.RATE;
import static dev.voicebot.audio.SpokenClips.joined;
import static dev.voicebot.audio.SpokenClips.mixed;
import static dev.voicebot.audio.SpokenClips.silence;
import static dev.voicebot.audio.SpokenClips.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.DetectorTrial;
import dev.voicebot.audio.ModelDetector;
import dev.voicebot.audio.Noises;
import dev.voicebot.audio.SpeechDetection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SileroTest {
    @TempDir
    private static Path cache;

    private static SpeechDetection byModel;

    @BeforeAll
    static void load() {
        Silero silero = Silero.load(cache);
        byModel = (rate, silence, guardsEcho) -> new ModelDetector(silero.model(), rate, silence, guardsEcho);
    }

    @ParameterizedTest
    @EnumSource(value = Noises.class, mode = EnumSource.Mode.EXCLUDE, names = "BABBLE")
    void noiseIsNoSpeech(Noises noise) {
        short[] heard = joined(silence(1), noise.of(6, -30), silence(1), noise.of(6, -20), silence(1));

        assertThat(DetectorTrial.of(byModel, heard).utterances()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PINK, 5", "BROWN, 5", "HUM, 5", "STRINGS, 5", "TYPING, 5", "SLAM, 5", "PINK, 10", "PINK, 20"})
    void speechIsHeardOverNoiseFromItsBeginning(Noises noise, int distance) {
        short[] speech = Noises.atLevel(spoken(NORTH_WIND, 8000), -26);
        short[] heard = mixed(noise.of(17, -26 - distance), speech, 2);

        DetectorTrial trial = DetectorTrial.of(byModel, heard);

        int first = 2 * RATE + DetectorTrial.spoken(speech).from();
        assertThat(trial.share(first, first + RATE * 3 / 10)).isEqualTo(1);
        assertThat(trial.share(0, RATE)).as("noise before it").isZero();
        assertThat(trial.utterances().get(trial.utterances().size() - 1).to())
                .as("its end")
                .isLessThan(heard.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes.", "好", "Stop!", "What is the time?"})
    void aShortWordIsHeard(String text) {
        short[] heard = joined(silence(1), spoken(text, 8000), silence(2));

        assertThat(DetectorTrial.of(byModel, heard).utterances()).hasSize(1);
    }

    @Test
    void whatIsUnpackedIsUnpackedOnceAndMended() throws Exception {
        Path folder = unpacked().get(0);
        Path library = folder.resolve(System.mapLibraryName("onnxruntime4j_jni"));
        byte[] whole = Files.readAllBytes(library);
        Files.delete(library); // it stays loaded
        Files.write(library, new byte[3]);

        NativeLibrary.unpackInto(cache);

        assertThat(library).hasBinaryContent(whole);
        assertThat(unpacked()).containsExactly(folder);
    }

    private static List<Path> unpacked() throws IOException {
        try (Stream<Path> folders = Files.list(cache)) {
            return folders.toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x64",
        "Linux, aarch64, linux-aarch64",
        "Mac OS X, aarch64, osx-aarch64",
        "Mac OS X, x86_64, osx-x64",
        "Windows 11, amd64, win-x64"
    })
    void eachComputerHasItsOwn(String system, String processor, String folder) {
        assertThat(NativeLibrary.platform(system, processor)).isEqualTo(folder);
    }
}
