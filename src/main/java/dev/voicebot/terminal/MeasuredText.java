package dev.voicebot.terminal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A stream of foreign text made safe, which knows what became of each of its characters. One thread. */
public final class MeasuredText {
    private final SafeText safe = new SafeText();
    private final NavigableMap<Integer, Integer> shifts = new TreeMap<>(); // lengths taken to lengths given
    private int taken;
    private int given;

    /** The next piece, as {@link SafeText#clean}. */
    public String clean(String piece) {
        if (safe.leaves(piece)) {
            taken += piece.length();
            given += piece.length();
            return piece;
        }
        StringBuilder cleaned = new StringBuilder(piece.length());
        for (int i = 0; i < piece.length(); i++) {
            String character = safe.clean(piece.substring(i, i + 1));
            cleaned.append(character);
            taken++;
            given += character.length();
            if (character.length() != 1) {
                shifts.put(taken, given);
            }
        }
        return cleaned.toString();
    }

    /** What became of the first {@code characters} of all pieces, as a length. */
    public int lengthOf(int characters) {
        Map.Entry<Integer, Integer> shift = shifts.floorEntry(characters);
        int length = shift == null ? characters : shift.getValue() + characters - shift.getKey();
        return Math.min(length, given);
    }
}
