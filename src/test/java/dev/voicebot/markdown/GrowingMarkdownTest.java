package dev.voicebot.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowingMarkdownTest {
    private static final String EVERYTHING = """
            # Heading 标题

            A paragraph with **strong**, *emphasis*, `code`, ~~struck~~ and [a link](https://example.org).
            This line feed was meant. 中文的段落，没有空格，也要换行。

            - one
            - two with `code`
              1. first
              2. second

              another paragraph

            - [ ] to do
            - [x] done

            > a quote
            > 引用

            | name | 数量 | price |
            |------|:---:|------:|
            | tea  | 3 | 1.20 |
            | 绿茶 | 12 | 10.00 |

            ```java
            /* a comment
               goes on */
            int x = 1; // "no text"

            String s = "text";
            ```

            ---

            The end &amp; \\*no emphasis\\*.
            """;

    private static PageLayout page(int columns) {
        return new PageLayout(
                columns, c -> c >= 0x1100 && c < 0x1F000 && c != '─' && c > 0x2E00 ? 2 : 1, Medium.STYLED);
    }

    private static List<String> texts(List<Row> rows) {
        return rows.stream().map(row -> row.text().stripTrailing()).toList();
    }

    private static List<String> rows(String markdown, int columns) {
        return rows(List.of(markdown), columns);
    }

    /** Lets every settled row go after each piece, as a screen does. */
    private static List<String> rows(List<String> pieces, int columns) {
        GrowingMarkdown markdown = new GrowingMarkdown();
        List<Row> rows = new ArrayList<>();
        for (String piece : pieces) {
            markdown.append(piece);
            take(markdown, columns, rows);
        }
        markdown.finish();
        take(markdown, columns, rows);
        return texts(rows);
    }

    @Test
    void theHeadOfATableIsNotShownAsItIsWritten() {
        GrowingMarkdown markdown = new GrowingMarkdown();
        List<String> seen = new ArrayList<>();

        for (char c : "Tea:\n\n| a | b |\n|---|:--|\n| 1 | 2 |\n".toCharArray()) {
            markdown.append(String.valueOf(c));
            seen.addAll(texts(markdown.picture(page(40)).rows()));
        }

        assertThat(seen).contains("Tea:", "a │ b", "1 │ 2").noneMatch(row -> row.contains("|"));
    }

    private static void take(GrowingMarkdown markdown, int columns, List<Row> rows) {
        Picture picture = markdown.picture(page(columns));
        rows.addAll(picture.rows().subList(0, picture.settled()));
        markdown.letGo(picture, picture.settled());
    }

    private static Set<SpanKind> inkOf(String markdown, String words) {
        GrowingMarkdown growing = new GrowingMarkdown();
        growing.append(markdown);
        return growing.picture(page(80)).rows().stream()
                .flatMap(row -> row.spans().stream())
                .filter(span -> span.text().equals(words))
                .findFirst()
                .orElseThrow()
                .inks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Euler: $a_1 * b_1\\,c * d$ is one.",
                "$$\\int_0^1 x^2\\,dx = \\{1, 2\\}$$",
                "See \\(a_1 \\le \\sqrt{2}\\) and \\[x*y*z\\].",
                "It costs $5 or $10, not \\$7."
            })
    void formulasStayAsTheyWereWritten(String written) {
        assertThat(rows(written, 80)).containsExactly(written.replace("\\$7", "$7"));
        assertThat(rows(written.chars().mapToObj(Character::toString).toList(), 80))
                .isEqualTo(rows(written, 80));
    }

    @Test
    void pricesAreNoFormulas() {
        assertThat(rows("$5 *and* $10, \\*no\\* formula \\(open.", 80))
                .containsExactly("$5 and $10, *no* formula (open.");
    }

    @Test
    void everyKindOfBlockHasItsPicture() {
        assertThat(rows(EVERYTHING, 60))
                .containsExactly(
                        "Heading 标题",
                        "",
                        "A paragraph with strong, emphasis, code, struck and a link",
                        "(https://example.org).",
                        "This line feed was meant. 中文的段落，没有空格，也要换行。",
                        "",
                        "• one",
                        "• two with code",
                        "  1. first",
                        "  2. second",
                        "",
                        "  another paragraph",
                        "☐ to do",
                        "☑ done",
                        "",
                        "│ a quote",
                        "│ 引用",
                        "",
                        "name │ 数量 │ price",
                        "─────┼──────┼──────",
                        "tea  │  3   │  1.20",
                        "绿茶 │  12  │ 10.00",
                        "",
                        "  /* a comment",
                        "     goes on */",
                        "  int x = 1; // \"no text\"",
                        "",
                        "  String s = \"text\";",
                        "",
                        "─".repeat(60),
                        "",
                        "The end & *no emphasis*.");
    }

    @Test
    void wordsLookLikeWhatTheyAre() {
        assertThat(inkOf("## Title", "Title")).containsExactly(SpanKind.HEADING);
        assertThat(inkOf("a **b *c* d**", "c")).containsExactlyInAnyOrder(SpanKind.STRONG, SpanKind.EMPHASIS);
        assertThat(inkOf("see [this](http://x.org)", "this")).containsExactly(SpanKind.LINK);
        assertThat(inkOf("see [this](http://x.org)", " (http://x.org)")).containsExactly(SpanKind.ADDRESS);
        assertThat(inkOf("> said", "said")).containsExactly(SpanKind.QUOTE);
        assertThat(inkOf("用`代码`吧", "代码")).containsExactly(SpanKind.CODE);
        assertThat(inkOf("```py\nreturn 'x' # no\n```", "return"))
                .containsExactlyInAnyOrder(SpanKind.CODE, SpanKind.KEYWORD);
        assertThat(inkOf("```py\nreturn 'x' # no\n```", "'x'"))
                .containsExactlyInAnyOrder(SpanKind.CODE, SpanKind.LITERAL);
        assertThat(inkOf("```py\nreturn 'x' # no\n```", "# no"))
                .containsExactlyInAnyOrder(SpanKind.CODE, SpanKind.COMMENT);
        assertThat(inkOf("```java\n/* a\nb */ int\n```", "b */")).contains(SpanKind.COMMENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 40, 80})
    void thePictureDoesNotDependOnTheCuts(int columns) {
        List<String> whole = rows(EVERYTHING, columns);

        assertThat(rows(List.of(EVERYTHING.split("")), columns)).isEqualTo(whole);
        for (int cut = 1; cut < EVERYTHING.length(); cut++) {
            List<String> pieces = List.of(EVERYTHING.substring(0, cut), EVERYTHING.substring(cut));
            assertThat(rows(pieces, columns)).as("cut at %d", cut).isEqualTo(whole);
        }
    }

    @Test
    void codeLinesSettleOneByOne() {
        GrowingMarkdown markdown = new GrowingMarkdown();
        markdown.append("```\nfirst\nsecond\nthi");

        Picture picture = markdown.picture(page(40));

        assertThat(texts(picture.rows())).containsExactly("  first", "  second", "  thi");
        assertThat(picture.settled()).isEqualTo(2);
    }

    @Test
    void aParagraphThatIsTooLongGoesRowByRowAndLosesNothing() {
        String words = "one two three four five six seven eight nine ten ";
        GrowingMarkdown markdown = new GrowingMarkdown();
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            markdown.append(words);
            Picture picture = markdown.picture(page(20));
            int surplus = Math.max(0, picture.rows().size() - 3);
            picture.rows()
                    .subList(0, surplus)
                    .forEach(row -> seen.append(row.text()).append(' '));
            markdown.letGo(picture, surplus);
        }
        markdown.picture(page(20)).rows().forEach(row -> seen.append(row.text()).append(' '));

        assertThat(seen.toString()).isEqualTo(words.repeat(20));
    }

    @Test
    void rowsThatHaveGoneAreNotWrittenAgainInAnotherWidth() {
        GrowingMarkdown markdown = new GrowingMarkdown();
        markdown.append("- one two three four five six seven");
        markdown.letGo(markdown.picture(page(15)), 1);

        assertThat(texts(markdown.picture(page(24)).rows())).containsExactly("  four five six seven");
    }

    @Test
    void aTableGoesOnInTheColumnsItWasBegunIn() {
        GrowingMarkdown markdown = new GrowingMarkdown();
        markdown.append("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n");
        Picture picture = markdown.picture(page(40));
        markdown.letGo(picture, 3);
        markdown.append("| wide | 5 |\n");

        assertThat(texts(markdown.picture(page(40)).rows())).startsWith("3 │ 4");
    }

    @Test
    void aTableThatDoesNotFitWrapsItsCellsOrBecomesAList() {
        String table = "| name | meaning |\n|---|---|\n| tea | a drink made of leaves |\n";

        assertThat(rows(table, 20))
                .containsExactly("name │ meaning", "─────┼──────────────", "tea  │ a drink made", "     │ of leaves");
        assertThat(rows(table, 11)).containsExactly("name: tea", "meaning: a", "drink made", "of leaves");
    }

    @Test
    void spansKnowTheirPlaceInTheSource() {
        String source = "a **b** &amp; c\n\n- d `e`";
        GrowingMarkdown markdown = new GrowingMarkdown();
        markdown.append(source);

        for (Row row : markdown.picture(page(40)).rows()) {
            for (Span span : row.spans()) {
                if (span.written() && !span.text().contains("&")) {
                    assertThat(source.startsWith(span.text().strip(), span.from() + indent(span.text())))
                            .as(span.toString())
                            .isTrue();
                }
            }
        }
    }

    private static int indent(String text) {
        return text.length() - text.stripLeading().length();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void anyTextFitsTheScreenWhateverTheCuts(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            String text = nonsense(random);
            int columns = 8 + random.nextInt(60);

            List<String> whole = rows(text, columns);

            for (String row : whole) {
                assertThat(page(columns).width(row)).as("%s in <%s>", row, text).isLessThanOrEqualTo(columns);
                assertThat(row).doesNotContain("\n");
            }
            int cut = random.nextInt(text.length());
            assertThat(rows(List.of(text.substring(0, cut), text.substring(cut)), columns))
                    .as("cut at %d: <%s>", cut, text)
                    .isEqualTo(whole);
        }
    }

    private static String nonsense(Random random) {
        List<String> parts = List.of(
                "word ",
                "中文，",
                "**",
                "*",
                "`",
                "```\n",
                "```java\n",
                "\n",
                "\n\n",
                "- ",
                "  - ",
                "1. ",
                "> ",
                "| a | b |\n",
                "|---|:-:|\n",
                "| 长 | x |\n",
                "# ",
                "~~",
                "[x](http://y)",
                "<br>",
                "&amp;",
                "\\*",
                "    ",
                "---\n",
                "===\n",
                "[ ] ",
                "😀",
                "longwordlongwordlongword",
                "/* ",
                "\"",
                "'",
                "<b>",
                "![i](j)",
                "](",
                "_",
                "$");
        StringBuilder text = new StringBuilder("x");
        int length = 1 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }
}
