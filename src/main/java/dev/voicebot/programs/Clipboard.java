package dev.voicebot.programs;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The user's clipboard: through the desktop's program, else through the terminal itself, which works over SSH too. */
public final class Clipboard {
    private static final Logger LOG = LoggerFactory.getLogger(Clipboard.class);
    private static final int SECONDS = 5;

    /** What xterm takes at most, in base64. */
    private static final int MOST_BY_TERMINAL = 100_000;

    private static final String WINDOWS_PROGRAM = "clip.exe";

    private final Map<String, String> environment;
    private final Optional<Consumer<String>> terminal;

    /** {@code terminal} sends a control sequence, where there is a terminal. */
    public Clipboard(Map<String, String> environment, Optional<Consumer<String>> terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    /**
     * Puts {@code text} there; blocks, a few seconds at most.
     *
     * @return where it is now, in a few words: what a terminal is sent, it may pass over
     * @throws AssistantException FAILED when there is no way to
     */
    public String put(String text) {
        Optional<List<String>> program = program();
        Optional<String> complaint = program.flatMap(command -> run(command, text));
        if (program.isPresent() && complaint.isEmpty()) {
            return tr("the clipboard");
        }
        if (terminal.isPresent()) { // that of a desktop may be another's, or over
            terminal.get().accept(sequence(text));
            return tr("the terminal's clipboard (OSC 52)");
        }
        throw new AssistantException(
                FaultKind.FAILED,
                complaint.orElse(tr("No clipboard found. Install wl-clipboard, xclip or xsel, or run in a terminal.")));
    }

    /** What {@link #put} would go through, in a few words. */
    public Optional<String> way() {
        return program()
                .map(command -> command.get(0))
                .or(() -> terminal.map(any -> tr("through the terminal (OSC 52)")));
    }

    private Optional<List<String>> program() {
        return found("WAYLAND_DISPLAY", "wl-copy")
                .or(() -> found("DISPLAY", "xclip", "-selection", "clipboard"))
                .or(() -> found("DISPLAY", "xsel", "--clipboard", "--input"))
                .or(() -> found("HOME", "pbcopy"))
                .or(() -> found(Windows.MARK, WINDOWS_PROGRAM))
                .or(() -> found("WSL_DISTRO_NAME", WINDOWS_PROGRAM));
    }

    /** A program that is of use where {@code variable} is set, and its options. */
    private Optional<List<String>> found(String variable, String name, String... options) {
        if (environment.getOrDefault(variable, "").isEmpty()) {
            return Optional.empty();
        }
        return OnPath.find(name, environment)
                .map(path -> Stream.concat(Stream.of(path.toString()), Stream.of(options))
                        .toList());
    }

    /** Gives what went wrong. */
    private Optional<String> run(List<String> command, String text) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            write(process, bytes(command.get(0), text));
            if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return Optional.empty();
            }
            return Optional.of(tr("%s could not copy to the clipboard%s.", command.get(0), complaint(process)));
        } catch (IOException e) {
            return Optional.of(tr("Cannot run %s. Check that it is installed and executable.", command.get(0)));
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    /** Windows' own program takes anything but UTF-16 with its mark for the text of an old code page. */
    private static byte[] bytes(String program, String text) {
        return program.endsWith(WINDOWS_PROGRAM)
                ? ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Process process, byte[] text) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(text);
        } catch (IOException e) {
            LOG.debug("the clipboard's program reads no more", e); // its exit code tells more
        }
    }

    /** Only of one that has ended: else a child of its own may hold the stream open. */
    private static String complaint(Process process) throws IOException {
        if (process.isAlive()) {
            process.destroy();
            return "";
        }
        try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
            String line = errors.readLine();
            return line == null ? "" : ": " + line;
        }
    }

    /** OSC 52, which most terminals obey; the text travels in base64, so nothing of it can end the sequence. */
    private static String sequence(String text) {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        if (encoded.length() > MOST_BY_TERMINAL) {
            throw new AssistantException(
                    FaultKind.FAILED,
                    tr("This is too long for the terminal's clipboard. Install wl-clipboard, xclip or xsel."));
        }
        return "\033]52;c;" + encoded + "\007";
    }
}
