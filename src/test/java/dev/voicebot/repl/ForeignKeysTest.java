package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that nobody gave a meaning, and answers that nobody asked for, do nothing: what terminals are known to send. */
@Timeout(60)
class ForeignKeysTest {
    /** F2 talks, Enter sends, and with Alt the arrows steer the speech. */
    private static final Set<String> HAVE_A_MEANING = Set.of("kf2", "kent", "kUP3", "kDN3", "kLFT3", "kRIT3");

    /** An old terminal's F5. */
    private static final String KITTYS_F2 = "\\e[Q ";

    private static final List<String> REPORTS = List.of(
            "\033[13;5u",
            "\033[27;5;13~",
            "\033[97;9u",
            "\033[57414u",
            "\033[<0;12;7M",
            "\033[M !!",
            "\033[I",
            "\033[O",
            "\033[24;80R",
            "\033[?2026;2$y",
            "\033]52;c;aGk=\007",
            "\033]4;1;rgb:00/00/00\033\\",
            "\033P1+r544e\033\\",
            "\033_Gi=1;OK\033\\",
            "\033^private\033\\");
    private static final List<String> WITH_ALT = List.of("\033x", "\033q", "\033.", "\033X", "\033Q", "\033é", "\033中");

    private static final String FINALS = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ`abcdefghijklmnopqrstuvwxyz{|}~";

    @TempDir
    Path folder;

    @Test
    void noneTypesAnything() throws IOException {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type(all());

            assertThat(chat.ask("typed").question).isEqualTo("typed");
        }
    }

    @Test
    void noneStopsAReply() throws IOException {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.token("and on");
            chat.screen.awaitRow("and on");

            chat.type(all() + "typed");

            chat.screen.awaitRow("writing… › typed");
            assertThat(turn.cancellation.isCancelled()).isFalse();
        }
    }

    @Test
    void noneDropsATalk() throws IOException {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("\033OQ");
            chat.speech.updates();

            chat.type(all());
            chat.speech.said = "what was said";
            chat.type("\r");

            assertThat(chat.turns.next().question).isEqualTo("what was said");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noWellFormedSequenceDoesAnything(long seed) {
        Random random = new Random(seed);
        String sequences =
                IntStream.range(0, 300).mapToObj(i -> wellFormed(random)).collect(Collectors.joining());
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.token("and on");
            chat.screen.awaitRow("and on");

            chat.type(sequences + "typed");

            chat.screen.awaitRow("writing… › typed");
            assertThat(turn.cancellation.isCancelled()).isFalse();
        }
    }

    @Test
    void escPressedTwiceIsEsc() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.token("and on");
            chat.screen.awaitRow("and on");

            chat.type("\033\033");

            chat.screen.awaitRow("[interrupted]");
            assertThat(turn.cancellation.isCancelled()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033", "\033[", "\033[1;", "\033O", "\033]0;", "\033[M", "\033\033"})
    void aPasteThatEndsInTheMiddleOfASequenceEnds(String broken) {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("\033[200~one\ntwo" + broken + "\033[201~");
            chat.screen.awaitRows("› one", "  two");
            chat.type("!\r");

            assertThat(chat.turns.next().question).isEqualTo("one\ntwo!");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[13;2u", "\033[27;2;13~", "\033\r"})
    void shiftEnterBeginsANewLine(String key) {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("one" + key + "two");
            chat.screen.awaitRows("› one", "  two");
            chat.type("\r");

            assertThat(chat.turns.next().question).isEqualTo("one\ntwo");
        }
    }

    @Test
    void theKeypadsEnterIsEnter() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("typed\033OM");

            assertThat(chat.turns.next().question).isEqualTo("typed");
        }
    }

    /** By the forms of ECMA-48, and what terminals add to them; none that a key of ours has. */
    private static String wellFormed(Random random) {
        return switch (random.nextInt(6)) {
            case 0 ->
                "\033[" + some(random, "<=>?", 1, 1) + some(random, "0123456789;:", 0, 12) + some(random, FINALS, 1, 1);
            case 1 ->
                "\033[" + some(random, "0123456789;:", 0, 12) + some(random, " !\"#$%&'()*+,-./", 1, 2)
                        + some(random, FINALS, 1, 1);
            case 2 -> "\033[" + (97 + random.nextInt(26)) + ";" + (1 + random.nextInt(8)) + ":3u";
            case 3 -> "\033[M" + some(random, " !0aZ~", 3, 3);
            case 4 -> "\033O" + some(random, "123456789", 0, 1) + some(random, "EIJXijklmnopqrstuvwxy", 1, 1);
            default ->
                "\033" + some(random, "]P_^X", 1, 1) + some(random, "0123456789;:abcXYZ[]OM/?= ", 0, 40)
                        + (random.nextBoolean() ? "\007" : "\033\\");
        };
    }

    private static String some(Random random, String of, int least, int most) {
        return random.ints(least + random.nextInt(most - least + 1), 0, of.length())
                .mapToObj(i -> of.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String all() throws IOException {
        return Stream.of(keys(), REPORTS, WITH_ALT).flatMap(List::stream).collect(Collectors.joining());
    }

    /** Each line has a sequence, with {@code \e} for Esc, and the names of the keys that send it. */
    private static List<String> keys() throws IOException {
        try (InputStream in = ForeignKeysTest.class.getResourceAsStream("terminfo-keys.txt")) {
            List<String> keys = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("\\e"))
                    .filter(line -> !line.startsWith(KITTYS_F2))
                    .map(line -> line.split(" ", -1))
                    .filter(line -> Collections.disjoint(HAVE_A_MEANING, Arrays.asList(line)))
                    .map(line -> line[0].replace("\\e", "\033"))
                    .toList();
            assertThat(keys).hasSizeGreaterThan(250);
            return keys;
        }
    }
}
