package dev.voicebot.screen;

import dev.voicebot.terminal.Background;
import dev.voicebot.terminal.KeyProtocol;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongToIntFunction;
import org.jline.terminal.Terminal;

/** What the terminal is asked, and its answers, which come among the keys. Reading thread. */
final class TerminalAnswers {
    private static final int LONGEST = 64;
    private static final long PAUSE_MILLIS = 100; // within an answer
    private static final Duration LATEST = Duration.ofSeconds(1);

    /** How long leaving may wait for what the terminal still has to answer. */
    private static final long LEAVING_MILLIS = 100;

    private final KeyProtocol protocol;
    private final LongToIntFunction peek;
    private final IntSupplier read;
    private boolean awaitsBackground;
    private long askedNanos;

    /**
     * {@code peek} gives the next key, which stays there, or something negative when none comes within so many
     * milliseconds; {@code read} takes it.
     */
    TerminalAnswers(KeyProtocol protocol, LongToIntFunction peek, IntSupplier read) {
        this.protocol = protocol;
        this.peek = peek;
        this.read = read;
    }

    /** {@link #ask} is to ask for it. */
    void wantBackground() {
        awaitsBackground = true;
    }

    /** Once the terminal is in raw mode. */
    void ask(Terminal terminal) {
        if (awaitsBackground) {
            askedNanos = System.nanoTime();
            terminal.writer().write(Background.QUESTION);
        }
        if (!protocol.isAsked() && !Terminal.TYPE_DUMB.equals(terminal.getType())) {
            terminal.writer().write(protocol.ask());
            terminal.flush();
        }
    }

    /** What follows the beginning of the background's answer, up to BEL or ESC \\, the two ends that terminals use. */
    String restOfBackground() {
        StringBuilder rest = new StringBuilder();
        awaitsBackground = false;
        while (rest.length() < LONGEST) {
            int c = peek.applyAsInt(PAUSE_MILLIS) < 0 ? -1 : read.getAsInt();
            if (c < 0 || c == '\007') {
                break;
            }
            if (c == '\033') {
                if (peek.applyAsInt(PAUSE_MILLIS) == '\\') {
                    skip();
                }
                break;
            }
            rest.append((char) c);
        }
        return rest.toString();
    }

    /** Takes what is still on its way, or the shell would get it; what is typed meanwhile is lost. */
    void await() {
        awaitBackground();
        long end = System.nanoTime() + LEAVING_MILLIS * 1_000_000;
        while (protocol.awaitsAnswer() && System.nanoTime() < end) {
            if (peek.applyAsInt(LEAVING_MILLIS / 10) >= 0) {
                skip();
            }
        }
    }

    private void awaitBackground() {
        boolean soon = System.nanoTime() - askedNanos < LATEST.toNanos();
        if (!awaitsBackground || !soon) {
            return;
        }
        awaitsBackground = false;
        if (peek.applyAsInt(PAUSE_MILLIS) == '\033') {
            restOfBackground(); // its own ESC ends nothing: it is the first
            restOfBackground();
        }
    }

    private void skip() {
        int unused = read.getAsInt();
    }
}
