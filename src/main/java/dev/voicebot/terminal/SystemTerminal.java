package dev.voicebot.terminal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The process's own terminal. */
public final class SystemTerminal {
    /** JLine's warnings would go to the terminal, into the picture. Held here, or the setting would be collected. */
    private static final Logger JLINE_LOG = Logger.getLogger("org.jline");

    private static final String ANY = "ansi";

    private SystemTerminal() {}

    public static Terminal open() throws IOException {
        return builder().build();
    }

    /** For whole lines, whatever TERM says: JLine would tell nothing to one that is called dumb, not even to hide a key. */
    public static Terminal openForLines() throws IOException {
        return builder().type(ANY).build();
    }

    private static TerminalBuilder builder() throws IOException {
        JLINE_LOG.setLevel(Level.OFF);
        TerminalLibrary.unpack();
        return TerminalBuilder.builder().name("voicebot").system(true).encoding(encoding());
    }

    /** The process's own input, for reading whole lines; JLine's would never see the end of it. */
    public static BufferedReader lines() {
        return new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), encoding()));
    }

    /** The locale's, but UTF-8 where the locale names none: terminals can do more than {@code LANG=C} says. */
    private static Charset encoding() {
        String name = System.getProperty("native.encoding", "UTF-8");
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }
}
