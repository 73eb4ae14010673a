package dev.voicebot.speakable;

import dev.voicebot.synthesis.SentenceSplitter;
import dev.voicebot.wording.Pronunciations;
import dev.voicebot.wording.Spoken;
import dev.voicebot.wording.Wording;
import dev.voicebot.wording.tokens.Marks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes what a model writes fit to be spoken, while it is being written: markup goes and its words stay, code blocks are
 * announced, addresses become "link", emoji and control characters vanish, numbers and signs become words. What comes
 * out depends on the text alone, not on how it was cut into tokens. One object per reply; one thread.
 */
public final class SpeakableText {
    private final SpokenCharacters characters = new SpokenCharacters();
    private final SpokenMarkdown markdown;
    private final Pronunciations pronunciations;
    private final Wording wording;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final StringBuilder printable = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder pronounced = new StringBuilder();
    private final SourceEnds ends = new SourceEnds();
    private final Pictures pictures = new Pictures();
    private int taken; // characters of the source
    private int covered; // by the pieces so far

    public SpeakableText(SpeechManner manner) {
        markdown = new SpokenMarkdown(manner.code(), plain);
        pronunciations = new Pronunciations(manner.pronunciations());
        wording = new Wording(manner.numerals());
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
        plain.setLength(0);
        markdown.finish();
        pronounce();
        pronunciations.finish(pronounced);
        ends.upTo(pronounced.length(), taken);
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
        String picture = characters.pictures();
        if (!picture.isEmpty()) {
            pictures.add(taken, picture);
        }
        plain.setLength(0);
        for (int i = 0; i < printable.length(); i++) {
            markdown.take(printable.charAt(i));
        }
        pronounce();
        ends.upTo(pronounced.length(), taken);
    }

    private void pronounce() {
        for (int i = 0; i < plain.length(); i++) {
            pronunciations.take(plain.charAt(i), pronounced);
        }
    }

    private void cut(List<SpeakablePiece> pieces) {
        splitter.add(pronounced.toString()).forEach(text -> pieces.add(piece(text)));
        pronounced.setLength(0);
        ends.startText();
    }

    private SpeakablePiece piece(String text) {
        Spoken spoken = wording.say(text);
        int[] places = new int[text.length() + 1];
        String written = Marks.strip(text, places);
        int[] said = spoken.ends().clone();
        Arrays.setAll(said, i -> places[said[i]]);
        written = pictures.insert(written, places, said, ends);
        covered = ends.take(text.length());
        return new SpeakablePiece(new Spoken(spoken.text(), said), written, covered);
    }

    /** What follows the last words, such as a rule, is covered with them, or by a silent piece if those are gone. */
    private void coverAll(List<SpeakablePiece> pieces) {
        if (covered == taken) {
            return;
        }
        covered = taken;
        SpeakablePiece last = pieces.isEmpty() ? new SpeakablePiece("", taken) : pieces.remove(pieces.size() - 1);
        pieces.add(new SpeakablePiece(last.spoken(), last.written() + pictures.rest(), taken));
    }
}
