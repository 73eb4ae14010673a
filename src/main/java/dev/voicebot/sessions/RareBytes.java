package dev.voicebot.sessions;

import java.util.List;

/** A few sequences of bytes, two or more long, looked for all at once by the first two of each. Immutable. */
final class RareBytes {
    private static final byte FIRST = 1;
    private static final byte SECOND = 2; // it may also be a first one

    private final byte[] kinds = new byte[256];
    private final boolean[] pairs = new boolean[1 << 16];

    RareBytes(List<byte[]> sequences) {
        sequences.forEach(sequence -> kinds[sequence[0] & 0xff] = FIRST);
        for (byte[] sequence : sequences) {
            kinds[sequence[1] & 0xff] = SECOND;
            pairs[pair(sequence[0], sequence[1])] = true;
        }
    }

    /** Whether one of them may begin somewhere in {@code bytes}. */
    boolean mayBeIn(byte[] bytes) {
        byte[] kind = kinds;
        int end = bytes.length;
        int at = 1;
        while (at < end) {
            byte here = kind[bytes[at] & 0xff];
            if (here == SECOND && pairs[pair(bytes[at - 1], bytes[at])]) {
                return true;
            }
            at += here == 0 ? 2 : 1;
        }
        return false;
    }

    private static int pair(byte one, byte two) {
        return (one & 0xff) << 8 | (two & 0xff);
    }
}
