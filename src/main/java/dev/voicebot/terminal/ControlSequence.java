package dev.voicebot.terminal;

import java.io.IOException;
import java.util.Set;
import org.jline.utils.NonBlockingReader;

/**
 * Reads one sequence of a key or a report to its end, known or not, by the forms of ECMA-48 and what terminals add to
 * them. One thread.
 */
public final class ControlSequence {
    public static final char ESCAPE = '\033';

    /** How long a sequence's next character may take: terminals send it in one piece, but machines are busy. */
    private static final long PIECE_MILLIS = 150;

    /** Around what is pasted. */
    private static final Set<String> PASTE = Set.of("\033[200~", "\033[201~");

    private static final int PASTE_LENGTH = 6;

    private static final int LONGEST = 64;
    private static final int LONGEST_STRING = 4096;
    private static final int MOUSE_BYTES = 3; // that follow an old report of the mouse

    private final NonBlockingReader keys;
    private final long patience; // milliseconds
    private final StringBuilder sequence = new StringBuilder().append(ESCAPE);

    private ControlSequence(NonBlockingReader keys, long patience) {
        this.keys = keys;
        this.patience = patience;
    }

    /** What begins with the Esc that was just read: whole, or as much of it as came in time. */
    static String read(NonBlockingReader keys) throws IOException {
        return read(keys, PIECE_MILLIS);
    }

    /** {@code patience} is how many milliseconds the next character may take. */
    static String read(NonBlockingReader keys, long patience) throws IOException {
        ControlSequence read = new ControlSequence(keys, patience);
        read.readOn();
        return read.sequence.toString();
    }

    private void readOn() throws IOException {
        switch (next()) {
            case '[' -> readControl();
            case 'O' -> readKey();
            case ']', 'P', '_', '^', 'X' -> readString();
            case ESCAPE -> readWithAlt();
            default -> {} // a character with Alt
        }
    }

    /** A key with Alt, as rxvt sends it. Before or in a paste it is an Esc of its own, and must not hide its marks. */
    private void readWithAlt() throws IOException {
        readOn();
        int begin = Math.max(0, sequence.length() - PASTE_LENGTH);
        if (PASTE.contains(sequence.substring(begin))) {
            sequence.delete(0, begin);
        }
    }

    /** {@code CSI}, parameters, an end. The Linux console sends {@code CSI [ A} for F1. */
    private void readControl() throws IOException {
        int begin = sequence.length();
        while (sequence.length() < LONGEST && goesOn()) {
            int c = next();
            if (restarts(c)) {
                return;
            }
            boolean isConsole = sequence.length() == begin + 1 && c == '[';
            if (c >= '@' && c <= '~' && !isConsole) {
                break;
            }
        }
        if (sequence.substring(begin).equals("M")) {
            readMouse();
        }
    }

    private void readMouse() throws IOException {
        for (int i = 0; i < MOUSE_BYTES; i++) {
            if (restarts(next())) {
                return;
            }
        }
    }

    /** {@code SS3}, perhaps a modifier, an end. */
    private void readKey() throws IOException {
        while (goesOn()) {
            int c = next();
            if (restarts(c) || c < '0' || c > ';') {
                return;
            }
        }
    }

    /** Whether what comes next may belong to it: a key such as Ctrl-C or a letter outside ASCII stands for itself. */
    private boolean goesOn() throws IOException {
        int c = keys.peek(patience);
        return c == ESCAPE || (c >= ' ' && c <= '~');
    }

    /** An answer of the terminal's, up to BEL or {@code ESC \}. */
    private void readString() throws IOException {
        for (int c = next(); c >= 0 && c != '\007' && sequence.length() < LONGEST_STRING; c = next()) {
            if (c == ESCAPE && keys.peek(patience) == '\\') {
                next();
                return;
            }
            if (restarts(c)) {
                return;
            }
        }
    }

    /** Esc in the middle of a sequence ends that and begins another one. */
    private boolean restarts(int c) throws IOException {
        if (c != ESCAPE) {
            return false;
        }
        sequence.setLength(1);
        readOn();
        return true;
    }

    /** Negative when nothing comes in time. */
    private int next() throws IOException {
        int c = keys.read(patience);
        if (c >= 0) {
            sequence.append((char) c);
        }
        return c;
    }
}
