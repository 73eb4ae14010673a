package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavCommentTest {
    @TempDir
    private Path folder;

    @Test
    void aCommentStandsBehindTheSoundAndIsNoPartOfIt() throws IOException {
        Path wav = folder.resolve("a.wav");
        write(wav, "of a text");

        assertThat(WavComment.of(wav)).contains("of a text");
        try (WavReader reader = WavReader.open(wav)) {
            assertThat(reader.all().samples()).hasSize(8000);
        }
        int riffSize = ByteBuffer.wrap(Files.readAllBytes(wav))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt(4);
        assertThat(riffSize).isEqualTo((int) Files.size(wav) - 8).isEven();
    }

    @Test
    void filesWithoutOneHaveNone() throws IOException {
        Path wav = folder.resolve("a.wav");
        try (WavWriter writer = WavWriter.createNew(wav, 8000)) {
            writer.write(PcmFrame.silence(Duration.ofSeconds(1), 8000));
        }

        assertThat(WavComment.of(wav)).isEmpty();
        assertThat(WavComment.of(Files.writeString(folder.resolve("b.wav"), "short")))
                .isEmpty();
        assertThat(WavComment.of(folder.resolve("none.wav"))).isEmpty();
    }

    @Test
    void aTornCommentIsNone() throws IOException {
        Path wav = folder.resolve("a.wav");
        write(wav, "of a text");
        byte[] bytes = Files.readAllBytes(wav);

        for (int cut = 1; cut <= 30; cut++) {
            Path torn = Files.write(folder.resolve("torn.wav"), Arrays.copyOf(bytes, bytes.length - cut));

            assertThat(WavComment.of(torn)).as("without the last %d bytes", cut).isEmpty();
        }
    }

    private static void write(Path wav, String comment) {
        try (WavWriter writer = WavWriter.createNew(wav, 8000)) {
            writer.write(PcmFrame.silence(Duration.ofSeconds(1), 8000));
            writer.comment(comment);
        }
    }
}
