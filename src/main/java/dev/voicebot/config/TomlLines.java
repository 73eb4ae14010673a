package dev.voicebot.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the lines of tables and keys in a TOML text, because the parser keeps no lines. */
final class TomlLines {
    private static final Pattern TABLE = Pattern.compile("\\s*\\[\\s*([^\\[\\]]+?)\\s*]\\s*(#.*)?");
    private static final Pattern KEY = Pattern.compile("\\s*((?:\"[^\"]*\"|'[^']*'|[A-Za-z0-9_.\\s-])+?)\\s*=.*");

    /** A setting that was not changed, as {@link SettingsTemplate} writes it. */
    private static final Pattern OFF = Pattern.compile("#([a-z_]+) =.*");

    enum Kind {
        TABLE,
        KEY,
        OFF
    }

    /**
     * A line that means something.
     *
     * @param number counts from 1
     * @param key with its table, or the table's name
     */
    record Place(int number, Kind kind, String key) {}

    private TomlLines() {}

    /** All lines of tables and keys, in their order. */
    static List<Place> places(String text) {
        List<String> lines = text.lines().toList();
        List<Place> places = new ArrayList<>();
        String table = "";
        boolean inText = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean wasInText = inText;
            inText ^= togglesText(line);
            Matcher header = TABLE.matcher(line);
            Matcher entry = KEY.matcher(line);
            Matcher off = OFF.matcher(line);
            if (wasInText) {
                continue;
            }
            if (header.matches()) {
                table = plain(header.group(1)) + ".";
                places.add(new Place(i + 1, Kind.TABLE, plain(header.group(1))));
            } else if (entry.matches()) {
                places.add(new Place(i + 1, Kind.KEY, table + plain(entry.group(1))));
            } else if (off.matches()) {
                places.add(new Place(i + 1, Kind.OFF, table + off.group(1)));
            }
        }
        return places;
    }

    /** The 1-based line that sets {@code key}, or else that of its table, or else 1. */
    static int lineOf(String text, String key) {
        String wanted = plain(key);
        int nearest = 1;
        for (Place place : places(text)) {
            if (place.kind() == Kind.KEY && place.key().equals(wanted)) {
                return place.number();
            }
            boolean holds = place.kind() != Kind.OFF && (wanted + ".").startsWith(place.key() + ".");
            nearest = holds ? place.number() : nearest; // a table, also an inline one
        }
        return nearest;
    }

    /** Whether a text of several lines begins or ends in this one. */
    private static boolean togglesText(String line) {
        int quotes = (line.split("\"\"\"", -1).length - 1) + (line.split("'''", -1).length - 1);
        return quotes % 2 == 1;
    }

    private static String plain(String key) {
        return key.replaceAll("[\"'\\s]", "");
    }
}
