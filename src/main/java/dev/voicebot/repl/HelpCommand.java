package dev.voicebot.repl;

import dev.voicebot.screen.Board;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.screen.SlashCommands;

import dev.voicebot.terminal.KeyName;
import dev.voicebot.terminal.TextColumns;

import static dev.voicebot.text.Messages.tr;

import java.util.List;
import java.util.function.Supplier;

/** {@code /help}: all commands and keys, or what one command does. */
final class HelpCommand {
    private static final int NAMES_COLUMNS = 20;
    private static final int MOST_CHOICES = 12;

    private final Board board;
    private final Supplier<SlashCommands> commands;
    private final List<KeyName> talkKeys;
    private final boolean wholeLines;

    /**
     * The command.
     *
     * @param talkKeys those offered, none where talking cannot work
     * @param wholeLines whether the terminal edits the line, and no other key is seen
     */
    HelpCommand(Board board, Supplier<SlashCommands> commands, List<KeyName> talkKeys, boolean wholeLines) {
        this.wholeLines = wholeLines;
        this.board = board;
        this.commands = commands;
        this.talkKeys = talkKeys;
    }

    List<SlashCommand> commands() {
        return List.of(SlashCommand.of("/help", "[COMMAND]", tr("list commands and keys"), this::help)
                .completing(() -> commands.get().all().stream()
                        .map(command -> new SlashCommand.Choice(command.name().substring(1), command.summary()))
                        .toList()));
    }

    private void help(String name) {
        if (name.isEmpty()) {
            all();
            return;
        }
        commands.get()
                .find(name)
                .ifPresentOrElse(this::one, () -> board.notice(commands.get().unknown(name)));
    }

    private void all() {
        for (List<SlashCommand> area : commands.get().areas()) {
            area.forEach(command -> row(command.usage(), command.summary()));
            board.blankRow();
        }
        keys();
        board.blankRow();
    }

    private void keys() {
        row("//…", tr("send text that starts with /"));
        if (wholeLines) {
            row("Enter", tr("stop recording and send"));
            row("Ctrl-C", tr("stop the reply, or discard the recording"));
            row("\"\"\"", tr("start and end a multi-line message"));
        } else {
            editingKeys();
        }
        row("Ctrl-D", tr("exit"));
    }

    private void editingKeys() {
        if (!talkKeys.isEmpty()) {
            row(tr("talk"), tr("%s: tap, speak, tap again; or hold it", KeyName.labels(talkKeys)));
        }
        row("Ctrl-C, Esc", tr("stop the reply, or discard the recording"));
        row("Alt-Enter, \"\"\"", tr("new line; \"\"\" starts and ends a multi-line message"));
        row("Ctrl-X Ctrl-E", tr("edit the message in $EDITOR"));
        row("Up, Ctrl-R", tr("earlier questions with this beginning; Ctrl-R searches all"));
        row("Tab", tr("complete a command or its value"));
    }

    private void one(SlashCommand command) {
        row(command.usage(), command.summary());
        command.details().forEach(board::plain);
        List<SlashCommand.Choice> choices = command.choices().get();
        choices.stream().limit(MOST_CHOICES).forEach(choice -> row(choice.value(), choice.about()));
        if (choices.size() > MOST_CHOICES) {
            board.dim(tr("… and %s more (press Tab)", choices.size() - MOST_CHOICES));
        }
        board.blankRow();
    }

    private void row(String name, String summary) {
        board.plain((TextColumns.pad(name, NAMES_COLUMNS) + " " + summary).stripTrailing());
    }
}
