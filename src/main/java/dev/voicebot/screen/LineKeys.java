package dev.voicebot.screen;

import dev.voicebot.terminal.Background;
import java.util.List;
import java.util.Locale;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;

/** Which key of the line does what, in all the forms that terminals send it in. */
final class LineKeys {
    /** How long a lone Esc may still become the start of a key's sequence. */
    private static final long ESCAPE_MILLIS = 100;

    private static final String KEYPAD_ENTER = "\033OM";

    /** As kitty's protocol has it, and xterm. */
    static final List<String> SHIFT_ENTER = List.of("\033[13;2u", "\033[27;2;13~");

    private final KeyMap<Binding> keys;

    LineKeys(KeyMap<Binding> keys) {
        this.keys = keys;
    }

    /** What JLine binds otherwise, or not at all. */
    void bindOwn() {
        keys.setAmbiguousTimeout(ESCAPE_MILLIS);
        bindBothForms();
        keys.bind(new Reference(LineReader.SELF_INSERT_UNMETA), KeyMap.alt("\r"), KeyMap.alt("\n"));
        keys.bind(new Reference(LineReader.ACCEPT_LINE), KEYPAD_ENTER);
    }

    /** Terminals send cursor keys in the one form or the other, whatever their description says. */
    private void bindBothForms() {
        List<String> widgets = List.of(
                LineReader.UP_LINE_OR_HISTORY,
                LineReader.DOWN_LINE_OR_HISTORY,
                LineReader.FORWARD_CHAR,
                LineReader.BACKWARD_CHAR,
                LineReader.BEGINNING_OF_LINE,
                LineReader.END_OF_LINE);
        for (int i = 0; i < widgets.size(); i++) {
            char end = "ABCDHF".charAt(i);
            keys.bind(new Reference(widgets.get(i)), "\033[" + end, "\033O" + end);
        }
    }

    void bind(String widget, List<String> sequences) {
        sequences.forEach(sequence -> keys.bind(new Reference(widget), sequence));
    }

    /** Whether {@code sequence} does something. */
    boolean areBound(String sequence) {
        if (sequence.equals(LineReaderImpl.BRACKETED_PASTE_END) || sequence.startsWith(Background.ANSWER)) {
            return true;
        }
        Binding bound = keys.getBound(sequence);
        return (bound instanceof Reference widget && widget.name().equals(LineReader.DO_LOWERCASE_VERSION))
                ? keys.getBound(sequence.toLowerCase(Locale.ROOT)) != null
                : bound != null;
    }
}
