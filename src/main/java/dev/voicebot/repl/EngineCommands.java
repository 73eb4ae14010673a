package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.terminal.TextColumns;
import dev.voicebot.turn.Turns;
import dev.voicebot.wiring.KnownValue;
import dev.voicebot.wiring.LiveSetting;
import dev.voicebot.wiring.LiveSettings;
import java.util.List;

/** {@code /voice}, {@code /model}, {@code /system}, {@code /lang}: shown, or exchanged from the next turn on; {@code /mute}. */
final class EngineCommands {
    private final ChatDisplay display;
    private final Turns turns;
    private final LiveSettings live;

    EngineCommands(ChatDisplay display, Turns turns, LiveSettings live) {
        this.display = display;
        this.turns = turns;
        this.live = live;
    }

    List<SlashCommand> commands() {
        return List.of(
                SlashCommand.of(
                        "/mute", tr("turn spoken replies on or off, starting with the next reply"), this::toggleSpeech),
                command("/voice", "[NAME]", tr("show or change the voice"), live.voice()),
                command("/model", "[NAME]", tr("show or change the model"), live.model()),
                command("/system", "[TEXT]", tr("show or change the system prompt"), live.system())
                        .detailed(tr("/system none removes the system prompt.")),
                command("/lang", "[CODE]", tr("show or set the language you speak"), live.language())
                        .detailed(tr("/lang auto detects the language.")));
    }

    private SlashCommand command(String name, String argument, String summary, LiveSetting setting) {
        return SlashCommand.of(name, argument, summary, value -> showOrChange(setting, value))
                .completing(() -> setting.known().get().stream()
                        .map(known -> new SlashCommand.Choice(known.value(), known.about()))
                        .toList());
    }

    private void showOrChange(LiveSetting setting, String value) {
        if (value.isEmpty()) {
            show(setting);
        } else {
            change(setting, value);
        }
    }

    private void show(LiveSetting setting) {
        display.plain(tr("%s: %s", setting.name(), setting.current().get()));
        List<String> known =
                setting.known().get().stream().map(EngineCommands::row).toList();
        int most = display.mostListed();
        known.stream().limit(most).forEach(display::dim);
        if (known.size() > most) {
            display.dim(tr("… and %s more (press Tab)", known.size() - most));
        }
    }

    private static String row(KnownValue known) {
        return (TextColumns.pad(known.value(), 20) + " " + known.about()).strip();
    }

    private void change(LiveSetting setting, String value) {
        try {
            setting.change().accept(value);
            display.dim(
                    tr("%s: %s (from now on)", setting.name(), setting.current().get()));
            setting.doubt().apply(value).ifPresent(display::notice);
        } catch (AssistantException e) {
            display.notice(e.userMessage());
        }
    }

    private void toggleSpeech() {
        turns.speak(!turns.speaks());
        display.dim(turns.speaks() ? tr("Replies are spoken.") : tr("Replies are not spoken."));
    }
}
