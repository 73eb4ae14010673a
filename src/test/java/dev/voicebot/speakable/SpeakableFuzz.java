package dev.voicebot.speakable;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Any text as a reply that is spoken. */
class SpeakableFuzz {
    @FuzzTest(maxDuration = "1m")
    void whatIsSaidDoesNotDependOnHowTheReplyWasCutAndCoversAllOfIt(byte[] bytes) {
        String reply = new String(bytes, StandardCharsets.UTF_8);

        List<SpeakablePiece> whole = spoken(reply, Math.max(1, reply.length()));
        List<SpeakablePiece> characters = spoken(reply, 1);

        assertThat(said(characters)).isEqualTo(said(whole));
        if (!reply.isEmpty()) {
            assertThat(whole.get(whole.size() - 1).sourceEnd()).isEqualTo(reply.length());
        }
    }

    private static List<SpeakablePiece> spoken(String reply, int step) {
        SpeakableText text = new SpeakableText(SpeechManner.USUAL);
        List<SpeakablePiece> pieces = new ArrayList<>();
        for (int at = 0; at < reply.length(); at += step) {
            pieces.addAll(text.add(reply.substring(at, Math.min(reply.length(), at + step))));
        }
        pieces.addAll(text.finish());
        return pieces;
    }

    private static List<String> said(List<SpeakablePiece> pieces) {
        return pieces.stream()
                .filter(piece -> !piece.isSilent())
                .map(SpeakablePiece::text)
                .toList();
    }
}
