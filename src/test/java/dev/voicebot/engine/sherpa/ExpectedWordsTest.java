package dev.voicebot.engine.sherpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.LocalModel.Kind;
import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.MemoryRecording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real library, and a transducer made by hand in which one tone may be either of two words. */
@Timeout(60)
class ExpectedWordsTest {
    @TempDir
    private Path models;

    private SherpaEngine engine;
    private LocalModel model;

    @BeforeEach
    void open() {
        engine = new SherpaEngine(Tones.library(), Duration.ofSeconds(50), Duration.ofMinutes(1));
        model = Tones.homophones(new ModelStore(models));
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 你好, stop",
        "尼好, 尼好, stop",
        "shop, 你好, shop",
        "Shop|尼好, 尼好, shop",
        "尼|SHOP, 尼好, shop",
        "你好, 你好, stop",
        "one shop, 你好, stop",
    })
    void aHotWordDecidesBetweenTwoThatSoundTheSame(String words, String chinese, String english) {
        ExpectedWords expected = ExpectedWords.of(model, words.isEmpty() ? List.of() : List.of(words.split("\\|")));

        assertThat(expected.unknown()).isEmpty();
        assertThat(heard(expected, "hello", "world")).isEqualTo(chinese);
        assertThat(heard(expected, "好", "one")).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":", ":尼", "尼好 :x", "尼好 :99", "a:b", "尼/好", "旗山", "尼山", "日本語", "naïve", "GPT4", "shop!", "#shop",
                "@shop", "C++", "don’t", "🙂"
            })
    void aWordThatTheModelCannotSpellIsNamedAndChangesNothing(String word) {
        ExpectedWords expected = ExpectedWords.of(model, List.of(word));

        assertThat(expected).isEqualTo(new ExpectedWords("", List.of(word)));
    }

    @Test
    void withoutPiecesOnlyWholeTokensAreKnown() {
        LocalModel bare = new LocalModel(
                "bare", model.folder(), Kind.TRANSDUCER, Map.of("tokens", model.file("tokens")), List.of());

        ExpectedWords expected = ExpectedWords.of(bare, List.of("尼好", "shop"));

        assertThat(expected).isEqualTo(new ExpectedWords("尼好", List.of("shop")));
    }

    @Test
    void onlyTransducersKnowHotWords() {
        assertThat(Kind.values())
                .filteredOn(kind -> ExpectedWords.areKnownTo(new LocalModel("any", models, kind, Map.of(), List.of())))
                .containsExactly(Kind.TRANSDUCER);
    }

    private String heard(ExpectedWords expected, String... tones) {
        SherpaRecognizer recognizer = new SherpaRecognizer(engine, model, "", expected);
        return recognizer
                .listen(MemoryRecording.of(Tones.said(16_000, tones), 16_000), update -> {}, new Cancellation())
                .text();
    }
}
