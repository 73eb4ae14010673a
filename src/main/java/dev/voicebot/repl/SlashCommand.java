package dev.voicebot.repl;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One command of the prompt.
 *
 * @param name begins with a slash
 * @param argument how its argument is named in the help, such as {@code [NAME]}; empty when it takes none
 * @param action gets the argument, stripped, empty when none was typed; runs under the line's lock: be quick
 * @param choices the values Tab completes; asked under the line's lock at every Tab: be quick
 * @param details further rows for {@code /help NAME}
 */
record SlashCommand(
        String name,
        String argument,
        String summary,
        Consumer<String> action,
        Supplier<List<Choice>> choices,
        List<String> details) {

    /** A value the argument may take, and a few words about it; these may be empty. */
    record Choice(String value, String about) {
        static Choice of(String value) {
            return new Choice(value, "");
        }
    }

    SlashCommand {
        details = List.copyOf(details);
        if (!name.startsWith("/")) {
            throw new IllegalArgumentException("a command's name begins with a slash, got " + name);
        }
    }

    /** A command without an argument. */
    static SlashCommand of(String name, String summary, Runnable action) {
        return new SlashCommand(name, "", summary, argument -> action.run(), List::of, List.of());
    }

    static SlashCommand of(String name, String argument, String summary, Consumer<String> action) {
        return new SlashCommand(name, argument, summary, action, List::of, List.of());
    }

    SlashCommand completing(Supplier<List<Choice>> values) {
        return new SlashCommand(name, argument, summary, action, values, details);
    }

    SlashCommand detailed(String... rows) {
        return new SlashCommand(name, argument, summary, action, choices, List.of(rows));
    }

    /** As it is typed: the name with its argument. */
    String usage() {
        return argument.isEmpty() ? name : name + " " + argument;
    }

    boolean takesArgument() {
        return !argument.isEmpty();
    }
}
