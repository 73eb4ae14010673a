package dev.voicebot.screen;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.ChatSettings;
import dev.voicebot.terminal.SafeText;
import java.util.List;

/** What the model thinks before it answers, for who wants to see it. All methods run under the line's lock. */
public final class Thoughts {
    private final ChatDisplay board;
    private SafeText safe = new SafeText();
    private boolean shown;

    public Thoughts(ChatDisplay board) {
        this.board = board;
    }

    public List<SlashCommand> commands() {
        return List.of(
                SlashCommand.of("/thinking", tr("show or hide what the model thinks before it answers"), this::toggle)
                        .detailed(tr("The setting %s turns thinking itself on or off.", ChatSettings.THINKING.key())));
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
