package dev.voicebot.engine.sherpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.MemoryRecording;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.SpeechSynthesizerContract;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SherpaSynthesizerTest extends SpeechSynthesizerContract {
    @TempDir
    private Path models;

    private SherpaEngine engine;
    private SherpaSynthesizer synthesizer;

    @BeforeEach
    void open() {
        engine = new SherpaEngine(Tones.library(), Duration.ofSeconds(50), Duration.ofMinutes(1));
        synthesizer = new SherpaSynthesizer(engine, Tones.mouth(new ModelStore(models)));
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Override
    protected SpeechSynthesizer synthesizer() {
        return synthesizer;
    }

    @Override
    protected String sentence() {
        return "hello world one two stop please hello world one two. ";
    }

    @Test
    void whatTheVoiceSaysTheRecognizerUnderstands() {
        MemoryRecording spoken = MemoryRecording.live(synthesizer.sampleRate());
        speak("hello world 你好。please stop。one two。").stream()
                .map(PcmFrame::samples)
                .forEach(spoken::add);
        spoken.stop();

        Transcript heard = new SherpaRecognizer(engine, Tones.ears(new ModelStore(models)), "")
                .listen(spoken, update -> {}, new Cancellation());

        assertThat(heard.text().replace(" ", "")).isEqualTo("helloworld你好pleasestoponetwo");
    }
}
