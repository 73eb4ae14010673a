package dev.voicebot.speakable;

import java.util.ArrayDeque;
import java.util.Deque;

/** Emoji that are not spoken but belong to what was written, each with its place in the source. One thread. */
final class Pictures {
    private final Deque<Picture> waiting = new ArrayDeque<>();

    /** A picture, or what holds two together, came at {@code place} of the source. */
    void add(int place, String picture) {
        waiting.add(new Picture(place, picture));
    }

    /**
     * Puts those that came before each character of a piece where they were written.
     *
     * @param written the piece without markup
     * @param places where each character of the piece as it was marked lies in {@code written}
     * @param ends what covers {@code written} so far: moved by what is put in
     * @param sources where each character of the marked piece ends in the source
     */
    String insert(String written, int[] places, int[] ends, SourceEnds sources) {
        if (waiting.isEmpty()) {
            return written;
        }
        StringBuilder whole = new StringBuilder(written);
        int added = 0;
        for (int i = 0; i < places.length - 1 && !waiting.isEmpty(); i++) {
            String before = before(sources.at(i));
            int at = places[i] + added;
            whole.insert(at, before);
            for (int j = 0; j < ends.length && !before.isEmpty(); j++) {
                ends[j] += ends[j] > at ? before.length() : 0;
            }
            added += before.length();
        }
        return whole.toString();
    }

    private String before(int end) {
        StringBuilder before = new StringBuilder();
        while (!waiting.isEmpty() && waiting.element().place() < end) {
            before.append(waiting.remove().text());
        }
        return before.toString();
    }

    /** Those that are left; none is then. */
    String rest() {
        StringBuilder rest = new StringBuilder();
        waiting.forEach(picture -> rest.append(picture.text()));
        waiting.clear();
        return rest.toString();
    }

    private record Picture(int place, String text) {}
}
