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

    private final ChatDisplay display;
    private final Supplier<SlashCommands> commands;
    private final List<KeyName> talkKeys;
    private final boolean wholeLines;

    /**
     * The command.
     *
     * @param talkKeys those offered, none where talking cannot work
     * @param wholeLines whether the terminal edits the line, and no other key is seen
     */
    HelpCommand(ChatDisplay display, Supplier<SlashCommands> commands, List<KeyName> talkKeys, boolean wholeLines) {
        this.wholeLines = wholeLines;
        this.display = display;
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
                            this::one, () -> display.notice(commands.get().unknown(name)));
        }
    }

    private void first() {
        display.heading(tr("Keys"));
        talkKeys(1);
        keys();
        display.heading(tr("Commands"));
        if (wholeLines && !talkKeys.isEmpty()) {
            commands.get().find("/talk").ifPresent(this::entry);
        }
        FIRST.forEach(name -> commands.get().find(name).ifPresent(this::entry));
        display.dim(tr("/help all lists everything, /help NAME explains one command."));
        display.blankRow();
    }

    private void all() {
        for (List<SlashCommand> area : commands.get().areas()) {
            area.forEach(this::entry);
            display.blankRow();
        }
        display.entry("//…", tr("send text that starts with /"));
        talkKeys(talkKeys.size());
        keys();
        if (!wholeLines) {
            display.entry("Ctrl-X Ctrl-E", tr("edit the message in $EDITOR"));
        }
        display.blankRow();
    }

    private void entry(SlashCommand command) {
        display.entry(command.usage(), command.summary());
    }

    private void talkKeys(int most) {
        if (!talkKeys.isEmpty() && !wholeLines) {
            String keys = KeyName.labels(talkKeys.subList(0, most));
            display.entry(tr("talk"), tr("%s: tap, speak, tap again; or hold it", keys));
        }
    }

    private void keys() {
        if (wholeLines) {
            display.entry("Enter", tr("stop recording and send"));
            display.entry("Ctrl-C", tr("stop the reply, or discard the recording"));
            display.entry("\"\"\"", tr("start and end a multi-line message"));
        } else {
            display.entry("Enter", tr("send; during a recording: stop it and send"));
            display.entry("Ctrl-C, Esc", tr("stop the reply, or discard the recording"));
            display.entry("Alt-Enter, \"\"\"", tr("new line; \"\"\" starts and ends a multi-line message"));
            display.entry("Up, Ctrl-R", tr("earlier questions with this beginning; Ctrl-R searches all"));
            display.entry("Tab", tr("complete a command or its value"));
        }
        display.entry("Ctrl-D", tr("exit"));
    }

    private void one(SlashCommand command) {
        entry(command);
        command.details().forEach(display::plain);
        List<SlashCommand.Choice> choices = command.choices().get();
        int most = display.mostListed();
        choices.stream().limit(most).forEach(choice -> display.entry(choice.value(), choice.about()));
        if (choices.size() > most) {
            display.dim(tr("… and %s more (press Tab)", choices.size() - most));
        }
        display.blankRow();
    }
}
