package dev.voicebot.terminal;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.KeyNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A key by its name in the settings, and what terminals send for it. */
public record KeyName(String name) {
    private static final String SPACE = "space";

    /** By the modifier in the name, as the parameter of a sequence. */
    private static final Map<String, Integer> MODIFIERS = Map.of("shift-", 2, "alt-", 3, "ctrl-", 5);

    /** Keys whose sequences end in a letter: {@code CSI A}, {@code SS3 A}, {@code CSI 1;5A}. */
    private static final Map<String, String> ENDS = Map.of(
            "up", "A", "down", "B", "right", "C", "left", "D", "home", "H", "end", "F", "f1", "P", "f2", "Q", "f4",
            "S");

    /** Keys whose sequences have a number: {@code CSI 15~}, {@code CSI 15;5~}. */
    private static final Map<String, List<Integer>> NUMBERS = Map.ofEntries(
            Map.entry("home", List.of(1, 7)),
            Map.entry("insert", List.of(2)),
            Map.entry("delete", List.of(3)),
            Map.entry("end", List.of(4, 8)),
            Map.entry("page-up", List.of(5)),
            Map.entry("page-down", List.of(6)),
            Map.entry("f1", List.of(11)),
            Map.entry("f2", List.of(12)),
            Map.entry("f3", List.of(13)),
            Map.entry("f4", List.of(14)),
            Map.entry("f5", List.of(15)),
            Map.entry("f6", List.of(17)),
            Map.entry("f7", List.of(18)),
            Map.entry("f8", List.of(19)),
            Map.entry("f9", List.of(20)),
            Map.entry("f10", List.of(21)),
            Map.entry("f11", List.of(23)),
            Map.entry("f12", List.of(24)));

    private static final String CSI = "\033[";
    private static final String SS3 = "\033O";

    public KeyName {
        if (!KeyNames.all().contains(name)) {
            throw new IllegalArgumentException("no key has the name " + name);
        }
    }

    public static List<KeyName> all(List<String> names) {
        return names.stream().map(KeyName::new).toList();
    }

    /** As people write it. */
    public String label() {
        if (isSpace()) {
            return tr("Space on an empty line");
        }
        return Stream.of(name.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("-"));
    }

    public static String labels(List<KeyName> keys) {
        return keys.stream().map(KeyName::label).collect(Collectors.joining(", "));
    }

    /** Whether it types a character: then it can mean something else on an empty line only. */
    public boolean isSpace() {
        return name.equals(SPACE);
    }

    /** What terminals send for it; empty for {@link #isSpace}. */
    public List<String> sequences() {
        if (isSpace()) {
            return List.of();
        }
        if (name.equals("shift-tab")) {
            return List.of(CSI + "Z", CSI + "9;2u");
        }
        return modifier() == 1 ? plainSequences() : modifiedSequences();
    }

    /** Whether a terminal that reports keys means this one; it may have lost its modifiers on the way up. */
    boolean isReportedAs(KeyReport report) {
        String key = base();
        return switch (report.end()) {
            case 'u' -> report.code() == (key.equals("tab") ? '\t' : character());
            case '~' -> numbers().contains(report.code());
            default -> String.valueOf(report.end()).equals(key.equals("f3") ? "R" : ENDS.get(key));
        };
    }

    private List<String> plainSequences() {
        List<String> sequences = new ArrayList<>();
        if (ENDS.containsKey(name)) {
            sequences.add(SS3 + ENDS.get(name)); // xterm
            sequences.add(CSI + ENDS.get(name)); // kitty
        }
        numbers().forEach(number -> sequences.add(CSI + number + "~")); // VT220
        if (name.equals("f3")) {
            sequences.add(SS3 + "R"); // not CSI R: that reports where the cursor is
        }
        if (name.matches("f[1-5]")) {
            sequences.add(CSI + "[" + (char) ('A' + name.charAt(1) - '1')); // the Linux console
        }
        return sequences;
    }

    private List<String> modifiedSequences() {
        List<String> sequences = new ArrayList<>();
        if (ENDS.containsKey(base())) {
            sequences.add(CSI + "1;" + modifier() + ENDS.get(base()));
        } else if (base().equals("f3")) {
            sequences.add(CSI + "1;" + modifier() + "R");
        } else if (numbers().isEmpty()) {
            sequences.addAll(characterSequences());
        }
        numbers().forEach(number -> sequences.add(CSI + number + ";" + modifier() + "~"));
        return sequences;
    }

    private List<String> characterSequences() {
        char character = character();
        String legacy = modifier() == 5 ? String.valueOf((char) (character & 0x1f)) : "\033" + character;
        return List.of(legacy, CSI + (int) character + ";" + modifier() + "u");
    }

    /** NUL for a key without one. */
    private char character() {
        if (base().equals(SPACE)) {
            return ' ';
        }
        return base().length() == 1 ? base().charAt(0) : '\0';
    }

    private List<Integer> numbers() {
        return NUMBERS.getOrDefault(base(), List.of());
    }

    private String base() {
        return MODIFIERS.keySet().stream()
                .filter(name::startsWith)
                .findFirst()
                .map(modifier -> name.substring(modifier.length()))
                .orElse(name);
    }

    private int modifier() {
        return MODIFIERS.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(1);
    }
}
