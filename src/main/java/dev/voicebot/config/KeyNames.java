package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names of keys that actions can be given to: {@code f2}, {@code ctrl-t}, {@code alt-right}, {@code space}. */
public final class KeyNames {
    private static final List<String> MODIFIERS = List.of("shift-", "alt-", "ctrl-");
    private static final List<String> NAMED = List.of(
            "up",
            "down",
            "left",
            "right",
            "home",
            "end",
            "insert",
            "delete",
            "page-up",
            "page-down",
            "f1",
            "f2",
            "f3",
            "f4",
            "f5",
            "f6",
            "f7",
            "f8",
            "f9",
            "f10",
            "f11",
            "f12");

    /** Interrupt, end of input, backspace, tab, two kinds of Enter, and suspend. */
    private static final String TAKEN_WITH_CTRL = "cdhijmz";

    private static final Set<String> ALL = Collections.unmodifiableSet(all(new LinkedHashSet<>()));

    private KeyNames() {}

    public static Set<String> all() {
        return ALL;
    }

    /** The names in a list such as {@code f2, ctrl-space}. */
    static List<String> in(String list) {
        return Stream.of(list.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    static Optional<String> complaint(String list) {
        return in(list).stream()
                .filter(name -> !ALL.contains(name))
                .findFirst()
                .map(name -> Nearest.to(name, ALL)
                        .map(near -> tr("contains an unknown key '%s' (did you mean '%s'?)", name, near))
                        .orElseGet(() -> tr("contains an unknown key '%s'", name)));
    }

    private static Set<String> all(Set<String> names) {
        names.add("space");
        names.add("ctrl-space");
        names.add("alt-space");
        names.add("shift-tab");
        names.addAll(NAMED);
        MODIFIERS.forEach(modifier -> NAMED.forEach(name -> names.add(modifier + name)));
        for (char letter = 'a'; letter <= 'z'; letter++) {
            names.add("alt-" + letter);
            if (TAKEN_WITH_CTRL.indexOf(letter) < 0) {
                names.add("ctrl-" + letter);
            }
        }
        for (char digit = '0'; digit <= '9'; digit++) {
            names.add("alt-" + digit);
        }
        return names;
    }
}
