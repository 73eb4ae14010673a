package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowBreakerTest {
    private static List<String> rows(int columns, String... pieces) {
        RowBreaker breaker = new RowBreaker();
        List<String> rows = new ArrayList<>();
        for (String piece : pieces) {
            rows.addAll(breaker.append(piece, columns));
        }
        rows.addAll(breaker.finish());
        return rows;
    }

    @ParameterizedTest
    @CsvSource({
        "10, one two three four, one two|three four",
        "7, one two three, one two|three",
        "3, abcdefgh, abc|def|gh",
        "8, 一二三四五六, 一二三四|五六",
        "7, 一二三四五六, 一二三|四五六",
        "8, 一二三四，五六, 一二三|四，五六",
        "6, ab一二三, ab一二|三",
        "4, 一, 一",
        "1, 一二, 一|二",
    })
    void rowsBreakWhereReadersExpectIt(int columns, String text, String rows) {
        assertThat(rows(columns, text)).containsExactly(rows.split("\\|"));
    }

    @Test
    void theBreaksDoNotDependOnThePieces() {
        String text = "one two three 一二三，四五 and\n\n- more words, longwordlongword end";

        assertThat(rows(10, text.split(""))).isEqualTo(rows(10, text));
    }

    @Test
    void blankRowsStayInsideAndGoAtTheEnds() {
        assertThat(rows(20, "\n\n  a\n", "\nb\n\n", "\n")).containsExactly("a", "", "b");
    }

    @Test
    void theOpenRowIsWhatHasNotEnded() {
        RowBreaker breaker = new RowBreaker();

        List<String> rows = breaker.append("first\nsec", 20);

        assertThat(rows).containsExactly("first");
        assertThat(breaker.open()).isEqualTo("sec");
    }

    @Test
    void indentationStays() {
        assertThat(rows(20, "code:\n    indented\n")).containsExactly("code:", "    indented");
    }
}
