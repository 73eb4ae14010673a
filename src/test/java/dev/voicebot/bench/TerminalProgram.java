package dev.voicebot.bench;

import dev.voicebot.FreshHome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program on a terminal of its own, by util-linux's {@code script}, that answers what programs ask a terminal. Knows
 * when each letter was written; blanks and control sequences don't count.
 */
final class TerminalProgram implements AutoCloseable {
    private static final Pattern CONTROL =
            Pattern.compile("\033\\[[0-?]*[ -/]*[@-~]|\033[\\]P_^X][^\007\033]*(?:\007|\033\\\\)|\033[ -/]*[0-~]");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Process process;
    private final long begin;
    private final StringBuilder letters = new StringBuilder(); // guarded by this
    private long[] times = new long[4096]; // of each letter; guarded by this
    private String open = ""; // the beginning of a control sequence; the reader's

    private TerminalProgram(Process process, long begin) {
        this.process = process;
        this.begin = begin;
    }

    static TerminalProgram start(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        List<String> words = new ArrayList<>(List.of("env", "-i"));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(command);
        String shell = "stty rows 30 cols 100; exec " + FreshHome.shellLine(words);
        ProcessBuilder builder = new ProcessBuilder("script", "-qefc", shell, "/dev/null");
        builder.environment().put("SHELL", "/bin/sh");
        builder.directory(folder.toFile()).redirectErrorStream(true);
        long begin = System.nanoTime();
        TerminalProgram program = new TerminalProgram(builder.start(), begin);
        Thread reader = new Thread(program::read, "terminal");
        reader.setDaemon(true);
        reader.start();
        return program;
    }

    /** When it was started, by {@link System#nanoTime()}. */
    long begin() {
        return begin;
    }

    void type(String keys) throws IOException {
        OutputStream keyboard = process.getOutputStream();
        synchronized (keyboard) {
            keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        }
    }

    /** How many letters were written so far. */
    synchronized int written() {
        return letters.length();
    }

    /** When this was written, first behind {@code from} letters; waits for it. */
    Written await(String text, int from) throws InterruptedException {
        String wanted = text.replaceAll("\\s", "");
        long end = System.nanoTime() + PATIENCE_NANOS;
        synchronized (this) {
            int at = letters.indexOf(wanted, from);
            while (at < 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("'" + text + "' was never written, but: "
                            + letters.substring(Math.max(from, letters.length() - 500)));
                }
                wait(20);
                at = letters.indexOf(wanted, from);
            }
            int last = at + wanted.length();
            return new Written(times[last - 1], last);
        }
    }

    /** Waits until so many letters were written, and none for half a second. */
    void awaitQuiet(int atLeast) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        synchronized (this) {
            while (letters.length() < atLeast
                    || System.nanoTime() - lastWritten() < TimeUnit.MILLISECONDS.toNanos(500)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("only " + letters.length() + " letters were written");
                }
                wait(20);
            }
        }
    }

    /** When the last letter was written. */
    synchronized long lastWritten() {
        return times[letters.length() - 1];
    }

    /** @param end the place behind its last letter */
    record Written(long nanos, int end) {}

    /** The program itself, not {@code script}. */
    ProcessHandle handle() {
        return deepest(process.toHandle());
    }

    private static ProcessHandle deepest(ProcessHandle handle) {
        Optional<ProcessHandle> child = handle.children().findFirst();
        return child.map(TerminalProgram::deepest).orElse(handle);
    }

    private void read() {
        byte[] piece = new byte[65536];
        byte[] rest = new byte[0];
        try (InputStream in = process.getInputStream()) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                long now = System.nanoTime();
                byte[] all = Arrays.copyOf(rest, rest.length + count);
                System.arraycopy(piece, 0, all, rest.length, count);
                int whole = wholeCharacters(all);
                rest = Arrays.copyOfRange(all, whole, all.length);
                take(open + new String(all, 0, whole, StandardCharsets.UTF_8), now);
            }
        } catch (IOException e) {
            return; // it has ended
        }
    }

    /** How many bytes there are before a character that is not whole yet. */
    private static int wholeCharacters(byte[] bytes) {
        int start = bytes.length - 1;
        while (start > 0 && bytes.length - start < 4 && (bytes[start] & 0xc0) == 0x80) {
            start--;
        }
        if (start < 0 || bytes[start] >= 0) {
            return bytes.length;
        }
        int length = Integer.numberOfLeadingZeros(~(bytes[start] << 24));
        return start + length > bytes.length ? start : bytes.length;
    }

    private void take(String text, long now) throws IOException {
        Matcher control = CONTROL.matcher(text);
        int from = 0;
        while (control.find(from)) {
            add(text.substring(from, control.start()), now);
            answer(control.group());
            from = control.end();
        }
        int escape = text.indexOf('\033', from);
        add(escape < 0 ? text.substring(from) : text.substring(from, escape), now);
        open = escape < 0 ? "" : text.substring(escape);
    }

    private synchronized void add(String text, long now) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > ' ') {
                if (letters.length() == times.length) {
                    times = Arrays.copyOf(times, 2 * times.length);
                }
                times[letters.length()] = now;
                letters.append(text.charAt(i));
            }
        }
        notifyAll();
    }

    private void answer(String control) throws IOException {
        switch (control) {
            case "\033[6n" -> type("\033[1;1R");
            case "\033[5n" -> type("\033[0n");
            case "\033[c", "\033[0c" -> type("\033[?62;22c");
            default -> {
                if (control.startsWith("\033]11;?")) {
                    type("\033]11;rgb:0000/0000/0000\033\\");
                } else if (control.startsWith("\033]10;?")) {
                    type("\033]10;rgb:ffff/ffff/ffff\033\\");
                }
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            all.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }
}
