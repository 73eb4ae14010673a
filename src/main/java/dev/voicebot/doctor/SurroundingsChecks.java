package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What voicebot runs on: the JDK, the system, the terminal. */
public final class SurroundingsChecks {
    private static final int OLDEST_JAVA = 17;
    private static final int NARROW = 40; // columns

    private final Map<String, String> environment;

    private SurroundingsChecks(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Looks at nothing yet.
     *
     * @param version voicebot's own
     * @param isTerminal whether somebody sees the output
     * @param columns how wide it is then
     */
    public static List<Check> of(String version, Map<String, String> environment, boolean isTerminal, int columns) {
        SurroundingsChecks checks = new SurroundingsChecks(environment);
        return List.of(
                Check.useful(mark("version"), cancellation -> Diagnosis.ok(version)),
                Check.useful(mark("java"), cancellation -> java()),
                Check.useful(mark("system"), cancellation -> checks.system()),
                Check.useful(mark("terminal"), cancellation -> checks.terminal(isTerminal, columns)));
    }

    private static Diagnosis java() {
        String line = tr(
                "%s by %s in %s",
                System.getProperty("java.version"), System.getProperty("java.vendor"), System.getProperty("java.home"));
        Map<String, Number> figures = Map.of("feature", Runtime.version().feature());
        return Runtime.version().feature() >= OLDEST_JAVA
                ? Diagnosis.ok(line).with(figures)
                : Diagnosis.warning(tr("%s. Install JDK 17 or later.", line)).with(figures);
    }

    private Diagnosis system() {
        String line = System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch");
        return Diagnosis.ok(
                isSet("SSH_CONNECTION")
                        ? tr("%s, over SSH: audio uses this machine's devices, not yours", line)
                        : line);
    }

    private Diagnosis terminal(boolean isTerminal, int columns) {
        if (!isTerminal) {
            return Diagnosis.ok(tr("output is not a terminal: no colors, no progress bars, one line per turn"));
        }
        String term = environment.getOrDefault("TERM", "");
        String line = String.join(
                tr(", "),
                (term.isEmpty() ? tr("TERM is not set") : term) + (isSet("TMUX") ? tr(" in tmux") : ""),
                tr("%d columns", columns),
                isUtf8() ? "UTF-8" : tr("locale is not UTF-8"),
                colours(term),
                tr("kitty keyboard %s", kittyKeyboard(term)));
        List<String> advice = advice(term, columns);
        Map<String, Number> figures = Map.of("columns", columns);
        return advice.isEmpty()
                ? Diagnosis.ok(line).with(figures)
                : Diagnosis.warning(tr("%s: %s", line, String.join(tr("; "), advice)))
                        .with(figures);
    }

    private List<String> advice(String term, int columns) {
        List<String> advice = new ArrayList<>();
        if (term.isEmpty() || term.equals("dumb")) {
            advice.add(tr("Run: export TERM=xterm-256color, if the terminal supports it"));
        }
        if (!isUtf8()) {
            advice.add(tr("Run: export LC_ALL=C.UTF-8, to show Chinese"));
        }
        if (columns < NARROW) {
            advice.add(tr("Make the window wider than %s columns", NARROW));
        }
        return advice;
    }

    private boolean isUtf8() {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return true; // there is no such variable
        }
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .map(locale -> locale.toLowerCase(Locale.ROOT).replace("-", ""))
                .filter(locale -> locale.contains("utf8"))
                .isPresent();
    }

    private String colours(String term) {
        if (isSet("NO_COLOR")) {
            return tr("colors off (NO_COLOR)");
        }
        if (List.of("truecolor", "24bit").contains(environment.getOrDefault("COLORTERM", ""))) {
            return tr("true color");
        }
        return term.contains("256")
                ? tr("256 colors")
                : term.isEmpty() || term.equals("dumb") ? tr("no colors") : tr("colors");
    }

    /** Known by the terminal's name only: asking it would put the answer into the input. */
    private String kittyKeyboard(String term) {
        if (isSet("TMUX") || term.startsWith("screen")) {
            return tr("no");
        }
        boolean isKnown = isSet("KITTY_WINDOW_ID")
                || Stream.of("kitty", "ghostty", "foot", "alacritty", "rio").anyMatch(term::contains)
                || Stream.of("iTerm.app", "ghostty", "WarpTerminal", "vscode")
                        .anyMatch(environment.getOrDefault("TERM_PROGRAM", "")::equals);
        return isKnown ? tr("yes") : tr("unknown");
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }
}
