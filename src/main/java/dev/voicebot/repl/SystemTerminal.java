package dev.voicebot.repl;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.slf4j.LoggerFactory;

/** The process's own terminal, and what brings it back when the process is told to end. */
final class SystemTerminal {
    /** JLine's warnings would go to the terminal, into the picture. Held here, or the setting would be collected. */
    private static final Logger JLINE_LOG = Logger.getLogger("org.jline");

    private SystemTerminal() {}

    /** Undoes a rescue. */
    @FunctionalInterface
    interface Rescue extends AutoCloseable {
        @Override
        void close();
    }

    static Terminal open() throws IOException {
        JLINE_LOG.setLevel(Level.OFF);
        return TerminalBuilder.builder()
                .name("voicebot")
                .system(true)
                .encoding(encoding())
                .build();
    }

    /** The locale's, but UTF-8 where the locale names none: terminals can do more than {@code LANG=C} says. */
    private static Charset encoding() {
        String name = System.getProperty("native.encoding", "UTF-8");
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    /** On a signal that ends the process: {@code stop}, then take back the modes that JLine's own hook leaves on. */
    static Rescue rescue(Terminal terminal, Runnable stop) {
        Thread hook = new Thread(() -> rescueNow(terminal, stop), "terminal-rescue");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                LoggerFactory.getLogger(SystemTerminal.class).debug("already shutting down", e);
            }
        };
    }

    private static void rescueNow(Terminal terminal, Runnable stop) {
        try {
            terminal.puts(Capability.keypad_local);
            terminal.writer().println(LineReaderImpl.BRACKETED_PASTE_OFF);
            terminal.flush();
        } finally {
            stop.run();
        }
    }
}
