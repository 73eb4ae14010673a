package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import java.util.List;
import java.util.stream.Collectors;

/** A settings file to begin with: every setting with its default, all of them comments. */
public final class SettingsTemplate {
    private SettingsTemplate() {}

    public static String text() {
        List<String> tables = SettingsReference.entries().stream()
                .map(Setting::table)
                .distinct()
                .toList();
        return "# "
                + tr(
                        "voicebot's settings. Remove the # from a line to change it. 'voicebot config' shows the values in use.")
                + "\nversion = 1\n\n"
                + tables.stream().map(SettingsTemplate::table).collect(Collectors.joining("\n"))
                + "\n"
                + SettingsReference.openTables().stream()
                        .map(open ->
                                "[" + open.name() + "]\n# " + tr(open.description()) + "\n#" + open.example() + "\n")
                        .collect(Collectors.joining("\n"));
    }

    private static String table(String name) {
        return "[" + name + "]\n"
                + SettingsReference.entries().stream()
                        .filter(setting -> setting.table().equals(name))
                        .map(setting -> "# " + tr(setting.description()) + " (" + setting.takes() + ")\n#"
                                + setting.name() + " = " + setting.fallbackInToml() + "\n")
                        .collect(Collectors.joining());
    }
}
