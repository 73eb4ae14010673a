package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.programs.ExternalEditor;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatLine;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.terminal.SafeText;
import java.util.List;
import java.util.Map;

/** {@code /edit} and Ctrl-X Ctrl-E: the text in the user's own editor; it comes back into the line, not sent. */
final class EditCommand {
    private static final String CTRL_X_CTRL_E = "\030\005";

    private final ChatDisplay display;
    private final ChatLine line;
    private final ExternalEditor editor;

    EditCommand(ChatDisplay display, ChatLine line, Map<String, String> environment) {
        this.display = display;
        this.line = line;
        this.editor = new ExternalEditor(environment);
    }

    List<SlashCommand> commands() {
        SlashCommand edit = SlashCommand.of("/edit", "[TEXT]", tr("edit the message in $EDITOR"), this::edit);
        return List.of(
                line.isPlain()
                        ? edit.detailed(tr("VISUAL or EDITOR names the editor."))
                        : edit.detailed(tr("Ctrl-X Ctrl-E does the same with the text already typed. VISUAL or EDITOR"
                                + " names the editor.")));
    }

    void bind() {
        line.bind("edit", () -> edit(line.text()), List.of(CTRL_X_CTRL_E));
    }

    private void edit(String text) {
        line.handOver(() -> {
            try {
                String edited = SafeText.rows(editor.edit(text));
                line.hold(() -> {
                    line.replace(edited);
                    display.refresh();
                });
            } catch (AssistantException e) {
                line.hold(() -> {
                    line.replace(text);
                    display.notice(e.userMessage());
                });
            }
        });
    }

    /** Ends the editor, where one runs. Any thread. */
    void stop() {
        editor.stop();
    }
}
