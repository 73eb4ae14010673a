package dev.voicebot.speakable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.wording.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakableTextTest {
    private static final String ANSWER = """
            # The *short* answer

            Well, **yes** and _no_: see [the guide](https://example.com/a_(b)), or https://example.com/x?y=1.

            > Don't call `snake_case(*args)` \uD83D\uDE00 twice.

            - [x] first, 2*3 = 6
              * second __bold__ ~~gone~~
            1. third

            ```java
            int a = 1;

            int b = 2;
            ```

            | Name | Value |
            |------|:-----:|
            | one  | **1** |

            ---
            这是**重点**内容，请看：https://example.com/中文。谢谢！
            ```
            最后一行
            ```
            *ita*lic and the end""";

    @Test
    void anAnswerIsSpokenWithoutItsMarkup() {
        assertThat(spoken(ANSWER)).isEqualTo("""
                        The short answer

                        Well, yes and no: see the guide, or link.

                        Don't call snake case(args) twice.

                        first, 2 times 3 equals 6
                        second bold gone
                        1. third

                        code, 3 lines.

                        Name, Value
                        one, 1

                        这是重点内容，请看：链接中文。谢谢！
                        code, 1 line.
                        italic and the end""");
    }

    @Test
    void tokensMakeNoDifference() {
        List<SpeakablePiece> whole = sourced(List.of(ANSWER));

        assertThat(sourced(characters(ANSWER))).isEqualTo(whole);
        for (int seed = 0; seed < 200; seed++) {
            assertThat(sourced(tokens(ANSWER, seed))).as("seed %d", seed).isEqualTo(whole);
        }
    }

    @Test
    void aPieceTellsHowMuchOfTheReplyItCovers() {
        String reply = "# Once **upon a time**, there was a king. See https://x.org/a?b for *more*. 好。完\n\n---\n";

        List<SpeakablePiece> pieces = sourced(List.of(reply));

        assertThat(pieces)
                .extracting(piece -> reply.substring(0, piece.sourceEnd()))
                .containsExactly(
                        "# Once **upon a time**,",
                        "# Once **upon a time**, there was a king. ",
                        "# Once **upon a time**, there was a king. See https://x.org/a?b for *more*. ",
                        "# Once **upon a time**, there was a king. See https://x.org/a?b for *more*. 好。",
                        "# Once **upon a time**, there was a king. See https://x.org/a?b for *more*. 好。完\n",
                        reply);
        assertThat(pieces.get(pieces.size() - 1).isSilent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ANSWER, "---", "Hi.", "Hi. ", "Hi.\n\n", "```\ncut", "see https://x.org/a", "😀", "a**", "[a](b"
            })
    void theLastPieceCoversTheWholeReply(String reply) {
        List<SpeakablePiece> pieces = sourced(characters(reply));

        assertThat(pieces).extracting(SpeakablePiece::sourceEnd).isSorted().endsWith(reply.length());
    }

    @Test
    void anEmptyReplyHasNoPieces() {
        assertThat(sourced(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain text stays, it's 5 or 3.14 now. (Yes!) 1) one; foo-bar, x - y.",
                "你好，世界！3.14、（真的）「好」——完……",
                "  indented\n\n\ttext\r\n… ellipsis — dash",
                "hh ww http wwwx whether the httpd runs",
                "Привет, мир. नमस्ते र\u200D",
                "Ends with a bang!",
                "Use Python 3.11, Java 17 or node.js, Mr. O'Neil; 5-year-old, COVID-19",
                "用Python 3.11写了5个，11月25日，第1名",
                "Das sind 5 Äpfel, voilà, señor",
                "𠮷野家",
            })
    void plainTextPassesUnchanged(String text) {
        assertThat(spoken(text)).isEqualTo(text.stripTrailing());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "**bold** start ¦ bold start",
                "***both*** ways ¦ both ways",
                "so **重点**！ ¦ so 重点！",
                "这是*重点*吗 ¦ 这是重点吗",
                "`a*b*c` and ``x`y`` ¦ a times b times c and xy",
                "an ![old photo](p.png) here ¦ an old photo here",
                "[![alt](i.png)](https://x.org) ¦ alt",
                "[**bold** label](u) ¦ bold label",
                "[one][ref] two[^1] ¦ one two",
                "[[nested]](u) ¦ nested",
                "[unclosed and on ¦ unclosed and on",
                "[a](unclosed and on ¦ a(unclosed and on",
                "see <https://x.org/a>, ok ¦ see link, ok",
                "(see www.x.org/a.b). ¦ (see link).",
                "**https://x.org** ¦ link",
                "请看https://x.org/a。 ¦ 请看链接。",
                "[https://x.org](https://x.org) ¦ link",
                "escaped \\*stars\\* ¦ escaped stars",
                "###### deep ¦ deep",
                "> > quoted twice ¦ quoted twice",
                "• point ¦ point",
                "- - - ¦ ''",
                "*** ¦ ''",
                "Title\\n===== ¦ Title",
                "```inline``` code ¦ inline code",
                "done ✅ now 👨‍👩‍👧 ok 1️⃣ 🇨🇳. ¦ done now ok 1 .",
                "┌──┐│x│└──┘ ¦ x",
                "it's 5 * 3 = 15 and 2*3*4, 2**3 ¦ it's 5 times 3 equals 15 and 2 times 3 times 4, 2 cubed",
                "3 > 2, a < b. [sic] #1 C# ~5 min. ¦ 3 greater than 2, a less than b. sic number 1 C sharp about 5 minutes.",
                "snake_case and a_b_c, -5, +3, 50% of $3 & R&D ¦ snake case and a b c, minus 5, plus 3, 50 percent of 3 dollars and R and D",
                "A → B, © 2024, ½, x² ≤ y ¦ A to B, twenty twenty-four, one half, x squared less than or equal to y",
                "#hashtag at the start ¦ hashtag at the start",
                "=> arrow ¦ to arrow",
            })
    void markupGoesAndTheWordsStay(String text, String expected) {
        assertThat(spoken(text.replace("\\n", "\n"))).isEqualTo(expected);
        assertThat(String.join("", pieces(characters(text.replace("\\n", "\n"))))
                        .stripTrailing())
                .isEqualTo(expected);
    }

    @Test
    void terminalEscapesAndControlsGo() {
        assertThat(
                        spoken(
                                "a\u001b[1;31mred\u001b[0m b\u001b]0;title\u0007c\u001b]0;cut\nd\u0000\u0008e\u200B\uFEFFf\u009b"))
                .isEqualTo("ared bc\ndef");
    }

    @Test
    void codeIsAnnouncedInTheLanguageBeforeIt() {
        assertThat(spoken("下面是代码：\n```java\na();\nb();\n```\n好")).isEqualTo("下面是代码：\n代码，2 行。\n好");
        assertThat(spoken("Here:\n~~~~\na\n~~~\n```\n~~~~\nok")).isEqualTo("Here:\ncode, 3 lines.\nok");
        assertThat(spoken("Here:\n```\ncut off")).isEqualTo("Here:\ncode, 1 line.");
        assertThat(spoken("Here:\n```\ncut off\n")).isEqualTo("Here:\ncode, 1 line.");
        assertThat(spoken("> ```\n> a\n> ```\nok")).isEqualTo("code, 1 line.\nok");
        assertThat(spoken("Here:\n```\n```\nok")).isEqualTo("Here:\nok");
    }

    @Test
    void codeIsSkippedOrReadWhereTheSettingsSaySo() {
        String reply = "Here:\n```java\nint a;\n\n  b();\n```\nDone.";

        assertThat(spokenWith(CodeSpeech.SKIP, reply)).isEqualTo("Here:\nDone.");
        assertThat(spokenWith(CodeSpeech.READ, reply)).isEqualTo("Here:\nint a;\n\nb();\nDone.");
        assertThat(spokenWith(CodeSpeech.READ, "Here:\n```\ncut o")).isEqualTo("Here:\ncut o\n");
    }

    @Test
    void theUsersOwnWordsComeBeforeAllElse() {
        SpeechManner manner = new SpeechManner(
                CodeSpeech.ANNOUNCE,
                Map.of(
                        "kubectl",
                        "cube control",
                        "C++",
                        "C plus plus",
                        "行家",
                        "航家",
                        "IT",
                        "I T",
                        "v2",
                        "second edition"),
                Numerals.DIGITS,
                false);

        assertThat(spokenWith(manner, "**Kubectl** and `kubectl-x`, kubectls; it is IT in C++ v2. 他是行家。"))
                .isEqualTo("cube control and cube control-x, kubectls; it is I T in C plus plus second edition. 他是航家。");
    }

    @Test
    void numbersStayAsTheyAreWhereTheSettingsSaySo() {
        SpeechManner manner = new SpeechManner(CodeSpeech.ANNOUNCE, Map.of(), Numerals.AS_WRITTEN, false);

        assertThat(spokenWith(manner, "Das sind **5 km** und 50%.")).isEqualTo("Das sind 5 km und 50%.");
    }

    @Test
    void theFirstClauseComesAsSoonAsItIsWritten() {
        SpeakableText text = new SpeakableText(SpeechManner.USUAL);

        assertThat(text.add("**Once upon a time")).isEmpty();
        assertThat(texts(text.add(","))).containsExactly("Once upon a time,");
        assertThat(texts(text.add(" there** was [a king](x). The"))).containsExactly(" there was a king. ");
    }

    @Test
    void aChineseClauseDoesNotWaitAtAll() {
        SpeakableText text = new SpeakableText(SpeechManner.USUAL);

        assertThat(text.add("# **今天的天气")).isEmpty();
        assertThat(texts(text.add("很好，"))).containsExactly("今天的天气很好，");
    }

    @Test
    void aTokenMayEndInsideASurrogatePair() {
        assertThat(pieces(List.of("a \uD83D", "\uDE00 b"))).containsExactly("a b");
        assertThat(pieces(List.of("\uD842", "\uDFB7"))).containsExactly("\uD842\uDFB7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*", "_", "`", "~", "[", "![", "[a](", "|", "-", "#", "> ", "\\", "<", "w", "\t", "😀", "h", "](",
                "www."
            })
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
    void longNonsenseIsNoTrouble(String unit) {
        SpeakableText text = new SpeakableText(SpeechManner.USUAL);
        int size = 0;

        for (String start : List.of("", "x ")) {
            String line = start + unit.repeat(100_000 / unit.length());
            for (String token : List.of(line, "\n")) {
                size += joined(text.add(token)).length();
            }
        }
        size += joined(text.finish()).length();

        assertThat(size).isLessThan(1_500_000); // "> " becomes "greater than"
    }

    private static String spokenWith(CodeSpeech code, String text) {
        return spokenWith(new SpeechManner(code, Map.of(), Numerals.DIGITS, false), text);
    }

    private static String spokenWith(SpeechManner manner, String text) {
        SpeakableText speakable = new SpeakableText(manner);
        return joined(speakable.add(text)) + joined(speakable.finish());
    }

    private static String spoken(String text) {
        return String.join("", pieces(List.of(text))).stripTrailing();
    }

    private static List<String> pieces(List<String> tokens) {
        return texts(sourced(tokens));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I like 🍕 pizza.",
                "Great! 🎉 The next one is 👩‍👩‍👧 too.",
                "✅ done",
                "天气真好☀️，出去玩吧🚲！",
                "All good 👍"
            })
    void emojiAreNotSaidButWritten(String reply) {
        List<SpeakablePiece> pieces = sourced(characters(reply));

        assertThat(joined(pieces))
                .doesNotContainPattern("[\\x{2600}-\\x{27BF}\\x{1F000}-\\x{1FAFF}\\x{200D}\\x{FE0F}]");
        assertThat(pieces.stream().map(SpeakablePiece::written).collect(Collectors.joining()))
                .isEqualTo(reply);
    }

    @Test
    void wordsBehindAnEmojiPointIntoWhatWasWritten() {
        SpeakablePiece piece = sourced(List.of("Pay 💰 $5 now.")).get(0);

        int five = piece.text().indexOf("dollars");

        assertThat(piece.written().substring(0, piece.spoken().ends()[five + "dollars".length() - 1]))
                .isEqualTo("Pay 💰 $5");
    }

    @Test
    void codeThatIsCutInASentenceOfChineseIsSaid() {
        String reply = "例如`let x = 1。然后 y = 2` 就行，再用 `foo";

        assertThat(joined(sourced(characters(reply))))
                .startsWith("例如let x")
                .contains("就行")
                .endsWith("foo");
    }

    @Test
    void linesAndBoxesAreNotWritten() {
        assertThat(sourced(List.of("─── │ box ■")).stream()
                        .map(SpeakablePiece::written)
                        .collect(Collectors.joining()))
                .contains("box")
                .doesNotContain("─", "│");
    }

    private static List<String> texts(List<SpeakablePiece> pieces) {
        return pieces.stream().map(SpeakablePiece::text).toList();
    }

    private static String joined(List<SpeakablePiece> pieces) {
        return String.join("", texts(pieces));
    }

    private static List<SpeakablePiece> sourced(List<String> tokens) {
        SpeakableText text = new SpeakableText(SpeechManner.USUAL);
        List<SpeakablePiece> pieces = new ArrayList<>();
        tokens.forEach(token -> pieces.addAll(text.add(token)));
        pieces.addAll(text.finish());
        return pieces;
    }

    private static List<String> characters(String text) {
        return text.chars().mapToObj(Character::toString).toList();
    }

    private static List<String> tokens(String text, int seed) {
        Random random = new Random(seed);
        List<String> tokens = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(8));
            tokens.add(text.substring(at, end));
            at = end;
        }
        return tokens;
    }
}
