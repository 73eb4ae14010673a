package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.AudioSettings;
import dev.voicebot.config.ChatSettings;
import dev.voicebot.config.EffectiveSetting;
import dev.voicebot.config.Nearest;
import dev.voicebot.config.RecognitionSettings;
import dev.voicebot.config.SynthesisSettings;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.screen.SlashCommand.Choice;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.terminal.TextColumns;
import dev.voicebot.wiring.LiveSetting;
import dev.voicebot.wiring.LiveSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code /config}: the settings in force and where each comes from, with what this conversation has changed. */
final class ConfigCommand {
    private static final String CHANGED = "changed";

    private final ChatDisplay display;
    private final List<EffectiveSetting> settings;
    private final Map<String, Exchanged> exchanged;

    ConfigCommand(ChatDisplay display, List<EffectiveSetting> settings, LiveSettings live) {
        this.display = display;
        this.settings = settings;
        this.exchanged = Map.of(
                ChatSettings.MODEL.key(), Exchanged.by("/model", live.model()),
                ChatSettings.SYSTEM_PROMPT.key(), Exchanged.by("/system", live.system()),
                SynthesisSettings.VOICE.key(), Exchanged.by("/voice", live.voice()),
                RecognitionSettings.LANGUAGE.key(), Exchanged.by("/lang", live.language()),
                AudioSettings.INPUT_DEVICE.key(), Exchanged.by("/devices", live.microphone()),
                AudioSettings.OUTPUT_DEVICE.key(), Exchanged.by("/devices", live.speaker()));
    }

    List<SlashCommand> commands() {
        return List.of(
                SlashCommand.of("/config", "[NAME]", tr("show settings and where each comes from"), this::config)
                        .completing(this::choices)
                        .detailed(
                                tr(
                                        "NAME is a setting or a table. /config changed lists only settings that differ from the"
                                                + " defaults."),
                                tr(
                                        "To change them: 'voicebot config edit'; some also with /voice, /model, /system and /lang.")));
    }

    private List<Choice> choices() {
        Stream<Choice> tables = settings.stream()
                .map(setting -> Choice.of(table(setting.key())))
                .distinct();
        Stream<Choice> keys = settings.stream().map(setting -> new Choice(setting.key(), tr(setting.description())));
        return Stream.of(
                        Stream.of(new Choice(CHANGED, tr("only settings that differ from the defaults"))), tables, keys)
                .flatMap(choices -> choices)
                .toList();
    }

    private void config(String name) {
        List<EffectiveSetting> found =
                settings.stream().map(this::now).filter(s -> isMeant(s, name)).toList();
        if (found.size() == 1 && found.get(0).key().equals(name)) {
            display.plain(row(found.get(0), 0));
            display.dim(tr(found.get(0).description()));
        } else if (!found.isEmpty()) {
            list(found);
        } else {
            display.notice(
                    name.equals(CHANGED)
                            ? tr("All settings have their default values.")
                            : tr("No setting or table is named %s%s", name, Nearest.hint(name, names())));
        }
    }

    private EffectiveSetting now(EffectiveSetting setting) {
        Exchanged other = exchanged.get(setting.key());
        return other == null ? setting : other.over(setting);
    }

    private static boolean isMeant(EffectiveSetting setting, String name) {
        return name.isEmpty()
                || (name.equals(CHANGED) && setting.changed())
                || setting.key().equals(name)
                || table(setting.key()).equals(name);
    }

    private static String table(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private List<String> names() {
        return settings.stream()
                .flatMap(setting -> Stream.of(setting.key(), table(setting.key())))
                .toList();
    }

    private void list(List<EffectiveSetting> found) {
        int columns = found.stream().mapToInt(s -> s.key().length()).max().orElse(0);
        for (EffectiveSetting setting : found) {
            String row = TextColumns.fit(SafeText.row(row(setting, columns)), display.columns());
            if (setting.changed()) {
                display.plain(row);
            } else {
                display.dim(row);
            }
        }
        display.blankRow();
    }

    private static String row(EffectiveSetting setting, int columns) {
        String padding = " ".repeat(Math.max(0, columns - setting.key().length()));
        String value = setting.value().isEmpty() ? "-" : setting.value();
        return setting.key() + padding + "  " + value + "  (" + setting.source() + ")";
    }

    /** A setting that a command of this conversation exchanges; {@code before} is what it was at the beginning. */
    private record Exchanged(String command, LiveSetting setting, String before) {
        static Exchanged by(String command, LiveSetting setting) {
            return new Exchanged(command, setting, setting.current().get());
        }

        EffectiveSetting over(EffectiveSetting effective) {
            String now = setting.current().get();
            return now.equals(before)
                    ? effective
                    : new EffectiveSetting(effective.key(), now, command, true, effective.description());
        }
    }
}
