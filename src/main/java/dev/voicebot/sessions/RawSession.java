package dev.voicebot.sessions;

import dev.voicebot.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A session's file as bytes, also while another process writes it. Lists and searches look at thousands: they find the
 * turns by their keys, and only what they show is read as JSON.
 */
final class RawSession {
    private static final byte[] TURN = "\"turn\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UNDO = "\"undo\"".getBytes(StandardCharsets.US_ASCII);
    private static final int LAST = TURN.length - 1;
    private static final int MOST_DIGITS = 9;
    private static final byte[] SHIFTS = shifts();

    private final byte[] bytes;

    RawSession(byte[] bytes) {
        this.bytes = bytes;
    }

    static RawSession read(Path file) throws IOException {
        return new RawSession(PrivateFiles.read(file));
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the lines of the turns begin, without those that were taken back, in the order they came. */
    List<Integer> turns() {
        Map<Integer, Integer> turns = new LinkedHashMap<>();
        for (int at = nextKey(0); at < bytes.length; at = nextKey(at + LAST)) {
            boolean isTurn = bytes[at + 1] == 't';
            int number = number(at, isTurn ? "turn" : "undo");
            if (number >= 0 && isTurn) {
                turns.put(number, begin(at));
            } else if (number >= 0) {
                turns.remove(number);
            }
        }
        return List.copyOf(turns.values());
    }

    /** The largest number that a turn of it ever had, taken back or not; 0 without one. */
    int lastNumber() {
        int last = 0;
        for (int at = nextKey(0); at < bytes.length; at = nextKey(at + LAST)) {
            if (bytes[at + 1] == 't') {
                last = Math.max(last, number(at, "turn"));
            }
        }
        return last;
    }

    /** Where the next of the two words stands, or the end; as Horspool's search does, which skips most bytes. */
    private int nextKey(int from) {
        byte[] all = bytes; // a third quicker than the fields, in a JVM that compiles for a quick start
        byte[] shifts = SHIFTS;
        int end = all.length;
        for (int last = from + LAST; last < end; last += shifts[all[last] & 0xff]) {
            if (all[last] == '"' && (isAt(last - LAST, TURN) || isAt(last - LAST, UNDO))) {
                return last - LAST;
            }
        }
        return end;
    }

    private static byte[] shifts() {
        byte[] shifts = new byte[256];
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = (byte) TURN.length;
        }
        for (int i = 0; i < LAST; i++) {
            shifts[TURN[i]] = (byte) Math.min(shifts[TURN[i]], LAST - i);
            shifts[UNDO[i]] = (byte) Math.min(shifts[UNDO[i]], LAST - i);
        }
        return shifts;
    }

    private boolean isAt(int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** The number behind the key at {@code at}; negative where that is no key of the line's own. */
    private int number(int at, String key) {
        return isFirstKey(at) ? digits(at + TURN.length) : parsed(at, key);
    }

    /** Whether only the brace and spaces stand before it in its line. */
    private boolean isFirstKey(int at) {
        int brace = beforeSpaces(at);
        if (brace < 0 || bytes[brace] != '{') {
            return false;
        }
        int before = beforeSpaces(brace);
        return before < 0 || bytes[before] == '\n';
    }

    private int beforeSpaces(int at) {
        int before = at - 1;
        while (before >= 0 && isSpace(bytes[before])) {
            before--;
        }
        return before;
    }

    private int digits(int from) {
        int at = afterSpaces(from);
        if (at >= bytes.length || bytes[at] != ':') {
            return -1;
        }
        at = afterSpaces(at + 1);
        int first = at;
        int number = 0;
        while (at < bytes.length && at < first + MOST_DIGITS && bytes[at] >= '0' && bytes[at] <= '9') {
            number = 10 * number + bytes[at++] - '0';
        }
        return at == first ? -1 : number;
    }

    private int afterSpaces(int from) {
        int at = from;
        while (at < bytes.length && isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    /** Where the key comes later, or is none: the careful way. */
    private int parsed(int at, String key) {
        int begin = begin(at);
        return JsonLines.parse(new String(bytes, begin, end(at) - begin, StandardCharsets.UTF_8))
                .path(key)
                .asInt(-1);
    }

    private int begin(int at) {
        int begin = at;
        while (begin > 0 && bytes[begin - 1] != '\n') {
            begin--;
        }
        return begin;
    }

    private int end(int at) {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }
}
