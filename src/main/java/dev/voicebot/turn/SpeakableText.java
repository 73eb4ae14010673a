package dev.voicebot.turn;

import dev.voicebot.synthesis.SentenceSplitter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes what a model writes fit to be spoken, while it is being written: markup goes and its words stay, code blocks are
 * announced, addresses become "link", emoji and control characters vanish; plain text passes as it is. What comes out
 * depends on the text alone, not on how it was cut into tokens. One object per reply; one
 * thread.
 */
public final class SpeakableText {
    private final SpokenCharacters characters = new SpokenCharacters();
    private final SpokenMarkdown markdown = new SpokenMarkdown();
    private final SentenceSplitter splitter = new SentenceSplitter();

    /** Takes the next token; gives the pieces, clauses or sentences, that can be spoken now. */
    public List<String> add(String token) {
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < token.length(); i++) {
            characters.take(token.charAt(i), printable);
        }
        StringBuilder spoken = new StringBuilder();
        for (int i = 0; i < printable.length(); i++) {
            markdown.take(printable.charAt(i), spoken);
        }
        return splitter.add(spoken.toString());
    }

    /** Says that the reply is whole; gives the pieces that are left. */
    public List<String> finish() {
        StringBuilder spoken = new StringBuilder();
        markdown.finish(spoken);
        return Stream.concat(splitter.add(spoken.toString()).stream(), splitter.finish().stream())
                .toList();
    }
}
