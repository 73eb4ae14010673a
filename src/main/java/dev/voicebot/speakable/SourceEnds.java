package dev.voicebot.speakable;

/** For each character that goes into a splitter, how much of the source had been read by then. One thread. */
final class SourceEnds {
    private int[] ends = new int[256];
    private int first;
    private int size;
    private int inText;

    /** The text for the splitter has become {@code length} long; its new characters end at {@code end}. */
    void upTo(int length, int end) {
        for (; inText < length; inText++) {
            add(end);
        }
    }

    /** The splitter has got that text; the next one begins. */
    void startText() {
        inText = 0;
    }

    /** Where the character that is so many behind the next one ends. */
    int at(int behind) {
        return ends[first + behind];
    }

    /** Takes the next {@code length} characters away, which are a piece; gives where the last of them ends. */
    int take(int length) {
        int end = ends[first + length - 1];
        first += length;
        size -= length;
        return end;
    }

    private void add(int end) {
        if (first + size == ends.length) {
            int[] room = size * 2 > ends.length ? new int[ends.length * 2] : ends;
            System.arraycopy(ends, first, room, 0, size);
            ends = room;
            first = 0;
        }
        ends[first + size++] = end;
    }
}
