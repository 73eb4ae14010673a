package dev.voicebot.repl;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** What comes from the terminal, with whole control sequences replaced before anybody else sees them. One thread. */
final class KeyFilter extends NonBlockingReader {
    /** How long a sequence's next character may take: terminals send it in one piece. */
    private static final long PIECE_MILLIS = 30;

    private static final int LONGEST = 64;

    private final NonBlockingReader keys;
    private final UnaryOperator<String> replacement;
    private final Deque<Character> ready = new ArrayDeque<>();

    private final Optional<LoneEscape> escape;
    private boolean alone; // whether the Esc read last was seen to be no sequence's beginning

    KeyFilter(NonBlockingReader keys, Optional<LoneEscape> escape, UnaryOperator<String> replacement) {
        this.keys = keys;
        this.escape = escape;
        this.replacement = replacement;
    }

    /** The same terminal, whose reader is filtered. */
    static Terminal over(Terminal terminal, UnaryOperator<String> replacement) {
        KeyFilter filter = new KeyFilter(terminal.reader(), LoneEscape.on(terminal), replacement);
        return (Terminal) Proxy.newProxyInstance(
                KeyFilter.class.getClassLoader(), new Class<?>[] {Terminal.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("reader")) {
                        return filter;
                    }
                    try {
                        return method.invoke(terminal, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    protected int read(long timeout, boolean isPeek) throws IOException {
        long deadline = System.nanoTime() + timeout * 1_000_000;
        while (ready.isEmpty()) {
            long left = timeout == 0 ? 0 : Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
            int c = keys.read(left);
            if (c < 0) {
                return c;
            }
            add(c == LoneEscape.ESCAPE ? replacement.apply(sequence()) : String.valueOf((char) c));
        }
        return isPeek ? ready.getFirst() : ready.removeFirst();
    }

    /** Whether the Esc that comes next is surely no sequence's beginning. */
    boolean isEscapeAlone() {
        return alone && ready.size() == 1;
    }

    private void add(String text) {
        text.chars().forEach(c -> ready.addLast((char) c));
    }

    /** Whole, or as much of it as came in time. */
    private String sequence() throws IOException {
        StringBuilder sequence = new StringBuilder("\033");
        alone = escape.filter(LoneEscape::isAlone).isPresent();
        if (alone || keys.peek(PIECE_MILLIS) != '[') {
            return sequence.toString();
        }
        while (sequence.length() < LONGEST && !isWhole(sequence)) {
            int c = keys.read(PIECE_MILLIS);
            if (c < 0) {
                break;
            }
            sequence.append((char) c);
        }
        return sequence.toString();
    }

    /** The Linux console sends {@code CSI [ A} for F1. */
    private static boolean isWhole(StringBuilder sequence) {
        char last = sequence.charAt(sequence.length() - 1);
        boolean begun = sequence.length() < 3 || (sequence.length() == 3 && last == '[');
        return !begun && last >= '@' && last <= '~';
    }

    @Override
    public int readBuffered(char[] buffer, int offset, int length, long timeout) throws IOException {
        int c = read(timeout, false);
        if (c < 0) {
            return c;
        }
        buffer[offset] = (char) c;
        return 1;
    }

    @Override
    public int available() {
        return ready.size() + keys.available();
    }

    @Override
    public void shutdown() {
        keys.shutdown();
    }

    @Override
    public void close() throws IOException {
        keys.close();
    }
}
