package dev.voicebot.soak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of everything that was asked for. */
final class Counts {
    /** What became of one reply, file or transcript. */
    enum Fate {
        ANSWERED,
        /** Not there, and the user was told so. */
        TOLD,
        /** The process was ended on purpose; what it had is on the disk. */
        ENDED,
        /** Not there, and nobody was told. */
        LOST,
        DOUBLED,
        OUT_OF_ORDER;

        boolean isFault() {
            return compareTo(ENDED) > 0;
        }
    }

    private final Map<String, Map<Fate, Integer>> byKind = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    void add(String kind, Fate fate, String what) {
        byKind.computeIfAbsent(kind, name -> new EnumMap<>(Fate.class)).merge(fate, 1, Integer::sum);
        if (fate.isFault()) {
            faults.add(kind + ", " + fate.name().toLowerCase(Locale.ROOT) + ": " + what);
        }
    }

    List<String> faults() {
        return faults;
    }

    /** A table in Markdown. */
    String table() {
        StringBuilder rows = new StringBuilder(
                "| | asked | answered | told as failed | ended by us | lost | doubled | out of order |\n|---|---|---|---|---|---|---|---|\n");
        byKind.forEach((kind, fates) -> {
            rows.append("| ").append(kind).append(" | ");
            rows.append(fates.values().stream().mapToInt(Integer::intValue).sum());
            for (Fate fate : Fate.values()) {
                rows.append(" | ").append(fates.getOrDefault(fate, 0));
            }
            rows.append(" |\n");
        });
        return rows.toString();
    }
}
