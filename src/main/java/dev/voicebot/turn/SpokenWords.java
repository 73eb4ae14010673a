package dev.voicebot.turn;

import dev.voicebot.speakable.SpeakablePiece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which words of a reply are covered by which words that are spoken for it: the same, but for markup that is gone and
 * for numbers and signs that are spelt out. One thread at a time.
 */
final class SpokenWords {
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&\\P{IsHan}]+");
    private static final int STRAY = 12; // characters of markup between two words

    private final StringBuilder spoken = new StringBuilder();
    private final List<End> ends = new ArrayList<>(); // rising
    private int covered;

    /** Adds a piece that is spoken for what {@code source} holds between the piece before and its end there. */
    void add(SpeakablePiece piece, CharSequence source) {
        int end = Math.max(covered, Math.min(piece.sourceEnd(), source.length()));
        int[] places = places(piece.written(), source.subSequence(covered, end).toString());
        String text = piece.text();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            int written = piece.spoken().ends()[word.end() - 1];
            ends.add(new End(spoken.length() + word.end(), covered + places[Math.min(written, places.length - 1)]));
        }
        spoken.append(text);
        covered = Math.max(covered, piece.sourceEnd());
        ends.add(new End(spoken.length(), covered));
    }

    /** For each number of characters of what is written without markup, how much of the slice of source they cover. */
    private static int[] places(String written, String slice) {
        int[] places = new int[written.length() + 1];
        int at = 0;
        int done = 0;
        Matcher word = WORD.matcher(written);
        while (word.find()) {
            int surplus = Math.max(0, slice.length() - at - (written.length() - word.start()));
            int found = slice.indexOf(word.group(), at);
            Arrays.fill(places, done, word.end(), at);
            if (found >= 0 && found - at <= surplus + STRAY) {
                at = found + word.group().length();
            }
            places[word.end()] = at;
            done = word.end();
        }
        Arrays.fill(places, done, places.length, at);
        return places;
    }

    /** How many characters of the reply are covered by the first {@code characters} of what is spoken; whole words. */
    int covered(int characters) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends.get(middle).spoken() <= characters) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : ends.get(low - 1).source();
    }

    /** All that is spoken, as it was handed to the voice. */
    CharSequence spoken() {
        return spoken;
    }

    private record End(int spoken, int source) {}
}
