package dev.voicebot.engine.sherpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.audio.Recording;
import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.recognition.MemoryRecording;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real library, and a model made by hand whose tokens are tones. */
@Timeout(60)
class SherpaWakeWordTest {
    @TempDir
    private Path models;

    private SherpaEngine engine;
    private ModelStore store;

    @BeforeEach
    void open() {
        engine = new SherpaEngine(Tones.library(), Duration.ofSeconds(50), Duration.ofMinutes(1));
        store = new ModelStore(models);
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void itHearsItsPhraseAndLeavesWhatFollows(int sampleRate) {
        SherpaWakeWord wakeWord = wakeWord("小助");
        Recording sound = said(sampleRate, "two", "hello", "", "one", "two", "stop", "please", "", "hello", "", "", "");

        boolean isHeard = wakeWord.isHeardIn(sound);

        assertThat(isHeard).isTrue();
        assertThat(sound.next()).isPresent();
    }

    @Test
    void itHearsNothingElse() {
        SherpaWakeWord wakeWord = wakeWord("小助");

        assertThat(wakeWord.isHeardIn(said(16_000, "one", "two", "", "stop", "hello", "please", "")))
                .isFalse();
    }

    @Test
    void anEnglishPhraseIsHeardAgainAndAgain() {
        SherpaWakeWord wakeWord = wakeWord("hey voy");
        wakeWord.getReady();

        assertThat(wakeWord.isHeardIn(said(16_000, "hello", "world", "你", "好", "", "")))
                .isTrue();
        assertThat(wakeWord.isHeardIn(said(16_000, "one", "two", "", ""))).isFalse();
        assertThat(wakeWord.isHeardIn(said(16_000, "hello", "world", "你", "好", "", "")))
                .isTrue();
    }

    @Test
    void aPhraseThatCannotBeSpelledIsRefusedBeforeAnythingListens() {
        assertThatThrownBy(() -> wakeWord("hey xqzt").getReady()).isInstanceOf(AssistantException.class);
    }

    private SherpaWakeWord wakeWord(String phrase) {
        return new SherpaWakeWord(engine, Tones.wake(store), phrase);
    }

    private static Recording said(int sampleRate, String... words) {
        return MemoryRecording.of(Tones.said(sampleRate, words), sampleRate);
    }
}
