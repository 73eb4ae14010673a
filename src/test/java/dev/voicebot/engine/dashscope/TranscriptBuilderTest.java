package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.dashscope.audio.asr.translation.results.Stash;
import com.alibaba.dashscope.audio.asr.translation.results.TranscriptionResult;
import com.alibaba.dashscope.audio.asr.translation.results.TranslationRecognizerResult;
import com.alibaba.dashscope.audio.asr.translation.results.TranslationResult;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.recognition.Translation;
import dev.voicebot.recognition.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranscriptBuilderTest {
    private final List<Transcript> updates = new ArrayList<>();
    private final TranscriptBuilder builder = new TranscriptBuilder(updates::add);

    @Test
    void aSentenceIsRevisedUntilItEnds() {
        builder.add(event(0, "I scream", false));
        builder.add(event(0, "Ice cream", false));
        builder.add(event(0, "Ice cream.", true));

        assertThat(updates).extracting(Transcript::text).containsExactly("I scream", "Ice cream", "Ice cream.");
        assertThat(last().unfinished()).isEmpty();
        assertThat(last().sentences()).containsExactly(new Sentence("Ice cream.", at(100), at(900)));
    }

    @Test
    void anEventWithTranslationsOnlyChangesNothing() {
        builder.add(new TranslationRecognizerResult());

        assertThat(updates).isEmpty();
    }

    @Test
    void theStashBeginsTheNextSentence() {
        TranslationRecognizerResult event = event(0, "One.", true);
        event.getTranscriptionResult().setStash(stash(1, "Tw"));

        builder.add(event);

        assertThat(last().unfinished()).isEqualTo("Tw");
        assertThat(last().text()).isEqualTo("One. Tw");
    }

    @Test
    void aStashThatIsTakenBackIsGone() {
        TranslationRecognizerResult early = event(0, "One", false);
        early.getTranscriptionResult().setStash(stash(1, "Tw"));

        builder.add(early);
        builder.add(event(0, "One too.", true));

        assertThat(builder.whole().text()).isEqualTo("One too.");
    }

    @Test
    void aLateRevisionOfAnEndedSentenceIsIgnored() {
        builder.add(event(0, "One.", true));
        builder.add(event(0, "On", false));

        assertThat(last().text()).isEqualTo("One.");
    }

    @Test
    void whatTheServiceNeverEndedCountsInTheEnd() {
        builder.add(event(0, "One.", true));
        builder.add(event(1, "Two", false));

        Transcript whole = builder.whole();

        assertThat(whole.unfinished()).isEmpty();
        assertThat(whole.text()).isEqualTo("One. Two");
    }

    @Test
    void sentencesAreInTheOrderOfTheirNumbers() {
        builder.add(event(1, "Two.", true));
        builder.add(event(0, "One.", true));

        assertThat(builder.whole().text()).isEqualTo("One. Two.");
    }

    @Test
    void wordsHaveTheirTimesAndThePunctuationThatFollowsThem() {
        TranslationRecognizerResult event = event(0, "Well, I \"see\". 好的！", true);
        event.getTranscriptionResult()
                .setWords(List.of(
                        word("Well", 100, 200), word("I", 300, 350), word("see", 400, 500), word(" 好的", 600, 900)));

        builder.add(event);

        assertThat(last().sentences().get(0).words())
                .containsExactly(
                        new Word("Well", at(100), at(200), ","),
                        new Word("I", at(300), at(350), ""),
                        new Word("see", at(400), at(500), "\"."),
                        new Word("好的", at(600), at(900), "！"));
    }

    @Test
    void aSentenceThatIsToBeTranslatedEndsWithItsTranslation() {
        TranscriptBuilder translating = new TranscriptBuilder(updates::add, Optional.of("en"));

        translating.add(event(0, "你好。", true));
        Transcript before = last();
        translating.add(translation(0, "Hello.", true));

        assertThat(before.sentences()).isEmpty();
        assertThat(before.unfinished()).isEqualTo("你好。");
        assertThat(last().sentences()).singleElement().satisfies(sentence -> {
            assertThat(sentence.text()).isEqualTo("你好。");
            assertThat(sentence.translation()).contains(new Translation("en", "Hello.", List.of()));
        });
    }

    @Test
    void aTranslationThatNeverComesIsNotWaitedForLongerThanTheNextOne() {
        TranscriptBuilder translating = new TranscriptBuilder(updates::add, Optional.of("en"));

        translating.add(event(0, "嗯。", true));
        translating.add(event(1, "你好。", true));
        translating.add(translation(1, "Hello.", true));

        assertThat(last().sentences()).extracting(Sentence::text).containsExactly("嗯。", "你好。");
        assertThat(last().sentences().get(0).translation()).isEmpty();
    }

    @Test
    void inTheEndASentenceCountsWithoutItsTranslation() {
        TranscriptBuilder translating = new TranscriptBuilder(updates::add, Optional.of("en"));

        translating.add(event(0, "你好。", true));
        translating.add(translation(0, "Hel", false));

        assertThat(translating.whole().sentences()).containsExactly(new Sentence("你好。", at(100), at(900)));
    }

    private Transcript last() {
        return updates.get(updates.size() - 1);
    }

    private static TranslationRecognizerResult event(long id, String text, boolean ended) {
        TranscriptionResult sentence = new TranscriptionResult();
        sentence.setSentenceId(id);
        sentence.setText(text);
        sentence.setBeginTime(100L);
        sentence.setEndTime(900L);
        sentence.setSentenceEnd(ended);
        TranslationRecognizerResult event = new TranslationRecognizerResult();
        event.setTranscriptionResult(sentence);
        return event;
    }

    private static TranslationRecognizerResult translation(long id, String text, boolean ended) {
        com.alibaba.dashscope.audio.asr.translation.results.Translation english =
                new com.alibaba.dashscope.audio.asr.translation.results.Translation();
        english.setSentenceId(id);
        english.setText(text);
        english.setSentenceEnd(ended);
        TranslationResult all = new TranslationResult();
        all.setTranslations(Map.of("en", english));
        TranslationRecognizerResult event = new TranslationRecognizerResult();
        event.setTranslationResult(all);
        return event;
    }

    private static com.alibaba.dashscope.audio.asr.translation.results.Word word(String text, long begin, long end) {
        com.alibaba.dashscope.audio.asr.translation.results.Word word =
                new com.alibaba.dashscope.audio.asr.translation.results.Word();
        word.setText(text);
        word.setBeginTime(begin);
        word.setEndTime(end);
        return word;
    }

    private static Stash stash(long id, String text) {
        Stash stash = new Stash();
        stash.setSentenceId(id);
        stash.setText(text);
        return stash;
    }

    private static Duration at(long millis) {
        return Duration.ofMillis(millis);
    }
}
