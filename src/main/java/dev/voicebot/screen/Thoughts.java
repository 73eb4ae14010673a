package dev.voicebot.screen;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.ChatSettings;
import dev.voicebot.terminal.SafeText;
import java.util.List;

/** What the model thinks before it answers, for who wants to see it. All methods run under the line's lock. */
public final class Thoughts {
    private final ChatDisplay display;
    private SafeText safe = new SafeText();
    private boolean shown;

    public Thoughts(ChatDisplay display) {
        this.display = display;
    }

    public List<SlashCommand> commands() {
        return List.of(
                SlashCommand.of("/thinking", tr("show or hide what the model thinks before it answers"), this::toggle)
                        .detailed(tr("The setting %s turns thinking itself on or off.", ChatSettings.THINKING.key())));
    }

    private void toggle() {
        shown = !shown;
        display.dim(shown ? tr("Thoughts are shown.") : tr("Thoughts are hidden."));
    }

    void add(String text) {
        if (shown) {
            display.thought(safe.clean(text));
        }
    }

    /** The reply begins, or nothing more comes. */
    void end() {
        safe = new SafeText();
        display.endThoughts();
    }
}
