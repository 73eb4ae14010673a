package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Two sound files written out, of which one was written out before. */
final class DyingListening implements Dying {
    private static final String BEFORE = "from an earlier run\n";

    @Override
    public void prepare(Path home, Shell shell) throws IOException {
        TestSound.wav(home.resolve("one.wav"), Duration.ofSeconds(1));
        TestSound.wav(home.resolve("two.wav"), Duration.ofSeconds(1));
        Files.writeString(Files.createDirectories(home.resolve("texts")).resolve("one.txt"), BEFORE);
    }

    @Override
    public void run(Path home, Shell shell) {
        listen(home, shell);
    }

    @Override
    public void check(Path home, Shell shell, int asked) throws IOException {
        assertThat(Files.readString(home.resolve("texts/one.txt"))).isIn(BEFORE, "Hello.\n");
        if (Files.exists(home.resolve("texts/two.txt"))) {
            assertThat(Files.readString(home.resolve("texts/two.txt"))).isEqualTo("Hello.\n");
        }

        Shell.Finished again = listen(home, shell);

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(home.resolve("texts").toFile().list()).containsExactlyInAnyOrder("one.txt", "two.txt");
        assertThat(Files.readString(home.resolve("texts/one.txt"))).isEqualTo("Hello.\n");
        assertThat(Files.readString(home.resolve("texts/two.txt"))).isEqualTo("Hello.\n");
    }

    private static Shell.Finished listen(Path home, Shell shell) {
        return shell.run(
                "listen",
                "--jobs",
                "1",
                "--output-dir",
                home.resolve("texts").toString(),
                home.resolve("one.wav").toString(),
                home.resolve("two.wav").toString());
    }
}
