package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A list of recordings, which mends one that a kill left and writes an index. */
final class DyingList implements Dying {
    private static final List<String> NAMES =
            List.of("20260103_100000.wav", "20260102_100000.wav", "20260101_100000.wav");

    @Override
    public void prepare(Path home, Shell shell) throws IOException {
        Path folder = Files.createDirectories(home.resolve("replies"));
        for (String name : NAMES) {
            Path wav = folder.resolve(name);
            try (WavWriter sound = WavWriter.createNew(wav, 16000)) {
                sound.write(PcmFrame.silence(Duration.ofSeconds(1), 16000));
            }
            Files.setLastModifiedTime(wav, FileTime.fromMillis(0));
        }
        leaveBehind(folder.resolve(NAMES.get(1)));
    }

    /** Sound that its header does not know of. */
    private static void leaveBehind(Path wav) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(wav.toFile(), "rw")) {
            file.seek(file.length());
            file.write(new byte[32001]);
        }
        Files.setLastModifiedTime(wav, FileTime.fromMillis(0));
    }

    @Override
    public void run(Path home, Shell shell) {
        shell.run("replay", "--list", "--json");
    }

    @Override
    public void check(Path home, Shell shell, int asked) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("replies"))) {
            for (Path file : (Iterable<Path>) files::iterator) { // an hour has gone by
                Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            }
        }
        String first = list(shell);
        String second = list(shell);
        Files.deleteIfExists(home.resolve("replies/.index"));
        String withoutIndex = list(shell);

        assertThat(first).isEqualTo(second).isEqualTo(withoutIndex);
        assertThat(first.lines()).hasSize(NAMES.size());
        NAMES.forEach(name -> assertThat(first).contains(name));
        assertThat(first).contains("\"seconds\":2.0");
        try (Stream<Path> files = Files.list(home.resolve("replies"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".part")))
                    .isEmpty();
        }
    }

    private static String list(Shell shell) {
        Shell.Finished list = shell.run("replay", "--list", "--json");
        assertThat(list.exit()).as(list.err()).isZero();
        return list.out();
    }
}
