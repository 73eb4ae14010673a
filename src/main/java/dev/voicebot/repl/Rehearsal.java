package dev.voicebot.repl;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.terminal.spi.TerminalProvider;

/** A conversation on a terminal that nobody sees: loads the classes that a real one needs. */
public final class Rehearsal {
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CTRL_D = "\004";

    private Rehearsal() {}

    /** Types each line, waiting until the screen is quiet after it, and leaves. Blocks. */
    public static void run(ChatParts parts, String... lines) {
        Screen screen = new Screen();
        try (LineDisciplineTerminal terminal =
                new LineDisciplineTerminal("rehearsal", "xterm-256color", screen, StandardCharsets.UTF_8)) {
            terminal.setSize(new Size(80, 24));
            TerminalProvider.load("jni"); // what a real terminal is opened by
            Worker.TYPIST.start(() -> type(terminal, screen, lines));
            ChatScreen.run(parts, terminal);
        } catch (IOException e) {
            throw new AssistantException(FaultKind.FAILED, "The rehearsal failed: " + e.getMessage(), e);
        }
    }

    private static void type(LineDisciplineTerminal terminal, Screen screen, String... lines) {
        try {
            for (String line : lines) {
                screen.awaitQuiet();
                terminal.processInputBytes((line + "\r").getBytes(StandardCharsets.UTF_8));
            }
            screen.awaitQuiet();
            terminal.processInputBytes(CTRL_D.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssistantException(FaultKind.FAILED, "The rehearsal failed: " + e.getMessage(), e);
        }
    }

    /** Swallows what is written and remembers when that was. */
    private static final class Screen extends OutputStream {
        @GuardedBy("this")
        private long written = System.nanoTime();

        @Override
        public synchronized void write(int b) {
            written = System.nanoTime();
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            written = System.nanoTime();
        }

        synchronized void awaitQuiet() {
            long end = System.nanoTime() + PATIENCE.toNanos();
            written = System.nanoTime();
            while (System.nanoTime() - written < QUIET.toNanos() && System.nanoTime() < end) {
                try {
                    wait(QUIET.toMillis() / 4);
                } catch (InterruptedException e) {
                    Interrupts.keep(e);
                    return;
                }
            }
        }
    }
}
