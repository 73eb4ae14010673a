package dev.voicebot.terminal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as the kitty keyboard protocol reports it: {@code CSI code;modifiers:event;text end}.
 *
 * @param code the key's own character without modifiers, or a number for a key without one
 * @param modifiers 1 for none, plus 1 for Shift, 2 for Alt, 4 for Ctrl
 * @param text what the key types, as code points; empty where the terminal does not say
 * @param tellsEvent whether it says if the key went down or up: no terminal does that unasked
 */
record KeyReport(int code, int modifiers, Event event, String text, char end, boolean tellsEvent) {
    private static final Pattern FORM =
            Pattern.compile("\033\\[(\\d{0,7})[:\\d]*(?:;(\\d{0,4})(?::([123]))?)?(?:;([:\\d]*))?([u~A-HPQRS])");
    private static final int LOCKS = 64 + 128;

    /** What happened to the key. */
    enum Event {
        PRESS,
        REPEAT,
        RELEASE
    }

    /** Empty when {@code sequence} is something else. */
    static Optional<KeyReport> of(String sequence) {
        Matcher form = FORM.matcher(sequence);
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean tellsEvent = form.group(3) != null;
        Event event = tellsEvent ? Event.values()[Integer.parseInt(form.group(3)) - 1] : Event.PRESS;
        int modifiers = number(form.group(2)) - 1;
        return Optional.of(new KeyReport(
                number(form.group(1)),
                1 + (modifiers & ~LOCKS),
                event,
                text(form.group(4)),
                form.group(5).charAt(0),
                tellsEvent));
    }

    private static int number(String digits) {
        return digits == null || digits.isEmpty() ? 1 : Integer.parseInt(digits);
    }

    private static String text(String codes) {
        StringBuilder text = new StringBuilder();
        for (String code : codes == null ? new String[0] : codes.split(":")) {
            if (!code.isEmpty() && code.length() < 8) {
                text.appendCodePoint(Math.min(Integer.parseInt(code), Character.MAX_CODE_POINT));
            }
        }
        return text.toString();
    }

    /** What a terminal sends for the key when it does not speak the protocol; may be nothing. */
    String plain() {
        if (end != 'u') {
            String parameters = modifiers > 1 ? code + ";" + modifiers : end == '~' ? "" + code : "";
            return "\033[" + parameters + end;
        }
        if (!text.isEmpty()) {
            return text;
        }
        String key = character();
        boolean alt = ((modifiers - 1) & 2) != 0;
        boolean ctrl = ((modifiers - 1) & 4) != 0;
        return key.isEmpty() ? "" : (alt ? "\033" : "") + (ctrl ? control(key) : key);
    }

    private String character() {
        boolean functional = code >= 0xE000 && code <= 0xF8FF; // modifiers, media keys, the keypad
        if (functional || !Character.isValidCodePoint(code)) {
            return "";
        }
        boolean shift = ((modifiers - 1) & 1) != 0;
        return Character.toString(shift ? Character.toUpperCase(code) : code);
    }

    private static String control(String key) {
        char letter = key.charAt(0);
        boolean controlled = letter == ' ' || (letter >= '@' && letter <= '~');
        return controlled ? String.valueOf((char) (letter & 0x1f)) : key;
    }
}
