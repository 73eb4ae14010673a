package dev.voicebot.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.text.Messages;
import dev.voicebot.text.UiLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply as a screen reader says it. */
class AudibleMarkdownTest {
    private static final PageLayout EARS = new PageLayout(100_000, c -> 1, Medium.AUDIBLE);

    private static final String EVERYTHING = """
            ## Tea

            A **hot** drink of *leaves*, see [the history](https://example.org) and `brew()`.
            This line feed was meant.

            - green
            - black,
            - white tea, which is
              picked early
              1. first
              2. second!

            - [ ] boil
            - [x] pour

            3. three
            4. four

            > Drink it.

            ![a cup](cup.png)

            | name | 数量 | |
            |------|:---:|------:|
            | tea  | **3** | 1.20 |
            | 绿茶 |  | x |

            ```java
            int x = 1;

            use(x); // #
            ```

            ---

            绿茶：
            - 龙井
            """;

    private static final List<String> SAID = List.of(
            "Heading level 2: Tea",
            "A hot drink of leaves, see the history and brew().",
            "This line feed was meant.",
            "green.",
            "black,",
            "white tea, which is",
            "picked early.",
            "Level 2: 1. first.",
            "Level 2: 2. second!",
            "To do: boil.",
            "Done: pour.",
            "3. three.",
            "4. four.",
            "Quote:",
            "Drink it.",
            "End of quote.",
            "Image: a cup",
            "Table, 3 columns: name; 数量; blank.",
            "name: tea; 数量: 3; 1.20.",
            "name: 绿茶; 数量: blank; x.",
            "Code, java:",
            "int x = 1;",
            "",
            "use(x); // #",
            "End of code.",
            "Separator.",
            "绿茶：",
            "龙井。");

    private static List<String> rows(List<String> pieces) {
        GrowingMarkdown markdown = new GrowingMarkdown();
        List<String> rows = new ArrayList<>();
        for (String piece : pieces) {
            markdown.append(piece);
            take(markdown, rows);
        }
        markdown.finish();
        take(markdown, rows);
        return rows;
    }

    private static void take(GrowingMarkdown markdown, List<String> rows) {
        Picture picture = markdown.picture(EARS);
        picture.rows().subList(0, picture.settled()).forEach(row -> rows.add(row.text()));
        markdown.letGo(picture, picture.settled());
    }

    @Test
    void marksAreSaidInWords() {
        assertThat(rows(List.of(EVERYTHING))).isEqualTo(SAID);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsSaidDoesNotDependOnThePiecesThatCome(long seed) {
        Random random = new Random(seed);
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < EVERYTHING.length(); ) {
            int end = Math.min(EVERYTHING.length(), i + 1 + random.nextInt(6));
            pieces.add(EVERYTHING.substring(i, end));
            i = end;
        }

        assertThat(rows(pieces)).isEqualTo(SAID);
    }

    @Test
    void theRowsOfATableAreSaidAsTheyCome() {
        GrowingMarkdown markdown = new GrowingMarkdown();
        List<String> rows = new ArrayList<>();

        markdown.append("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |");
        take(markdown, rows);

        assertThat(rows).containsExactly("Table, 2 columns: a; b.", "a: 1; b: 2.");
    }

    @Test
    void theLinesOfCodeAreSaidAsTheyCome() {
        GrowingMarkdown markdown = new GrowingMarkdown();
        List<String> rows = new ArrayList<>();

        markdown.append("```\none\ntw");
        take(markdown, rows);

        assertThat(rows).containsExactly("Code:", "one");
    }

    @Test
    void theWordsAreOfTheInterfacesLanguage() {
        List<String> reply = List.of("# 茶\n\n|名|价|\n|-|-|\n|绿茶|3|\n");

        String said = Messages.in(UiLanguage.ZH, () -> String.join("\n", rows(reply)));

        assertThat(said.lines()).containsExactly("1 级标题：茶", "表格，2 列：名；价。", "名：绿茶；价：3。");
    }
}
