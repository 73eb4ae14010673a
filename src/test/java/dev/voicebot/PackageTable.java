package dev.voicebot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of packages in ARCHITECTURE.md.
 *
 * @param mayUse what each package may use
 * @param named the same, without those that may use everything above
 * @param homes where each library lives
 */
record PackageTable(
        Map<String, TreeSet<String>> mayUse, Map<String, TreeSet<String>> named, Map<String, List<String>> homes) {
    private static final Pattern ROW = Pattern.compile("\\| (`[^|]+) \\|[^|]+\\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    static PackageTable read() {
        PackageTable table = new PackageTable(new TreeMap<>(), new TreeMap<>(), new HashMap<>());
        try {
            Files.readAllLines(Path.of("ARCHITECTURE.md")).stream()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void add(Matcher row) {
        boolean everything = row.group(2).equals("everything above");
        TreeSet<String> allowed = everything ? new TreeSet<>(mayUse.keySet()) : new TreeSet<>(names(row.group(2)));
        for (String name : names(row.group(1))) {
            mayUse.put(name, allowed);
            if (!everything) {
                named.put(name, allowed);
            }
            if (!row.group(3).equals("–")) {
                List.of(row.group(3).split(", "))
                        .forEach(library -> homes.computeIfAbsent(library, l -> new ArrayList<>())
                                .add(name));
            }
        }
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace("`", ""))
                .toList();
    }
}
