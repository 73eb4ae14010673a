package dev.voicebot.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.recognition.Translation;
import dev.voicebot.recognition.Word;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TranscriptFormatTest {
    private static final Sentence HELLO = new Sentence(
            "Hello, world.",
            at(120),
            at(980),
            List.of(new Word("Hello", at(120), at(400), ","), new Word("world", at(500), at(980), ".")),
            Optional.empty());
    private static final Sentence CHINESE = new Sentence(
                    "你好，世界。",
                    at(3_723_004),
                    at(3_724_500),
                    List.of(
                            new Word("你好", at(3_723_004), at(3_723_500), "，"),
                            new Word("世界", at(3_723_700), at(3_724_500), "。")),
                    Optional.empty())
            .with(new Translation("en", "Hello, world!", List.of()));

    private final Locale locale = Locale.getDefault();

    /** Digits and marks of its own: what leaks into a format is seen. */
    @BeforeEach
    void speakArabic() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(locale);
    }

    @Test
    void textIsALineASentence() {
        assertThat(written(FormatName.TEXT, HELLO)).isEqualTo("Hello, world.\n");
    }

    @Test
    void textShowsTheTranslationWhereThereIsOne() {
        assertThat(written(FormatName.TEXT, CHINESE)).isEqualTo("Hello, world!\n");
    }

    @Test
    void textCanBeginWithTheTime() {
        TranscriptFormat format = FormatName.TEXT.start(new FormatName.Wishes(Optional.empty(), true, false));

        assertThat(format.sentence(CHINESE)).isEqualTo("[01:02:03.004] Hello, world!\n");
    }

    @Test
    void jsonIsOneObjectWithWordsAndTranslation() {
        assertThat(written(FormatName.JSON, HELLO, CHINESE))
                .isEqualTo("{\"text\":\"Hello, world. 你好，世界。\",\"sentences\":["
                        + "{\"begin\":0.120,\"end\":0.980,\"text\":\"Hello, world.\",\"words\":["
                        + "{\"begin\":0.120,\"end\":0.400,\"text\":\"Hello\",\"punctuation\":\",\"},"
                        + "{\"begin\":0.500,\"end\":0.980,\"text\":\"world\",\"punctuation\":\".\"}]},"
                        + "{\"begin\":3723.004,\"end\":3724.500,\"text\":\"你好，世界。\",\"words\":["
                        + "{\"begin\":3723.004,\"end\":3723.500,\"text\":\"你好\",\"punctuation\":\"，\"},"
                        + "{\"begin\":3723.700,\"end\":3724.500,\"text\":\"世界\",\"punctuation\":\"。\"}],"
                        + "\"translation\":{\"language\":\"en\",\"text\":\"Hello, world!\",\"words\":[]}}]}\n");
    }

    @Test
    void jsonLinesNameTheFileWhereThereAreSeveral() throws IOException {
        TranscriptFormat format = FormatName.JSONL.start(new FormatName.Wishes(Optional.of("a\tb\".wav"), false, true));

        JsonNode sentence = new ObjectMapper().readTree(format.sentence(HELLO));
        JsonNode partial = new ObjectMapper().readTree(format.partial(" Hel"));

        assertThat(sentence.path("type").asText()).isEqualTo("sentence");
        assertThat(sentence.path("file").asText()).isEqualTo("a\tb\".wav");
        assertThat(sentence.path("words")).hasSize(2);
        assertThat(partial.toString()).isEqualTo("{\"type\":\"partial\",\"file\":\"a\\tb\\\".wav\",\"text\":\"Hel\"}");
    }

    @Test
    void partialsAreToldOnlyWhereTheyAreWanted() {
        for (FormatName name : FormatName.values()) {
            assertThat(start(name).partial("Hel")).isEmpty();
        }
    }

    @Test
    void srtHasNumberedCues() {
        assertThat(written(FormatName.SRT, HELLO, CHINESE)).isEqualTo("""
                        1
                        00:00:00,120 --> 00:00:00,980
                        Hello, world.

                        2
                        01:02:03,004 --> 01:02:04,500
                        Hello, world!

                        """);
    }

    @Test
    void vttHasAHeadingAndEscapes() {
        assertThat(written(FormatName.VTT, new Sentence("a < b && b --> c", at(0), at(1000))))
                .isEqualTo("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\na &lt; b &amp;&amp; b --&gt; c\n\n");
    }

    @Test
    void srtHasNoArrowInItsText() {
        String srt = written(FormatName.SRT, new Sentence("b --> c\n\n2\n", at(0), at(1000)));

        assertThat(SubtitleParser.srt(srt))
                .singleElement()
                .satisfies(cue -> assertThat(cue.lines()).containsExactly("b → c 2"));
    }

    @Test
    void tsvIsOneRowASentence() {
        assertThat(written(FormatName.TSV, HELLO, new Sentence("a\tb\r\nc", at(1000), at(2000))))
                .isEqualTo("start\tend\ttext\n120\t980\tHello, world.\n1000\t2000\ta b c\n");
    }

    @Test
    void tsvOfSeveralFilesHasOneHeadingAndAColumnForTheFile() {
        TranscriptFormat format = FormatName.TSV.start(new FormatName.Wishes(Optional.of("a.wav"), false, false));

        assertThat(FormatName.TSV.headOfSeveral() + format.begin() + format.sentence(HELLO))
                .isEqualTo("file\tstart\tend\ttext\na.wav\t120\t980\tHello, world.\n");
    }

    @Test
    void aLongSentenceBecomesCuesThatCanBeRead() {
        String text =
                "When the quick brown fox had jumped over the lazy dog for the third time that morning, the dog, who"
                        + " was not lazy at all but merely old, got up, shook himself, and walked slowly into the house, where he"
                        + " found that somebody had eaten his breakfast.";
        Sentence sentence = spoken(text, text.split(" ", -1), 300);

        List<SubtitleParser.Read> cues = SubtitleParser.srt(written(FormatName.SRT, sentence));

        assertThat(String.join(
                        " ", cues.stream().flatMap(cue -> cue.lines().stream()).toList()))
                .isEqualTo(text);
        assertThat(cues).hasSizeGreaterThan(2).allSatisfy(cue -> {
            assertThat(cue.lines())
                    .hasSizeLessThanOrEqualTo(2)
                    .allSatisfy(line ->
                            assertThat(line).hasSizeLessThanOrEqualTo(42).hasSizeGreaterThan(5));
            assertThat(cue.end().minus(cue.begin())).isLessThanOrEqualTo(Duration.ofSeconds(7));
        });
    }

    @Test
    void aCueBeginsAndEndsWithItsWords() {
        String text = "It was the best of times for all of us here, it was the worst of times for all of us there.";
        Sentence sentence = spoken(text, text.split(" ", -1), 250);

        List<SubtitleParser.Read> cues = SubtitleParser.vtt(written(FormatName.VTT, sentence));

        assertThat(cues).hasSize(2);
        assertThat(cues.get(0).lines().get(cues.get(0).lines().size() - 1)).endsWith("here,");
        assertThat(cues.get(0).end()).isEqualTo(at(11 * 250 - 50));
        assertThat(cues.get(1).begin()).isEqualTo(at(11 * 250));
    }

    @Test
    void chineseLinesHoldSixteenCharactersAndMarksStayWithTheirWords() {
        String text = "今天天气很好，我们一起去公园散步吧，路上可以买一些水果和面包，中午就在湖边的草地上吃饭，" + "下午再去看看新开的博物馆，据说里面有很多从来没有展出过的文物。";
        Sentence sentence = new Sentence(text, at(0), at(16_000));

        List<SubtitleParser.Read> cues = SubtitleParser.srt(written(FormatName.SRT, sentence));

        assertThat(String.join(
                        "", cues.stream().flatMap(cue -> cue.lines().stream()).toList()))
                .isEqualTo(text);
        assertThat(cues)
                .hasSizeGreaterThan(2)
                .allSatisfy(cue -> assertThat(cue.lines())
                        .hasSizeLessThanOrEqualTo(2)
                        .allSatisfy(line -> {
                            assertThat(line).hasSizeLessThanOrEqualTo(17);
                            assertThat("，。").doesNotContain(line.substring(0, 1));
                        }));
    }

    @Test
    void aWordTooLongForALineIsCut() {
        Sentence sentence = new Sentence("see " + "x".repeat(200), at(0), at(4_000));

        assertThat(SubtitleParser.srt(written(FormatName.SRT, sentence)))
                .allSatisfy(cue -> assertThat(cue.lines())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(42)));
    }

    @Test
    void timesThatOverlapOrStandStillAreStillWellFormed() {
        String srt = written(
                FormatName.SRT,
                new Sentence("One.", at(0), at(1000)),
                new Sentence("Two.", at(500), at(800)),
                new Sentence("Three.", at(500), at(500)));

        assertThat(SubtitleParser.srt(srt)).hasSize(3);
    }

    @Test
    void aSentenceWithoutTextIsNoCue() {
        assertThat(written(FormatName.SRT, new Sentence("  ", at(0), at(1000)))).isEmpty();
    }

    private static Sentence spoken(String text, String[] words, long millisEach) {
        List<Word> timed = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            timed.add(new Word(words[i].replaceAll("[,.]", ""), at(i * millisEach), at((i + 1) * millisEach - 50), ""));
        }
        return new Sentence(text, at(0), at(words.length * millisEach), timed, Optional.empty());
    }

    private static String written(FormatName name, Sentence... sentences) {
        TranscriptFormat format = start(name);
        StringBuilder text = new StringBuilder(format.begin());
        Arrays.stream(sentences).map(format::sentence).forEach(text::append);
        return text + format.end(new Transcript(List.of(sentences), ""));
    }

    private static TranscriptFormat start(FormatName name) {
        return name.start(new FormatName.Wishes(Optional.empty(), false, false));
    }

    private static Duration at(long millis) {
        return Duration.ofMillis(millis);
    }
}
