package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.recognition.Translation;
import dev.voicebot.recognition.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        builder.add(read("{translations:[]}"));

        assertThat(updates).isEmpty();
    }

    @Test
    void theStashBeginsTheNextSentence() {
        builder.add(event("{sentence_id:0,begin_time:100,end_time:900,text:'One.',sentence_end:true,"
                + "stash:{sentence_id:1,text:'Tw'}}"));

        assertThat(last().unfinished()).isEqualTo("Tw");
        assertThat(last().text()).isEqualTo("One. Tw");
    }

    @Test
    void aStashThatIsTakenBackIsGone() {
        builder.add(event("{sentence_id:0,begin_time:100,end_time:900,text:'One',stash:{sentence_id:1,text:'Tw'}}"));
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
        builder.add(event("{sentence_id:0,text:'Well, I \"see\". 好的！',sentence_end:true,words:["
                + word("Well", 100, 200) + "," + word("I", 300, 350) + "," + word("see", 400, 500) + ","
                + word(" 好的", 600, 900) + "]}"));

        assertThat(last().sentences().get(0).words())
                .containsExactly(
                        new Word("Well", at(100), at(200), ","),
                        new Word("I", at(300), at(350), ""),
                        new Word("see", at(400), at(500), "\"."),
                        new Word("好的", at(600), at(900), "！"));
    }

    @Test
    void aSentenceThatIsToBeTranslatedEndsWithItsTranslation() {
        TranscriptBuilder translating = new TranscriptBuilder(updates::add);
        translating.nextTask(Duration.ZERO, Optional.of("en"));

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
        TranscriptBuilder translating = new TranscriptBuilder(updates::add);
        translating.nextTask(Duration.ZERO, Optional.of("en"));

        translating.add(event(0, "嗯。", true));
        translating.add(event(1, "你好。", true));
        translating.add(translation(1, "Hello.", true));

        assertThat(last().sentences()).extracting(Sentence::text).containsExactly("嗯。", "你好。");
        assertThat(last().sentences().get(0).translation()).isEmpty();
    }

    @Test
    void inTheEndASentenceCountsWithoutItsTranslation() {
        TranscriptBuilder translating = new TranscriptBuilder(updates::add);
        translating.nextTask(Duration.ZERO, Optional.of("en"));

        translating.add(event(0, "你好。", true));
        translating.add(translation(0, "Hel", false));

        assertThat(translating.whole().sentences()).containsExactly(new Sentence("你好。", at(100), at(900)));
    }

    private Transcript last() {
        return updates.get(updates.size() - 1);
    }

    private static RecognitionEvent event(long id, String text, boolean ended) {
        return event(
                "{sentence_id:" + id + ",begin_time:100,end_time:900,text:'" + text + "',sentence_end:" + ended + "}");
    }

    private static RecognitionEvent event(String transcription) {
        return read("{transcription:" + transcription + ",translations:[]}");
    }

    private static RecognitionEvent translation(long id, String text, boolean ended) {
        return read(
                "{translations:[{sentence_id:" + id + ",lang:'en',text:'" + text + "',sentence_end:" + ended + "}]}");
    }

    private static RecognitionEvent read(String output) {
        return RecognitionEvent.of(Json.object("{output:" + output + "}").orElseThrow())
                .orElseThrow();
    }

    private static String word(String text, long begin, long end) {
        return "{text:'" + text + "',begin_time:" + begin + ",end_time:" + end + "}";
    }

    private static Duration at(long millis) {
        return Duration.ofMillis(millis);
    }
}
