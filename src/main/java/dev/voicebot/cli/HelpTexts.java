package dev.voicebot.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What each command says of itself, so that the built-in guide explains what the program really has. */
final class HelpTexts {
    private HelpTexts() {}

    static Map<String, String> of(CommandLine root) {
        Map<String, String> texts = new LinkedHashMap<>();
        root.getSubcommands().forEach((name, command) -> {
            UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            if (!usage.hidden()) {
                texts.put(name, String.join(" ", usage.description()));
            }
        });
        return texts;
    }
}
