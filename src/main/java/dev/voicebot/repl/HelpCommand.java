package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.screen.SlashCommands;
import dev.voicebot.terminal.KeyName;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code /help}: the commands and keys that matter, on one screen; all of them; or what one command does. */
final class HelpCommand {
    private static final int MOST_CHOICES = 12;
    private static final String ALL = "all";

    /** With the keys they fit on 24 rows. */
    private static final List<String> FIRST = List.of(
            "/handsfree",
            "/retry",
            "/continue",
            "/undo",
            "/mute",
            "/voice",
            "/model",
            "/devices",
            "/key",
            "/new",
            "/resume",
            "/copy");

    private final ChatDisplay board;
    private final Supplier<SlashCommands> commands;
    private final List<KeyName> talkKeys;
    private final boolean wholeLines;

    /**
     * The command.
     *
     * @param talkKeys those offered, none where talking cannot work
     * @param wholeLines whether the terminal edits the line, and no other key is seen
     */
    HelpCommand(ChatDisplay board, Supplier<SlashCommands> commands, List<KeyName> talkKeys, boolean wholeLines) {
        this.wholeLines = wholeLines;
        this.board = board;
        this.commands = commands;
        this.talkKeys = talkKeys;
    }

    List<SlashCommand> commands() {
        return List.of(SlashCommand.of("/help", "[COMMAND]", tr("list commands and keys"), this::help)
                .completing(this::choices)
                .detailed(tr("/help all lists everything.")));
    }

    private List<SlashCommand.Choice> choices() {
        return Stream.concat(
                        Stream.of(new SlashCommand.Choice(ALL, tr("every command and key"))),
                        commands.get().all().stream()
                                .map(command ->
                                        new SlashCommand.Choice(command.name().substring(1), command.summary())))
                .toList();
    }

    private void help(String name) {
        if (name.isEmpty()) {
            first();
        } else if (name.equals(ALL)) {
            all();
        } else {
            commands.get()
                    .find(name)
                    .ifPresentOrElse(
                            this::one, () -> board.notice(commands.get().unknown(name)));
        }
    }

    private void first() {
        board.heading(tr("Keys"));
        talkKeys(1);
        keys();
        board.heading(tr("Commands"));
        FIRST.forEach(name -> commands.get().find(name).ifPresent(this::entry));
        board.dim(tr("/help all lists everything, /help NAME explains one command."));
        board.blankRow();
    }

    private void all() {
        for (List<SlashCommand> area : commands.get().areas()) {
            area.forEach(this::entry);
            board.blankRow();
        }
        board.entry("//…", tr("send text that starts with /"));
        talkKeys(talkKeys.size());
        keys();
        if (!wholeLines) {
            board.entry("Ctrl-X Ctrl-E", tr("edit the message in $EDITOR"));
        }
        board.blankRow();
    }

    private void entry(SlashCommand command) {
        board.entry(command.usage(), command.summary());
    }

    private void talkKeys(int most) {
        if (!talkKeys.isEmpty() && !wholeLines) {
            String keys = KeyName.labels(talkKeys.subList(0, most));
            board.entry(tr("talk"), tr("%s: tap, speak, tap again; or hold it", keys));
        }
    }

    private void keys() {
        if (wholeLines) {
            board.entry("Enter", tr("stop recording and send"));
            board.entry("Ctrl-C", tr("stop the reply, or discard the recording"));
            board.entry("\"\"\"", tr("start and end a multi-line message"));
        } else {
            board.entry("Enter", tr("send; during a recording: stop it and send"));
            board.entry("Ctrl-C, Esc", tr("stop the reply, or discard the recording"));
            board.entry("Alt-Enter, \"\"\"", tr("new line; \"\"\" starts and ends a multi-line message"));
            board.entry("Up, Ctrl-R", tr("earlier questions with this beginning; Ctrl-R searches all"));
            board.entry("Tab", tr("complete a command or its value"));
        }
        board.entry("Ctrl-D", tr("exit"));
    }

    private void one(SlashCommand command) {
        entry(command);
        command.details().forEach(board::plain);
        List<SlashCommand.Choice> choices = command.choices().get();
        choices.stream().limit(MOST_CHOICES).forEach(choice -> board.entry(choice.value(), choice.about()));
        if (choices.size() > MOST_CHOICES) {
            board.dim(tr("… and %s more (press Tab)", choices.size() - MOST_CHOICES));
        }
        board.blankRow();
    }
}
