package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name somebody most likely meant, whatever its case. */
public final class Nearest {
    private static final int MOST_TO_CHANGE = 3; // one letter of so many

    private Nearest() {}

    /**
     * A name that begins with {@code typed}; else the one with the fewest letters to change, left out or swapped, and
     * the longest common beginning; empty where more than a third of the letters are different.
     */
    public static Optional<String> to(String typed, Collection<String> names) {
        return names.stream()
                .filter(name -> isNear(typed, name))
                .min(Comparator.<String>comparingInt(name -> begins(name, typed) ? 0 : distance(typed, name))
                        .thenComparing(Comparator.<String>comparingInt(name -> common(typed, name))
                                .reversed())
                        .thenComparingInt(String::length));
    }

    /** The end of a complaint about a name: {@code ". Did you mean chat.model?"}, or only the full stop. */
    public static String hint(String typed, Collection<String> names) {
        return to(typed, names).map(name -> tr(". Did you mean %s?", name)).orElseGet(() -> tr("."));
    }

    private static boolean isNear(String typed, String name) {
        return begins(name, typed)
                || distance(typed, name) * MOST_TO_CHANGE
                        <= Math.max(typed.length(), compared(typed, name).length());
    }

    private static boolean begins(String name, String typed) {
        return !typed.isEmpty() && lower(compared(typed, name)).startsWith(lower(typed));
    }

    /** Of a name in a table, {@code chat.model}, the part that was typed. */
    private static String compared(String typed, String name) {
        return typed.contains(".") ? name : name.substring(name.lastIndexOf('.') + 1);
    }

    private static int common(String typed, String name) {
        String a = lower(typed);
        String b = lower(compared(typed, name));
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Damerau and Levenshtein's, as optimal string alignment. */
    private static int distance(String typed, String name) {
        String a = lower(typed);
        String b = lower(compared(typed, name));
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (isSwapped(a, b, i, j)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }

    private static boolean isSwapped(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
