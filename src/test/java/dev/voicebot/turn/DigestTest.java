package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.speakable.SpeakablePiece;
import dev.voicebot.speakable.SpeakableText;
import dev.voicebot.speakable.SpeechManner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a reply is spoken when long ones are shortened. */
class DigestTest {
    private static final String NOTICE = "\nThe rest is on the screen.";

    /** Nearly six seconds. */
    private static final String SENTENCE =
            "Every sentence of this reply is exactly as long as all the others are by design. ";

    private double ahead = 100; // seconds

    @Test
    void aLongReplyIsSpokenToTheEndOfASentenceAndSaysWhereTheRestIs() {
        String spoken = spoken(SENTENCE.repeat(9));

        assertThat(spoken).isEqualTo(SENTENCE.repeat(3).stripTrailing() + NOTICE);
    }

    @Test
    void aReplyOfLessThanHalfAMinuteIsSpokenWholeAndInItsOrder() {
        String reply = SENTENCE.repeat(3) + "Then another one. And the last.";

        assertThat(spoken(reply)).isEqualTo(reply);
    }

    @Test
    void whereItEndsDoesNotDependOnTheTokens() {
        String reply = SENTENCE.repeat(9);
        Digest digest = new Digest(() -> ahead);
        SpeakableText text = new SpeakableText(SpeechManner.USUAL);

        String spoken = joined(digest.add(reply, text.add(reply)));

        assertThat(spoken).isEqualTo(SENTENCE.repeat(3) + NOTICE);
    }

    @Test
    void aParagraphMayEndItEarlier() {
        String paragraph = SENTENCE.repeat(2).strip() + "\n\n";

        assertThat(spoken(paragraph.repeat(5))).isEqualTo(SENTENCE.repeat(2).strip() + NOTICE);
    }

    @Test
    void theFirstSentencesDoNotWaitForTheRest() {
        Digest digest = new Digest(() -> ahead);
        SpeakableText text = new SpeakableText(SpeechManner.USUAL);

        List<SpeakablePiece> now = add(digest, text, SENTENCE.repeat(2) + "Now");

        assertThat(joined(now)).isEqualTo(SENTENCE.repeat(2));
    }

    @Test
    void theVoiceDoesNotFallSilentForASlowModel() {
        Digest digest = new Digest(() -> ahead);
        SpeakableText text = new SpeakableText(SpeechManner.USUAL);
        add(digest, text, SENTENCE.repeat(3));
        List<SpeakablePiece> whileSomethingIsLeft = add(digest, text, SENTENCE + "And");

        ahead = 0.5;
        List<SpeakablePiece> whenNothingIs = add(digest, text, " ");

        assertThat(whileSomethingIsLeft).isEmpty();
        assertThat(joined(whenNothingIs)).isEqualTo(SENTENCE);
    }

    @Test
    void ofALongTableOnlyTheSentenceBeforeItIsSpoken() {
        String table = "Here they are:\n\n| Name | Capital |\n|---|---|\n" + "| Some country | Some town |\n".repeat(9);

        assertThat(spoken(table)).isEqualTo("Here they are:" + NOTICE);
    }

    @Test
    void aShortTableIsSpoken() {
        String table = "Here it is:\n\n| Name | Age |\n|---|---|\n| Ann | 5 |\n\nThat is all.";

        assertThat(spoken(table)).isEqualTo("Here it is:\nName, Age\nAnn, 5\nThat is all.");
    }

    @Test
    void codeThatIsOnlyAnnouncedCountsByWhatIsSaid() {
        String code =
                "Run this:\n\n```\n" + "sudo apt-get install something-or-other\n".repeat(9) + "```\n\nThat is all.";

        assertThat(spoken(code)).isEqualTo("Run this:\ncode, 9 lines.\nThat is all.");
    }

    @Test
    void whatExplainsMuchCodeIsLeftOutWithIt() {
        String code = "Run this:\n\n```\n" + "sudo apt-get install something-or-other\n".repeat(9) + "```\n\n"
                + SENTENCE.repeat(2);

        assertThat(spoken(code)).isEqualTo("Run this:" + NOTICE);
    }

    @Test
    void aChineseReplySaysItInChinese() {
        assertThat(spoken("这一句话的长度和别的句子都是一样的。".repeat(12))).endsWith("\n其余内容请看屏幕。");
    }

    /** In small tokens. */
    private String spoken(String reply) {
        Digest digest = new Digest(() -> ahead);
        SpeakableText text = new SpeakableText(SpeechManner.USUAL);
        String spoken = joined(add(digest, text, reply)) + joined(digest.finish(text.finish()));
        return spoken.replaceAll(" *\n+", "\n");
    }

    private static List<SpeakablePiece> add(Digest digest, SpeakableText text, String reply) {
        List<SpeakablePiece> spoken = new ArrayList<>();
        for (int at = 0; at < reply.length(); at += 3) {
            String token = reply.substring(at, Math.min(at + 3, reply.length()));
            spoken.addAll(digest.add(token, text.add(token)));
        }
        return spoken;
    }

    private static String joined(List<SpeakablePiece> pieces) {
        StringBuilder joined = new StringBuilder();
        pieces.forEach(piece -> joined.append(piece.text()));
        return joined.toString();
    }
}
