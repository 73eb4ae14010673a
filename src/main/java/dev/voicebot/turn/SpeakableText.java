package dev.voicebot.turn;

import dev.voicebot.synthesis.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes what a model writes fit to be spoken, while it is being written: markup goes and its words stay, code blocks are
 * announced, addresses become "link", emoji and control characters vanish; plain text passes as it is. What comes out
 * depends on the text alone, not on how it was cut into tokens. One object per reply; one
 * thread.
 */
public final class SpeakableText {
    private final SpokenCharacters characters = new SpokenCharacters();
    private final SpokenMarkdown markdown;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final StringBuilder printable = new StringBuilder();
    private final StringBuilder spoken = new StringBuilder();
    private final SourceEnds ends = new SourceEnds();
    private int taken; // characters of the source
    private int covered; // by the pieces so far

    public SpeakableText(SpeechManner manner) {
        markdown = new SpokenMarkdown(manner.code());
    }

    /** Takes the next token; gives the pieces, clauses or sentences, that can be spoken now. */
    public List<SpeakablePiece> add(String token) {
        for (int i = 0; i < token.length(); i++) {
            take(token.charAt(i));
        }
        List<SpeakablePiece> pieces = new ArrayList<>();
        cut(pieces);
        return pieces;
    }

    /** Says that the reply is whole; gives the pieces that are left. The last of all covers the whole reply. */
    public List<SpeakablePiece> finish() {
        markdown.finish(spoken);
        ends.upTo(spoken.length(), taken);
        List<SpeakablePiece> pieces = new ArrayList<>();
        cut(pieces);
        splitter.finish().forEach(text -> pieces.add(piece(text)));
        coverAll(pieces);
        return pieces;
    }

    private void take(char c) {
        taken++;
        printable.setLength(0);
        characters.take(c, printable);
        for (int i = 0; i < printable.length(); i++) {
            markdown.take(printable.charAt(i), spoken);
        }
        ends.upTo(spoken.length(), taken);
    }

    private void cut(List<SpeakablePiece> pieces) {
        splitter.add(spoken.toString()).forEach(text -> pieces.add(piece(text)));
        spoken.setLength(0);
        ends.startText();
    }

    private SpeakablePiece piece(String text) {
        covered = ends.take(text.length());
        return new SpeakablePiece(text, covered);
    }

    /** What follows the last words, such as a rule, is covered with them, or by a silent piece if those are gone. */
    private void coverAll(List<SpeakablePiece> pieces) {
        if (covered == taken) {
            return;
        }
        covered = taken;
        String last = pieces.isEmpty() ? "" : pieces.remove(pieces.size() - 1).text();
        pieces.add(new SpeakablePiece(last, taken));
    }
}
