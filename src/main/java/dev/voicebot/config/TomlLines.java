package dev.voicebot.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the line of a key in a TOML text, because the parser keeps no lines. */
final class TomlLines {
    private static final Pattern TABLE = Pattern.compile("\\s*\\[\\s*([^\\[\\]]+?)\\s*]\\s*(#.*)?");
    private static final Pattern KEY = Pattern.compile("\\s*((?:\"[^\"]*\"|'[^']*'|[A-Za-z0-9_.\\s-])+?)\\s*=.*");

    private TomlLines() {}

    /** The 1-based line that sets {@code key}, or else that of its table, or else 1. */
    static int lineOf(String text, String key) {
        List<String> lines = text.lines().toList();
        String wanted = plain(key);
        String table = "";
        int nearest = 1;
        boolean inText = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean wasInText = inText;
            inText ^= togglesText(line);
            Matcher header = TABLE.matcher(line);
            Matcher entry = KEY.matcher(line);
            if (wasInText) {
                continue;
            }
            if (header.matches()) {
                table = plain(header.group(1)) + ".";
                nearest = (wanted + ".").startsWith(table) ? i + 1 : nearest;
            } else if (entry.matches()) {
                String here = table + plain(entry.group(1));
                if (here.equals(wanted)) {
                    return i + 1;
                }
                nearest = wanted.startsWith(here + ".") ? i + 1 : nearest; // an inline table
            }
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
