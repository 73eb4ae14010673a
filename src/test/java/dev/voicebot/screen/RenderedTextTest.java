package dev.voicebot.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.terminal.TextStyles;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;

class RenderedTextTest {
    private static final int COLUMNS = 20;

    private final RenderedText text = new RenderedText(new TextStyles(true), true);

    private static List<String> texts(List<AttributedString> rows) {
        return rows.stream().map(AttributedString::toString).toList();
    }

    /** What of the rows is not dim. */
    private static String bright(List<AttributedString> rows) {
        StringBuilder bright = new StringBuilder();
        for (AttributedString row : rows) {
            for (int i = 0; i < row.length(); i++) {
                if (!row.styleAt(i).equals(row.styleAt(i).faint())) {
                    bright.append(row.charAt(i));
                }
            }
        }
        return bright.toString();
    }

    /** The same by what a terminal makes of the codes. */
    private static String brightOnTerminal(List<AttributedString> rows) {
        StringBuilder bright = new StringBuilder();
        for (AttributedString row : rows) {
            boolean dim = false;
            Matcher piece = Pattern.compile("\033\\[([0-9;]*)m|(.)").matcher(row.toAnsi());
            while (piece.find()) {
                if (piece.group(1) == null) {
                    bright.append(dim ? "" : piece.group(2));
                } else {
                    for (String code : piece.group(1).split(";", -1)) {
                        dim = code.equals("2")
                                || (dim && !List.of("", "0", "22").contains(code));
                    }
                }
            }
        }
        return bright.toString();
    }

    @Test
    void boldWordsThatAreDimLeaveTheWordsBehindThemDim() {
        text.append("one **two** three");
        text.finish();

        text.heard("one".length());
        assertThat(brightOnTerminal(text.frame(COLUMNS, 5).open())).isEqualTo("one");
        text.heard("one **tw".length());
        assertThat(brightOnTerminal(text.frame(COLUMNS, 5).open())).isEqualTo("one tw");
    }

    @Test
    void whatWasHeardIsBrightAndTheRestIsDim() {
        text.append("one **two** three 四五六");
        text.finish();

        assertThat(bright(text.frame(COLUMNS, 5).open())).isEqualTo("one two three 四五六");
        text.heard("one **two".length());
        assertThat(bright(text.frame(COLUMNS, 5).open())).isEqualTo("one two");
        text.heard("one **two** three 四".length());
        assertThat(bright(text.frame(COLUMNS, 5).open())).isEqualTo("one two three 四");
        text.heard(0);
        assertThat(bright(text.frame(COLUMNS, 5).open())).isEmpty();
    }

    @Test
    void rowsGoAboveWhenTheyWereHeard() {
        text.append("first one\n\nsecond one\n\nthird");

        assertThat(text.frame(COLUMNS, 9).above()).isEmpty();
        text.heard("first one".length());
        ReplyText.Frame frame = text.frame(COLUMNS, 9);

        assertThat(texts(frame.above())).containsExactly("first one");
        assertThat(bright(frame.above())).isEqualTo("first one");
        assertThat(texts(frame.open())).containsExactly("", "second one", "", "third");
    }

    @Test
    void whenThereAreTooManyTheFirstGoAndTheOneBeingSpokenIsShownAgain() {
        text.append("first one\n\nsecond one\n\nthird one\n\nfourth");
        text.heard("fir".length());

        ReplyText.Frame frame = text.frame(COLUMNS, 3);

        assertThat(texts(frame.above())).containsExactly("first one", "", "second one", "");
        assertThat(texts(frame.open())).containsExactly("third one", "", "fourth", "▸ first one");
        assertThat(bright(frame.above())).isEqualTo("first onesecond one");
        assertThat(bright(frame.open())).isEqualTo("▸ fir");
    }

    @Test
    void aVoiceThatGoesBackIsFollowed() {
        text.append("first one\n\nsecond one\n\nthird");
        text.heard("first one\n\nsecond one".length());
        assertThat(texts(text.frame(COLUMNS, 9).above())).contains("second one");

        text.heard("first one\n\nsec".length());

        assertThat(texts(text.frame(COLUMNS, 9).open())).endsWith("▸ second one");
    }

    @Test
    void whatWasNotHeardStaysDimAfterAnInterruption() {
        text.append("first one\n\nsecond");
        text.heard("first".length());

        text.silence();
        text.finish();
        text.letGo();

        ReplyText.Frame frame = text.frame(COLUMNS, 9);
        assertThat(texts(frame.above())).containsExactly("first one", "", "second");
        assertThat(bright(frame.above())).isEqualTo("first");
    }

    @Test
    void rowsThatDoNotWaitForTheVoiceGoWhenTheyAreSettled() {
        text.append("first\n\nsecond");
        text.letGo();

        ReplyText.Frame frame = text.frame(COLUMNS, 9);

        assertThat(texts(frame.above())).containsExactly("first", "");
        assertThat(texts(frame.open())).containsExactly("second");
    }

    @Test
    void wordsHaveTheLookOfWhatTheyAre() {
        text.append("**b** *e* `c`");

        AttributedString row = text.frame(COLUMNS, 5).open().get(0);

        assertThat(row.styleAt(0)).isEqualTo(AttributedStyle.DEFAULT.bold());
        assertThat(row.styleAt(2)).isEqualTo(AttributedStyle.DEFAULT.italic());
    }
}
