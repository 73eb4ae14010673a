package dev.voicebot.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** What each command says of itself, in English, so that the built-in guide explains what the program really has. */
final class HelpTexts {
    private HelpTexts() {}

    static Map<String, String> all() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Class<?> command : Subcommands.ALL) {
            Command told = command.getAnnotation(Command.class);
            if (!told.hidden()) {
                texts.put(told.name(), String.join("\n", told.description()));
            }
        }
        return texts;
    }
}
