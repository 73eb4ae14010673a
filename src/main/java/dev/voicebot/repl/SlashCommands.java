package dev.voicebot.repl;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.utils.Levenshtein;

/** The commands there are: found by name, completed by Tab. */
final class SlashCommands implements Completer {
    private final List<SlashCommand> commands;

    SlashCommands(List<SlashCommand> commands) {
        this.commands = List.copyOf(commands);
    }

    List<SlashCommand> all() {
        return commands;
    }

    Optional<SlashCommand> find(String name) {
        return commands.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    /** One row for a name that no command has. */
    String unknown(String name) {
        String nearest = commands.stream()
                .map(SlashCommand::name)
                .min(Comparator.comparingInt(known -> Levenshtein.distance(name, known)))
                .orElse("/help");
        return "no command " + name + "; did you mean " + nearest + "? (//… sends a text that begins with a slash)";
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() != 0 || !line.word().startsWith("/")) {
            return;
        }
        for (SlashCommand command : commands) {
            candidates.add(new Candidate(command.name(), command.name(), null, command.summary(), null, null, true));
        }
    }
}
