package dev.voicebot.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    private final SentenceSplitter splitter = new SentenceSplitter();

    @Test
    void theFirstPieceIsAClause() {
        List<String> pieces = split("Once upon a time, there was a king, and a queen, too. They sang.");

        assertThat(pieces).containsExactly("Once upon a time,", " there was a king, and a queen, too. ", "They sang.");
    }

    @Test
    void aClauseIsGivenAsSoonAsItIsThere() {
        assertThat(splitter.add("Once upon a time")).isEmpty();
        assertThat(splitter.add(",")).containsExactly("Once upon a time,");
    }

    @Test
    void aCommaThatMayBePartOfANumberWaitsForWhatFollows() {
        assertThat(splitter.add("There are about 12,")).isEmpty();
        assertThat(splitter.add("000 of them,")).containsExactly("There are about 12,000 of them,");
    }

    @Test
    void aChineseClauseIsGivenAtItsMark() {
        assertThat(splitter.add("今天的天气很好")).isEmpty();
        assertThat(splitter.add("，")).containsExactly("今天的天气很好，");
        assertThat(splitter.add("我们去公园，散散步")).isEmpty();
        assertThat(splitter.add("。")).containsExactly("我们去公园，散散步。");
    }

    @Test
    void aShortClauseIsNoPiece() {
        assertThat(split("Yes, I do. Oh: well.")).containsExactly("Yes, I do. ", "Oh: well.");
        assertThat(split("好，走吧。")).containsExactly("好，走吧。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs 3.14 or 1,000 or 12:30 here",
                "Ask Mr. Smith and Dr. Jones of the U.S. office",
                "Use fruit, e.g. apples, i.e. anything like it",
                "Read https://example.com/a.b?c=1,2;d:3!x now",
                "Open main.rs or Foo.java at v1.2.3 please",
                "Then...who knows",
                "Well... maybe later",
                "Since Nov. 25 or so",
                "1. The first of them",
                "现在是12：30吧",
                "有1，000个人",
            })
    void numbersNamesAndAddressesStayWhole(String text) {
        List<String> pieces = split("Go. " + text);

        assertThat(pieces).containsExactly("Go. ", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs me about 3.14 or 1,000",
                "The meeting begins 12:30 or so",
                "On November 25, 2026 we will meet",
                "现在的时间应该是12：30吧",
                "这里一共大概有1，000个人",
                "Please read https://example.com/a,b:c;d now",
            })
    void theFirstClauseCutsNoNumberEither(String text) {
        assertThat(split(text)).containsExactly(text);
    }

    @Test
    void aFullStopCountsOnceTheNextCharacterShowsIt() {
        assertThat(splitter.add("It is 3.")).isEmpty();
        assertThat(splitter.add("5 metres.")).isEmpty();
        assertThat(splitter.add("\n")).containsExactly("It is 3.5 metres.\n");
        assertThat(splitter.add("Good.")).isEmpty();
        assertThat(splitter.finish()).containsExactly("Good.");
    }

    @Test
    void closingQuotesStayWithTheirSentence() {
        assertThat(split("He said: \"Go!\" She went. (Really.) So."))
                .containsExactly("He said: \"Go!\" ", "She went. ", "(Really.) ", "So.");
        assertThat(split("她说：“你好。”然后走了。（真的。）完")).containsExactly("她说：“你好。”", "然后走了。", "（真的。）", "完");
        assertThat(split("她说\"你好。\"然后走了。")).containsExactly("她说\"你好。\"", "然后走了。");
    }

    @Test
    void severalMarksAreOneEnd() {
        assertThat(split("What?! No... Well… yes!!! Good"))
                .containsExactly("What?! ", "No... ", "Well… yes!!! ", "Good");
        assertThat(split("他不知道……也许吧——算了")).containsExactly("他不知道……", "也许吧——算了");
    }

    @Test
    void aLineIsASentence() {
        assertThat(split("Milk\nBread\r\n\nEggs")).containsExactly("Milk\n", "Bread\r\n", "\nEggs");
    }

    @Test
    void aLongSentenceIsCutAtAClause() {
        String words = "a few words in a row and again ".repeat(5);

        assertThat(split("Go. " + words + "so, " + words + "so, now."))
                .containsExactly("Go. ", words + "so, ", words + "so, ", "now.");
    }

    @Test
    void anEndlessSentenceIsCutBetweenWords() {
        List<String> pieces = split("word ".repeat(200));

        assertThat(pieces).hasSizeBetween(2, 5).allMatch(piece -> piece.endsWith("word "));
    }

    @Test
    void marksAloneAreNoPieceOfTheirOwn() {
        assertThat(split("... !\n— Go. ")).containsExactly("... !\n— Go. ");
        assertThat(split("…")).containsExactly("…");
        assertThat(split(" \n ")).isEmpty();
    }

    @Test
    void itCanBeUsedAgainAfterFinish() {
        List<String> once = split("Once upon a “time, there was. A");

        assertThat(split("Once upon a “time, there was. A")).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Once upon a time, there was 3.14 — or so. \"Yes!\" he said... Then?! e.g. this.",
                "你好，世界！今天是12：30。他说：“走吧。”……然后呢？OK. 完",
                "Milk\n\n- bread, 1,000\n  (eggs.) ",
            })
    void thePortionsMakeNoDifferenceAndNothingIsLost(String text) {
        List<String> whole = split(text);

        List<String> single = new ArrayList<>();
        text.chars().forEach(c -> single.addAll(splitter.add(Character.toString(c))));
        single.addAll(splitter.finish());

        assertThat(single).isEqualTo(whole);
        assertThat(String.join("", whole).stripTrailing()).isEqualTo(text.stripTrailing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "a.", "1.", " ", "“", "。", "字", "!\""})
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aMegabyteOfAnythingIsNoTrouble(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());

        assertThat(String.join("", split(text)).strip()).isEqualTo(text.strip());
    }

    private List<String> split(String text) {
        List<String> pieces = new ArrayList<>(splitter.add(text));
        pieces.addAll(splitter.finish());
        return pieces;
    }
}
