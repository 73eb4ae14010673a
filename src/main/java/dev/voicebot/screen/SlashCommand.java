package dev.voicebot.screen;

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
public record SlashCommand(
        String name,
        String argument,
        String summary,
        Consumer<String> action,
        Supplier<List<Choice>> choices,
        List<String> details) {

    /** A value the argument may take, and a few words about it; these may be empty. */
    public record Choice(String value, String about) {
        public static Choice of(String value) {
            return new Choice(value, "");
        }
    }

    public SlashCommand {
        details = List.copyOf(details);
        if (!name.startsWith("/")) {
            throw new IllegalArgumentException("a command's name begins with a slash, got " + name);
        }
    }

    /** A command without an argument. */
    public static SlashCommand of(String name, String summary, Runnable action) {
        return new SlashCommand(name, "", summary, argument -> action.run(), List::of, List.of());
    }

    public static SlashCommand of(String name, String argument, String summary, Consumer<String> action) {
        return new SlashCommand(name, argument, summary, action, List::of, List.of());
    }

    public SlashCommand completing(Supplier<List<Choice>> values) {
        return new SlashCommand(name, argument, summary, action, values, details);
    }

    public SlashCommand detailed(String... rows) {
        return new SlashCommand(name, argument, summary, action, choices, List.of(rows));
    }

    /** As it is typed: the name with its argument. */
    public String usage() {
        return argument.isEmpty() ? name : name + " " + argument;
    }

    public boolean takesArgument() {
        return !argument.isEmpty();
    }
}
