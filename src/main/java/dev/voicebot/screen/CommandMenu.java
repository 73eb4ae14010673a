package dev.voicebot.screen;

import dev.voicebot.terminal.TextColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The commands that a text beginning with a slash may become, below the line while one types. Under the line's lock. */
public final class CommandMenu {
    private static final int MOST_ROWS = 8;
    private static final int SHARE = 3; // of the screen, one row in so many
    private static final int NAME_COLUMNS = 12;
    private static final int LEAST_PART = 2; // letters from the middle of a name
    private static final String CHOSEN = "› ";
    private static final String OTHERS = "  ";

    private final Supplier<SlashCommands> commands;
    private boolean open;
    private int chosen = -1; // none yet

    public CommandMenu(Supplier<SlashCommands> commands) {
        this.commands = commands;
    }

    /** A row of it. */
    public record Row(String text, boolean isChosen) {}

    /** A key has made this of the text: a first slash opens the menu. */
    void typed(String text) {
        open = open || text.equals("/");
        chosen = -1;
    }

    /** Whether it was shown; it stays closed until the next first slash. */
    boolean close(String text) {
        boolean wasShown = isShown(text);
        open = false;
        chosen = -1;
        return wasShown;
    }

    private boolean isShown(String text) {
        return !matching(text).isEmpty();
    }

    /** Chooses the next one, or the one before; false where there is no menu. */
    boolean move(String text, int by) {
        int count = matching(text).size();
        if (count == 0) {
            return false;
        }
        int from = chosen < 0 && by < 0 ? 0 : chosen;
        chosen = Math.floorMod(from + by, count);
        return true;
    }

    /** The name that was chosen. */
    Optional<String> chosen(String text) {
        List<SlashCommand> matching = matching(text);
        return chosen < 0 || chosen >= matching.size()
                ? Optional.empty()
                : Optional.of(matching.get(chosen).name());
    }

    /** What Tab makes of the text; empty where there is no menu. With several to choose from it goes on to the next. */
    Optional<String> completed(String text) {
        List<SlashCommand> matching = matching(text);
        if (matching.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> name = chosen(text).or(() -> only(text, matching));
        String longer = common(text, matching);
        if (name.isEmpty() && longer.length() == text.length()) {
            move(text, 1);
        }
        return Optional.of(name.map(this::ready).orElse(longer));
    }

    private static Optional<String> only(String text, List<SlashCommand> matching) {
        boolean isOnly = matching.size() == 1 || !begins(matching.get(1), text);
        return isOnly ? Optional.of(matching.get(0).name()) : Optional.empty();
    }

    private String ready(String name) {
        boolean takesArgument =
                commands.get().find(name).map(SlashCommand::takesArgument).orElse(false);
        return takesArgument ? name + " " : name;
    }

    /** The beginning that all have that begin as typed. */
    private static String common(String text, List<SlashCommand> matching) {
        List<String> names = matching.stream()
                .filter(command -> begins(command, text))
                .map(SlashCommand::name)
                .toList();
        if (names.isEmpty()) {
            return text;
        }
        String first = names.get(0);
        int length = names.stream().mapToInt(name -> same(first, name)).min().orElse(0);
        return first.substring(0, length);
    }

    private static int same(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    /** Those that begin as typed, then those that contain it. */
    private List<SlashCommand> matching(String text) {
        if (!open || !text.startsWith("/") || text.startsWith("//") || text.contains(" ") || text.contains("\n")) {
            return List.of();
        }
        String typed = text.substring(1).toLowerCase(Locale.ROOT);
        List<SlashCommand> all = commands.get().all();
        Stream<SlashCommand> beginning = all.stream().filter(command -> begins(command, text));
        Stream<SlashCommand> containing =
                all.stream().filter(command -> command.name().indexOf(typed, 2) > 0 && !begins(command, text));
        return (typed.length() < LEAST_PART ? beginning : Stream.concat(beginning, containing)).toList();
    }

    private static boolean begins(SlashCommand command, String text) {
        return command.name().startsWith(text.toLowerCase(Locale.ROOT));
    }

    /** What to draw on a screen of this size: the rows around the chosen one. */
    List<Row> rows(String text, int columns, int screenRows) {
        List<SlashCommand> matching = matching(text);
        int most = Math.min(MOST_ROWS, screenRows / SHARE);
        int first = Math.max(0, Math.min(chosen - most / 2, matching.size() - most));
        List<Row> rows = new ArrayList<>();
        for (int i = first; i < Math.min(matching.size(), first + most); i++) {
            SlashCommand command = matching.get(i);
            String row = TextColumns.pad(command.name(), NAME_COLUMNS) + " " + command.summary();
            rows.add(new Row(TextColumns.fit((i == chosen ? CHOSEN : OTHERS) + row, columns - 1), i == chosen));
        }
        return rows;
    }
}
