package dev.voicebot.screen;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Nearest;
import dev.voicebot.terminal.SafeText;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** The commands there are, by area: found by name, completed by Tab. */
public final class SlashCommands implements Completer {
    private final List<List<SlashCommand>> areas;

    /** {@code areas} in the order of the help. */
    public SlashCommands(List<List<SlashCommand>> areas) {
        this.areas = List.copyOf(areas);
    }

    public List<List<SlashCommand>> areas() {
        return areas;
    }

    public List<SlashCommand> all() {
        return areas.stream().flatMap(List::stream).toList();
    }

    List<String> names() {
        return all().stream().map(SlashCommand::name).toList();
    }

    /** By its name, with or without the slash. */
    public Optional<SlashCommand> find(String name) {
        String wanted = withSlash(name);
        return all().stream().filter(command -> command.name().equals(wanted)).findFirst();
    }

    private static String withSlash(String name) {
        return name.startsWith("/") ? name : "/" + name;
    }

    /** One row for a name that no command has. */
    public String unknown(String name) {
        return tr(
                "Unknown command %s%s (To send text that starts with /, type //.)",
                name, Nearest.hint(withSlash(name), names()));
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (!line.words().get(0).startsWith("/")) {
            return;
        }
        if (line.wordIndex() == 0) {
            all().forEach(command -> candidates.add(candidate(command)));
        } else {
            find(line.words().get(0))
                    .ifPresent(command -> command.choices().get().forEach(choice -> candidates.add(candidate(choice))));
        }
    }

    private static Candidate candidate(SlashCommand command) {
        String name = command.name();
        return new Candidate(name, name, null, command.summary(), null, null, true);
    }

    private static Candidate candidate(SlashCommand.Choice choice) {
        String value = SafeText.row(choice.value()); // names of devices and files come from outside
        String about = choice.about().isEmpty() ? null : SafeText.row(choice.about());
        return new Candidate(value, value, null, about, null, null, true);
    }
}
