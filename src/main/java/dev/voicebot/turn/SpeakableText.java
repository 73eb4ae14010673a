package dev.voicebot.turn;

import dev.voicebot.synthesis.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;

/**
 * Between the model and the voice: takes tokens, gives pieces of text that can be spoken at once, without markup, code,
 * addresses or emoji. One thread.
 */
public final class SpeakableText {
    private final MarkupFilter filter = new MarkupFilter();
    private final SentenceSplitter splitter = new SentenceSplitter();

    /** The pieces that are complete now, in order; often none. */
    public List<String> add(String token) {
        return worthSpeaking(splitter.add(filter.add(token)));
    }

    /** The rest, when the text is over. */
    public List<String> finish() {
        List<String> pieces = new ArrayList<>(splitter.add(filter.finish()));
        splitter.finish().ifPresent(pieces::add);
        return worthSpeaking(pieces);
    }

    private static List<String> worthSpeaking(List<String> pieces) {
        return pieces.stream()
                .filter(piece -> piece.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }
}
