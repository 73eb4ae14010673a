package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.engine.sherpa.Tones;
import dev.voicebot.localmodels.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program without a key, with models on this computer and the real speech library. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OfflineIT {
    @TempDir
    private Path home;

    private Voicebot voicebot;
    private ModelStore store;

    @BeforeEach
    void start() {
        voicebot =
                new Voicebot(home).with(Map.of("VOICEBOT_CHAT_ENGINE", "guide", "VOICEBOT_SYNTHESIS_ENGINE", "sherpa"));
        store = ModelStore.in(home.resolve(".local/share/voicebot"));
    }

    @AfterEach
    void end() throws InterruptedException {
        voicebot.close();
    }

    @Test
    void whatIsSpokenIntoAFileIsUnderstoodFromIt() throws IOException, InterruptedException {
        Tones.engine(store);
        Tones.ears(store);
        Tones.mouth(store);
        String wav = home.resolve("talk.wav").toString();

        Voicebot.Finished spoken = voicebot.run("speak", "--no-play", "-o", wav, "hello world. one two.");
        Voicebot.Finished heard = voicebot.run("listen", wav);

        assertThat(spoken.exit()).as(spoken.err()).isZero();
        assertThat(heard.exit()).as(heard.err()).isZero();
        assertThat(heard.out().replaceAll("\\s+", " ").strip()).isEqualTo("hello world one two");
    }

    @Test
    void whatIsMissingIsSaidWithTheCommandThatBringsIt() throws IOException, InterruptedException {
        Voicebot.Finished finished =
                voicebot.with(Map.of("VOICEBOT_RECOGNITION_ENGINE", "sherpa")).run("listen", "--once");

        assertThat(finished.exit()).isEqualTo(4);
        assertThat(finished.err()).contains("voicebot models pull sensevoice");
    }
}
