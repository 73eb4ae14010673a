package dev.voicebot.terminal;

import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * A terminal as the display sees it: stand-ins written to it become what they stand for, and it draws lines by their own
 * characters, not by the letters of an alternate set, which would be copied as letters.
 */
public final class PictureTerminal {
    private static final Set<Capability> HIDDEN =
            Set.of(Capability.enter_alt_charset_mode, Capability.exit_alt_charset_mode);

    private PictureTerminal() {}

    public static Terminal of(Terminal terminal) {
        PrintWriter writer = new PrintWriter(new Decoder(terminal.writer()));
        return (Terminal) Proxy.newProxyInstance(
                Terminal.class.getClassLoader(),
                new Class<?>[] {Terminal.class},
                (proxy, method, arguments) -> call(terminal, writer, method, arguments));
    }

    private static @Nullable Object call(
            Terminal terminal, PrintWriter writer, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("writer")) {
            return writer;
        }
        if (arguments != null
                && method.getName().equals("getStringCapability")
                && HIDDEN.contains((Capability) arguments[0])) {
            return null;
        }
        try {
            return method.invoke(terminal, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** Nothing is kept back: a stand-in is one {@code char}. */
    private static final class Decoder extends Writer {
        private final PrintWriter terminal;

        Decoder(PrintWriter terminal) {
            this.terminal = terminal;
        }

        @Override
        public void write(char[] text, int offset, int length) {
            terminal.write(SubstituteCharacters.SHARED.decode(new String(text, offset, length)));
        }

        @Override
        public void flush() {
            terminal.flush();
        }

        @Override
        public void close() {
            terminal.flush();
        }
    }
}
