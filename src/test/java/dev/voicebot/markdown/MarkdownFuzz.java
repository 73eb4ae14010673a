package dev.voicebot.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text as a reply on the screen. */
class MarkdownFuzz {
    @FuzzTest(maxDuration = "1m")
    void aReplyThatGrowsIsShownToItsEndAndWhatIsSettledStays(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\n]]", "");
        PageLayout page =
                new PageLayout(bytes.length % 40 + 1, c -> 1, bytes.length % 2 == 0 ? Medium.MARKED : Medium.STYLED);
        GrowingMarkdown grown = new GrowingMarkdown();
        List<Row> settled = List.of();
        int step = Math.max(1, text.length() / 8);
        for (int at = 0; at < text.length(); at += step) {
            grown.append(text.substring(at, Math.min(text.length(), at + step)));
            Picture picture = grown.picture(page);

            assertThat(beginning(picture, settled.size())).isEqualTo(settled);
            settled = picture.rows().subList(0, picture.settled());
        }
        grown.finish();
        Picture whole = grown.picture(page);

        assertThat(beginning(whole, settled.size())).isEqualTo(settled);
        assertThat(whole.settled()).isEqualTo(whole.rows().size());
    }

    private static List<Row> beginning(Picture picture, int rows) {
        return picture.rows().subList(0, Math.min(rows, picture.rows().size()));
    }
}
