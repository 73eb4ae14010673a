package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.engine.sherpa.Tones;
import dev.voicebot.localmodels.ModelStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Files that models on this computer hear, with the real library; the folder's name is Chinese and has spaces. */
@Timeout(120)
class ListenLocallyTest {
    @TempDir
    private Path folder;

    private Path home;
    private ModelStore store;

    @BeforeEach
    void pullTheEngine() throws IOException {
        home = Files.createDirectories(folder.resolve("a folder with spaces"));
        store = ModelStore.in(home.resolve(".local/share/voicebot"));
        Tones.engine(store);
    }

    @Test
    void hotWordsDecideBetweenWordsThatSoundTheSame() throws IOException {
        Tones.homophones(store);
        String names = words("尼好", "旗山", "GPT4");

        Shell.Finished finished = shell().run("listen", "--hotwords", names, said("talk.wav", "hello", "world"));

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.out().strip()).isEqualTo("尼好");
        assertThat(finished.err().lines())
                .containsOnlyOnce("voicebot: homophones cannot spell these hot words and ignores them: 旗山, GPT4");
    }

    @Test
    void aModelWithoutHotWordsSaysSoInOneLine() throws IOException {
        Tones.ears(store);

        Shell.Finished finished = shell().run("listen", "--hotwords", words("hello"), said("talk.wav", "one", "two"));

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.out().strip()).isEqualTo("one two");
        assertThat(finished.err().lines())
                .containsOnlyOnce("voicebot: tones does not use hot words; they are ignored.");
    }

    @Test
    void withoutAModelHotWordsNameTheCommandThatPullsOne() throws IOException {
        Shell.Finished finished = shell().with("VOICEBOT_RECOGNITION_ENGINE", "sherpa")
                .run("listen", "--hotwords", words("hello"), said("talk.wav", "one"));

        assertThat(finished.exit()).isEqualTo(4);
        assertThat(finished.err().lines().toList())
                .singleElement()
                .asString()
                .endsWith("Run: voicebot models pull sensevoice");
    }

    @Test
    void severalFilesShareOneModelInMemory() {
        Tones.ears(store);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger engine = (Logger) LoggerFactory.getLogger("dev.voicebot.engine.sherpa.EngineChild");
        engine.setLevel(Level.DEBUG);
        engine.addAppender(log);
        log.start();

        Shell.Finished finished = shell().run(
                        "listen",
                        "--jobs",
                        "4",
                        said("a.wav", "one"),
                        said("b.wav", "two"),
                        said("c.wav", "hello", "world"));

        engine.detachAppender(log);
        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.out()).containsSubsequence("one", "two", "hello world");
        assertThat(log.list)
                .extracting(ILoggingEvent::getMessage)
                .filteredOn(message -> message.contains("started for a model"))
                .hasSize(1);
    }

    @Test
    void aDamagedFileAmongSeveralDoesNotStopTheOthers() throws IOException {
        Tones.ears(store);
        Path broken = Files.write(home.resolve("broken.wav"), new byte[100]);

        Shell.Finished finished = shell().run("listen", said("a.wav", "one"), broken.toString(), said("c.wav", "two"));

        assertThat(finished.exit()).isNotZero();
        assertThat(finished.out()).containsSubsequence("one", "two");
        assertThat(finished.err()).contains("broken.wav");
    }

    private Shell shell() {
        return new Shell(home);
    }

    private String words(String... words) throws IOException {
        return Files.writeString(home.resolve("words.txt"), String.join("\n", words), StandardCharsets.UTF_8)
                .toString();
    }

    private String said(String name, String... words) {
        Path wav = home.resolve(name);
        try (WavWriter writer = WavWriter.replace(wav, 16_000)) {
            writer.write(new PcmFrame(Tones.said(16_000, words), 16_000));
        }
        return wav.toString();
    }
}
