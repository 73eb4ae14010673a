package dev.voicebot.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Every command's own help text, so that the built-in guide explains what the program really has. */
final class HelpTexts {
    private HelpTexts() {}

    static Map<String, String> of(CommandLine root) {
        Map<String, String> texts = new LinkedHashMap<>();
        root.getSubcommands().forEach((name, command) -> texts.put(name, command.getUsageMessage(Ansi.OFF)));
        return texts;
    }
}
