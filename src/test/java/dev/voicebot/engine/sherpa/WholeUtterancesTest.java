package dev.voicebot.engine.sherpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.SpeechRecognizerContract;
import dev.voicebot.recognition.Transcript;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeUtterancesTest extends SpeechRecognizerContract {
    @TempDir
    private Path models;

    private SherpaEngine engine;
    private SpeechRecognizer recognizer;

    @BeforeEach
    void open() {
        engine = new SherpaEngine(Tones.library(), Duration.ofSeconds(50), Duration.ofMinutes(1));
        recognizer = new SherpaRecognizer(engine, Tones.utterances(new ModelStore(models)), "en");
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Override
    protected SpeechRecognizer recognizer() {
        return recognizer;
    }

    @Override
    protected short[] speech(int sampleRate) {
        return Tones.said(sampleRate);
    }

    @Override
    protected String words() {
        return Tones.WORDS;
    }

    @Test
    void aTalkIsCutIntoSentencesWhereNobodySpeaks() {
        Transcript transcript = recognizer.listen(said(16_000), update -> {}, new Cancellation());

        assertThat(transcript.sentences()).extracting(Sentence::text).containsExactly("hello world你好", "one two");
        assertThat(transcript.sentences().get(1).begin().toMillis()).isCloseTo(500 + 4 * 350 + 1600, within(150L));
    }
}
