package dev.voicebot.screen;

import dev.voicebot.terminal.SafeText;

import static dev.voicebot.text.Messages.tr;

import java.util.List;

/** What the model thinks before it answers, for who wants to see it. All methods run under the line's lock. */
public final class Thoughts {
    private final Board board;
    private SafeText safe = new SafeText();
    private boolean shown;

    public Thoughts(Board board) {
        this.board = board;
    }

    public List<SlashCommand> commands() {
        return List.of(
                SlashCommand.of("/thinking", tr("show or hide what the model thinks before it answers"), this::toggle)
                        .detailed(tr("The setting chat.thinking turns thinking itself on or off.")));
    }

    private void toggle() {
        shown = !shown;
        board.dim(shown ? tr("Thoughts are shown.") : tr("Thoughts are hidden."));
    }

    void add(String text) {
        if (shown) {
            board.thought(safe.clean(text));
        }
    }

    /** The reply begins, or nothing more comes. */
    void end() {
        safe = new SafeText();
        board.endThoughts();
    }
}
