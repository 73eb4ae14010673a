package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.terminal.TextColumns;
import dev.voicebot.turn.TurnEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text of all scripts, streamed in pieces, on terminals whose idea of its width is another than ours. */
@Timeout(120)
class ForeignWidthsTest {
    private static final int COLUMNS = 40;
    private static final int LINES = 30;

    /** Short lines fit on any terminal; one in so many is longer than a row. */
    private static final int LONG_LINES = 5;

    private static final List<String> PARTS = List.of(
            "a",
            "word ",
            "é",
            "e\u0301",
            "Ж",
            "中",
            "文",
            "，",
            "か",
            "한",
            "\u1112\u1161\u11AB",
            "\u1100\u1161",
            "\u3164",
            "क्षि",
            "नि",
            "स्त्री",
            "ไทย",
            "ก็",
            "א",
            "ب",
            "🇩🇪",
            "🇨🇳",
            "🇩",
            "👩\u200D💻",
            "👍🏽",
            "❤️",
            "\uD83E\uDEDC",
            "─",
            "…",
            "“",
            "①",
            "½",
            "𝒳",
            "ﬁ",
            "\u00A0",
            "ß");

    private static final String AMBIGUOUS = "éЖ─…“”①½½ß×ب";

    @TempDir
    private Path folder;

    static Stream<Arguments> terminals() {
        return IntStream.range(0, 6)
                .boxed()
                .flatMap(seed -> Stream.of(Arguments.of("narrow", seed), Arguments.of("wide", seed)));
    }

    @ParameterizedTest
    @MethodSource("terminals")
    void nothingIsShifted(String terminal, int seed) {
        String reply = reply(new Random(seed));

        List<String> usual = streamed(reply, new Random(seed), TextColumns::width);
        List<String> foreign = streamed(
                reply, new Random(seed), terminal.equals("wide") ? ForeignWidthsTest::wide : ForeignWidthsTest::narrow);

        assertThat(starts(foreign)).isEqualTo(starts(usual));
        assertThat(prompts(foreign)).isEqualTo(prompts(usual));
        assertThat(shortLines(foreign)).isEqualTo(shortLines(usual));
        assertThat(foreign).last().isEqualTo("› 中🇩🇪é!क्षिx");
    }

    /** What the terminal shows in the end, where something was typed at the end and then in the middle. */
    private List<String> streamed(String reply, Random random, IntUnaryOperator widths) {
        try (Chat chat = new Chat(folder, COLUMNS, widths)) {
            ScriptedTurns.Turn turn = chat.ask("go");
            for (int i = 0; i < reply.length(); ) {
                int end = Math.min(reply.length(), i + 1 + random.nextInt(4));
                turn.token(reply.substring(i, end));
                i = end;
            }
            turn.event(new TurnEvent.TextWhole());
            turn.end();
            chat.screen.await(rows -> rows.contains("end") && rows.contains("›"), "the end of the reply");
            chat.type("中🇩🇪éक्षिx\033[D\033[D\033[D\033[D\033[D!");
            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.endsWith("!क्षिx")), "what was typed");
            List<String> rows = chat.screen.everyRow().stream().toList();
            chat.type("\025");
            return rows.subList(0, lastShown(rows) + 1);
        }
    }

    private static int lastShown(List<String> rows) {
        int last = rows.size() - 1;
        while (rows.get(last).isEmpty()) {
            last--;
        }
        return last;
    }

    static String reply(Random random) {
        StringBuilder reply = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            reply.append("N").append(line).append(' ');
            int parts = line % LONG_LINES == 0 ? 30 : 1 + random.nextInt(4);
            for (int i = 0; i < parts; i++) {
                reply.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            reply.append(" z\n\n");
        }
        return reply.append("end").toString();
    }

    /** Each line begins once, in its order; where one is too long for the terminal, that may wrap it. */
    private static List<String> starts(List<String> rows) {
        List<String> starts = rows.stream()
                .filter(row -> row.matches("N\\d+ .*"))
                .map(row -> row.split(" ", 2)[0])
                .toList();
        assertThat(starts).hasSize(LINES);
        return starts;
    }

    private static List<String> prompts(List<String> rows) {
        return rows.stream().filter(row -> row.contains("›")).toList();
    }

    private static List<String> shortLines(List<String> rows) {
        return rows.stream()
                .filter(row -> row.matches("N\\d+ .*")
                        && Integer.parseInt(row.substring(1, row.indexOf(' '))) % LONG_LINES != 0)
                .toList();
    }

    /** An old terminal: what came late to Unicode is narrow, and vowel signs have no column. */
    private static int narrow(int c) {
        boolean isVowelSign = Character.getType(c) == Character.COMBINING_SPACING_MARK;
        return isVowelSign ? 0 : c >= 0x1F000 ? Math.min(1, TextColumns.width(c)) : TextColumns.width(c);
    }

    /** One set to East Asian widths that draws halves of flags and letters of Hangul one by one. */
    private static int wide(int c) {
        boolean isJamo = c >= 0x1160 && c <= 0x11FF;
        boolean isHalfFlag = c >= 0x1F1E6 && c <= 0x1F1FF;
        return isJamo ? 1 : isHalfFlag || AMBIGUOUS.indexOf(c) >= 0 ? 2 : TextColumns.width(c);
    }
}
