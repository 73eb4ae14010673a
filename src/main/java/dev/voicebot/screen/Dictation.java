package dev.voicebot.screen;

import dev.voicebot.language.Spacing;

/**
 * Spoken words that grow in the line, in one place, while the text around them stays. All under the line's lock. Words
 * that the user changed by hand are theirs: what comes after stands behind them.
 */
public final class Dictation {
    private final ChatLine line;
    private final boolean alone; // the line was empty before
    private int at;
    private String shown = "";
    private String mine = "";

    /** At the cursor. */
    public Dictation(ChatLine line) {
        this.line = line;
        this.alone = line.text().isBlank();
        this.at = line.cursor();
    }

    /** Takes the place of what was shown before. */
    public void show(String words) {
        line.mustBeHeld();
        if (!line.text().startsWith(mine, at)) {
            give(words);
            return;
        }
        write(words);
    }

    private void write(String words) {
        shown = words;
        String joined = joined(words);
        line.replace(at, mine.length(), joined);
        mine = joined;
    }

    /** The user changed the words: they keep them, and get only what is new. */
    private void give(String words) {
        String more = words.startsWith(shown) ? words.substring(shown.length()) : words;
        at = line.text().length();
        mine = "";
        shown = words;
        mine = more.isEmpty() ? "" : joined(more.strip());
        line.replace(at, 0, mine);
    }

    public void clear() {
        line.mustBeHeld();
        if (line.text().startsWith(mine, at)) {
            line.replace(at, mine.length(), "");
        }
        mine = "";
    }

    /** Whether the line holds these words and nothing else. */
    public boolean isAlone() {
        line.mustBeHeld();
        return alone && line.text().equals(mine);
    }

    /** With a space to either side where words would run together. */
    private String joined(String words) {
        String text = line.text();
        boolean before = Spacing.isNeeded(text.substring(0, at), words);
        boolean after = Spacing.isNeeded(words, text.substring(at + mine.length()));
        return (before ? " " : "") + words + (after ? " " : "");
    }
}
