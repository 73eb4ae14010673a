package dev.voicebot.speakable;

import java.util.BitSet;

/** Which characters of a reply are code or a table: those are to be read, not to be heard. One thread. */
public final class CodeAndTables {
    private final BitSet inside = new BitSet();
    private final StringBuilder lineStart = new StringBuilder(); // as far as it can decide
    private int length;
    private int count;
    private boolean isFenced;
    private boolean isLine; // the line is a row of a table, or a fence

    /** The reply goes on. */
    public void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            take(text.charAt(i));
        }
    }

    /** Whether most of the characters from one to another are. */
    public boolean contains(int from, int to) {
        return 2 * inside.get(from, to).cardinality() > to - from;
    }

    /** Whether more than half of the reply is. */
    public boolean isMost() {
        return 2 * count > length;
    }

    /** How many characters are. */
    public int count() {
        return count;
    }

    private void take(char c) {
        if (c == '\n') {
            lineStart.setLength(0);
            isLine = false;
        } else if (lineStart.length() < 3 && !(lineStart.isEmpty() && Character.isWhitespace(c))) {
            lineStart.append(c);
            decide();
        }
        if (isFenced || isLine) {
            inside.set(length);
            count++;
        }
        length++;
    }

    private void decide() {
        String start = lineStart.toString();
        if (start.equals("```") || start.equals("~~~")) {
            isFenced = !isFenced;
            isLine = true;
        } else if (start.equals("|")) {
            isLine = true;
        }
    }
}
