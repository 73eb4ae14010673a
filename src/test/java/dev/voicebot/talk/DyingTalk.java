package dev.voicebot.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Two talks by voice as a chat keeps them while they are said: one that was recognized, and one that was not. */
public final class DyingTalk {
    private static final int RATE = 16_000;
    private static final int FRAME = RATE / 50;
    private static final int FRAMES = 12;
    private static final int HEADER = 44; // bytes

    private DyingTalk() {}

    public static void run(Path home) {
        KeptTalk recognized = said(home, 1);
        recognized.close();
        recognized.drop();
        said(home, 2).close();
    }

    private static KeptTalk said(Path home, int value) {
        TalkFolder folder = new TalkFolder(home.resolve("talks"));
        folder.prune();
        KeptTalk talk = folder.next();
        for (int i = 0; i < FRAMES; i++) {
            talk.write(new PcmFrame(samples(value, FRAME), RATE));
        }
        return talk;
    }

    /** Of what is kept, all is what was said, from its beginning; the next talk is kept beside it. */
    public static void check(Path home) throws IOException {
        List<Path> kept = kept(home);
        assertThat(kept).hasSizeLessThanOrEqualTo(1);
        for (Path file : kept) {
            assertIsBeginning(file);
        }

        said(home, 3).close();

        assertThat(new TalkFolder(home.resolve("talks")).latest()).isPresent();
        assertThat(read(newest(home))).containsExactly(samples(3, FRAMES * FRAME));
    }

    private static void assertIsBeginning(Path file) throws IOException {
        if (Files.size(file) >= HEADER) {
            short[] heard = read(file);
            int value = heard.length == 0 ? 0 : heard[0];
            assertThat(value).isBetween(0, 2);
            assertThat(heard).hasSizeLessThanOrEqualTo(FRAMES * FRAME).containsExactly(samples(value, heard.length));
        }
    }

    private static short[] samples(int value, int count) {
        short[] samples = new short[count];
        Arrays.fill(samples, (short) value);
        return samples;
    }

    private static short[] read(Path file) {
        try (WavReader reader = WavReader.open(file)) {
            return reader.all().samples();
        }
    }

    private static Path newest(Path home) throws IOException {
        List<Path> kept = kept(home);
        return kept.get(kept.size() - 1);
    }

    private static List<Path> kept(Path home) throws IOException {
        Path folder = home.resolve("talks");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
