package dev.voicebot.terminal;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** What comes from the terminal, with whole control sequences replaced before anybody else sees them. One thread. */
public final class KeyFilter extends NonBlockingReader {
    private static final String ESCAPE = String.valueOf(ControlSequence.ESCAPE);

    private final NonBlockingReader keys;
    private final UnaryOperator<String> replacement;
    private final Deque<Character> ready = new ArrayDeque<>();
    private Predicate<String> known = sequence -> true;
    private final Optional<LoneEscape> escape;
    private boolean alone; // whether the Esc read last was seen to be no sequence's beginning

    public KeyFilter(NonBlockingReader keys, Optional<LoneEscape> escape, UnaryOperator<String> replacement) {
        this.keys = keys;
        this.escape = escape;
        this.replacement = replacement;
    }

    /** The same terminal, whose reader is filtered. */
    public static Terminal over(Terminal terminal, UnaryOperator<String> replacement) {
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

    /** From now on, sequences that are unknown both before and after they are replaced are left out. */
    public void leaveOutUnless(Predicate<String> isKnown) {
        known = isKnown;
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
            add(c == ControlSequence.ESCAPE ? sequence() : String.valueOf((char) c));
        }
        return isPeek ? ready.getFirst() : ready.removeFirst();
    }

    /** Whether the Esc that comes next is surely no sequence's beginning. */
    public boolean isEscapeAlone() {
        return alone && ready.size() == 1;
    }

    private void add(String text) {
        text.chars().forEach(c -> ready.addLast((char) c));
    }

    private String sequence() throws IOException {
        alone = escape.filter(LoneEscape::isAlone).isPresent();
        return alone ? ESCAPE : understood(ControlSequence.read(keys));
    }

    /** Nothing for an unknown sequence, whose characters would act as separate keys. Esc pressed fast is still Esc. */
    private String understood(String sequence) {
        if (sequence.chars().allMatch(c -> c == ControlSequence.ESCAPE)) {
            return ESCAPE;
        }
        if (known.test(sequence)) {
            return sequence;
        }
        String replaced = replacement.apply(sequence);
        boolean isSequence = replaced.startsWith(ESCAPE) && replaced.length() > 1;
        return isSequence && !known.test(replaced) ? "" : replaced;
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
