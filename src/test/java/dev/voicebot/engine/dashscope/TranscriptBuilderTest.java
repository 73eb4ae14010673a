package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.dashscope.audio.asr.translation.results.Stash;
import com.alibaba.dashscope.audio.asr.translation.results.TranscriptionResult;
import com.alibaba.dashscope.audio.asr.translation.results.TranslationRecognizerResult;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
