package dev.voicebot.terminal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kitty keyboard protocol, which tells when a key goes up: https://sw.kovidgoyal.net/kitty/keyboard-protocol. It is
 * on only while somebody talks; even then the line gets keys as terminals have always sent them.
 */
public final class KeyProtocol {
    /** Stands in the input for the release of the key that talks. */
    public static final String RELEASED = "\033[9001~";

    /** Stands in the input for a repeat of the key that talks. */
    public static final String REPEATED = "\033[9002~";

    /** Stands in the input when the key was pressed before the terminal said that it speaks the protocol. */
    public static final String TOLD_LATE = "\033[9003~";

    /** Whether it is spoken, and what every terminal answers, so that the end of the answers is known. */
    public static final String QUESTION = "\033[?u\033[c";

    private static final Pattern SPOKEN = Pattern.compile("\033\\[\\?\\d+u");
    private static final Pattern ANSWERED = Pattern.compile("\033\\[\\?[\\d;]*c");

    /** Keys are told apart, and tell when they go up. */
    private static final int EVENTS = 1 + 2;

    /** So do keys that type text, which is told with them. */
    private static final int TEXT_EVENTS = EVENTS + 8 + 16;

    private volatile boolean asked; // set by the reading thread, as the next two
    private volatile boolean answered;
    private volatile boolean spoken;
    private volatile boolean
            early; // set under the line's lock, read by the reading thread: a key came before the answer
    private volatile @Nullable KeyName held; // set under the line's lock, read by the reading thread

    /** The question; an answer that comes is never seen by the line. */
    public String ask() {
        asked = true;
        return QUESTION;
    }

    public boolean isAsked() {
        return asked;
    }

    public boolean isSpoken() {
        return spoken;
    }

    /** Whether an answer may still come. */
    public boolean awaitsAnswer() {
        return asked && !answered;
    }

    /** What turns it on while {@code key} is held; nothing when the terminal does not speak it, or has not said so yet. */
    public String begin(KeyName key) {
        early = !spoken && !answered;
        if (!spoken || held != null) {
            return "";
        }
        held = key;
        return "\033[>" + (key.isSpace() ? TEXT_EVENTS : EVENTS) + "u";
    }

    /** What turns it off again; nothing when it is off. */
    public String end() {
        early = false;
        if (held == null) {
            return "";
        }
        held = null;
        return "\033[<u";
    }

    /** What the line gets for a sequence that came from the terminal. */
    public String translate(String sequence) {
        if (SPOKEN.matcher(sequence).matches()) {
            spoken = true;
            return early ? TOLD_LATE : "";
        }
        if (ANSWERED.matcher(sequence).matches()) {
            answered = true;
            return "";
        }
        Optional<KeyReport> report = KeyReport.of(sequence);
        KeyName key = held;
        // a key pressed just before the mode ended still comes as the protocol has it
        boolean foreign =
                key == null && !spoken && report.filter(KeyReport::tellsEvent).isEmpty();
        return foreign ? sequence : report.map(r -> translate(r, key)).orElse(sequence);
    }

    private static String translate(KeyReport report, @Nullable KeyName key) {
        boolean talks = key != null && key.isReportedAs(report);
        return switch (report.event()) {
            case RELEASE -> talks ? RELEASED : "";
            case REPEAT -> talks ? REPEATED : report.plain();
            case PRESS -> report.plain();
        };
    }
}
