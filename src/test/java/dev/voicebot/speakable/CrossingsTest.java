package dev.voicebot.speakable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.wording.Numerals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of everyday writing in every surrounding: what is around it must not change how it is read. */
class CrossingsTest {
    private static final Path FORMS = Path.of("src/test/resources/readings/forms.tsv");

    /** A form and how it is read; {@code except} names surroundings in which it means something else. */
    private record Written(boolean chinese, String text, String said, List<String> except) {}

    /** What is around a form: how that is written and read, in Chinese and in English. */
    private enum Around {
        PLAIN("它写的是{}对吧", "它写的是{}对吧", "It says {} here", "It says {} here"),
        MEASURE_WORD("第2次：{}对吧", "第2次：{}对吧", "Only 3 times {} here", "Only 3 times {} here"),
        SPACES("它写的是 {} 对吧", "它写的是{}对吧", "It says  {}  here", "It says {} here"),
        NO_BREAK_SPACE("它写的是\u00A0{}\u00A0对吧", "它写的是{}对吧", "It says\u00A0{}\u00A0here", "It says {} here"),
        NARROW_SPACE("它写的是\u202F{}\u202F对吧", "它写的是{}对吧", "It says\u202F{}\u202Fhere", "It says {} here"),
        FULL_WIDTH("它写的是{}对吧", "它写的是{}对吧", "It says {} here", "It says {} here"),
        BRACKETS("它写的是（{}）对吧", "它写的是（{}）对吧", "It says ({}) here", "It says ({}) here"),
        ROUND_BRACKETS("它写的是({})对吧", "它写的是({})对吧", "It (see {}) is here", "It (see {}) is here"),
        BEHIND_BRACKET("它（注）{}对吧", "它（注）{}对吧", "It (note) {} here", "It (note) {} here"),
        QUOTES("它写的是“{}”对吧", "它写的是“{}”对吧", "It says “{}” here", "It says “{}” here"),
        COMMAS("它写的是，{}，对吧", "它写的是，{}，对吧", "It says, {}, here", "It says, {}, here"),
        END("它写的是{}。", "它写的是{}。", "It says {}.", "It says {}."),
        QUESTION("它写的是{}？", "它写的是{}？", "Is it {}?", "Is it {}?"),
        COLON("它写的是：{}", "它写的是：{}", "It says: {}", "It says: {}"),
        CELL(
                "| 名称 | 数值 |\n|---|---|\n| 甲乙 | {} |\n",
                "名称，数值甲乙，{}",
                "| name | value |\n|---|---|\n| this one | {} |\n",
                "name, value this one, {}"),
        STRONG("它写的是**{}**对吧", "它写的是{}对吧", "It says **{}** here", "It says {} here"),
        EMPHASIS("它写的是 *{}* 对吧", "它写的是{}对吧", "It says *{}* here", "It says {} here"),
        ITEM("- 它写的是{}", "它写的是{}", "- It says {}", "It says {}"),
        HEADING("## 它写的是{}", "它写的是{}", "## It says {}", "It says {}"),
        TWICE("它写的是{}和{}对吧", "它写的是{}和{}对吧", "It says {} and {} here", "It says {} and {} here");

        private final String chinese;
        private final String chineseSaid;
        private final String english;
        private final String englishSaid;

        Around(String chinese, String chineseSaid, String english, String englishSaid) {
            this.chinese = chinese;
            this.chineseSaid = chineseSaid;
            this.english = english;
            this.englishSaid = englishSaid;
        }

        String written(Written form) {
            return (form.chinese() ? chinese : english)
                    .replace("{}", this == FULL_WIDTH ? wide(form.text()) : form.text());
        }

        String said(Written form) {
            return (form.chinese() ? chineseSaid : englishSaid).replace("{}", form.said());
        }
    }

    @ParameterizedTest
    @EnumSource(Around.class)
    void whatIsAroundAFormDoesNotChangeIt(Around around) {
        assertThat(differences(around, Numerals.DIGITS, form -> around.said(form)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Around.class)
    void norForAVoiceThatCounts(Around around) {
        assertThat(differences(around, Numerals.WORDS, form -> {
                    String alone = say(Around.PLAIN.written(form), Numerals.WORDS);
                    String[] frame = (form.chinese() ? "它写的是¦对吧" : "It says ¦ here").split("¦", -1);
                    String said = alone.substring(frame[0].length(), alone.length() - frame[1].length());
                    Written counted = new Written(form.chinese(), form.text(), said, List.of());
                    return counted(around.said(counted), form.chinese());
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "g", "s", "h", "W", "V", "L", "J", "x", "k", "M", "B", "t", "n"})
    void aLetterBehindANumberInAFormulaIsNoUnit(String letter) {
        for (String formula : List.of("$3{} = 12$", "$2{} + 3y = 7$", "\\(3{} - 1 = 2\\)")) {
            String said = say("Solve " + formula.replace("{}", letter) + " now", Numerals.DIGITS);

            assertThat(said).matches("Solve [23] " + letter + " (?:equals|plus|minus) .* now");
        }
        for (String typed : List.of("3{} = 12", "y = 2{} + 1")) {
            assertThat(say("Solve " + typed.replace("{}", letter) + " now", Numerals.DIGITS))
                    .contains(" " + letter + " ")
                    .doesNotContain("second", "meter", "gram", "hour", "watt", "volt", "liter", "times");
            assertThat(say("求解" + typed.replace("{}", letter) + "吧", Numerals.DIGITS))
                    .doesNotContain("秒", "米", "克", "时", "瓦", "伏", "升", "倍");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2x",
                "3-5",
                "1990",
                "50",
                "v1.2",
                "5GB",
                "10km",
                "3-2",
                "12-25",
                "2026-11-29",
                "007",
                "10-20s",
                "1.5M",
                "90s"
            })
    void insideAPathAFormStaysAsItIsWritten(String form) {
        assertThat(say("See /data/" + form + "/x.txt now", Numerals.WORDS))
                .isEqualTo("See slash data slash " + form + " slash x.txt now");
        assertThat(say("在/data/" + form + "/x.txt里", Numerals.WORDS))
                .contains(form)
                .contains("data");
        assertThat(say("See src/" + form + "/x.txt now", Numerals.WORDS)).isEqualTo("See src " + form + " x.txt now");
    }

    private static List<String> differences(Around around, Numerals numerals, UnaryOperatorOfForm expected) {
        List<String> wrong = new ArrayList<>();
        for (Written form : forms()) {
            String said = say(around.written(form), numerals);
            String right = plain(expected.of(form), form.chinese());
            if (!form.except().contains(around.name())
                    && !plain(said, form.chinese()).equals(right)) {
                wrong.add(form.text() + ": " + said + " instead of " + right);
            }
        }
        return wrong;
    }

    private interface UnaryOperatorOfForm {
        String of(Written form);
    }

    /** Numbers of the surroundings in words. */
    private static String counted(String said, boolean chinese) {
        return chinese ? said.replace("第2次", "第二次") : said.replace("Only 3 times", "Only three times");
    }

    private static String say(String written, Numerals numerals) {
        SpeechManner manner = new SpeechManner(CodeSpeech.ANNOUNCE, Map.of(), numerals, false);
        SpeakableText text = new SpeakableText(manner);
        List<SpeakablePiece> pieces = new ArrayList<>(text.add(written));
        pieces.addAll(text.finish());
        return pieces.stream().map(piece -> piece.spoken().text()).collect(Collectors.joining());
    }

    private static String plain(String said, boolean chinese) {
        return chinese
                ? said.replaceAll("\\s+", "")
                : said.replaceAll("\\s+", " ").strip();
    }

    private static String wide(String text) {
        UnaryOperator<String> digits = c -> String.valueOf((char) (c.charAt(0) + 0xFEE0));
        return text.chars()
                .mapToObj(c -> String.valueOf((char) c))
                .map(c -> c.matches("[0-9A-Za-z%+=<>&@#$/~^.-]") ? digits.apply(c) : c)
                .collect(Collectors.joining());
    }

    private static List<Written> forms() {
        try {
            return Files.readAllLines(FORMS, StandardCharsets.UTF_8).stream()
                    .skip(1)
                    .map(row -> row.split("\t", -1))
                    .map(row -> new Written(
                            row[0].equals("zh"),
                            row[1],
                            row[2],
                            row.length < 4 ? List.of() : List.of(row[3].split(" "))))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
