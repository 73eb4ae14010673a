package dev.voicebot.repl;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clipboard: by the desktop's own program where there is one, and by the terminal, which works over ssh too. */
final class Clipboard {
    private static final Logger LOG = LoggerFactory.getLogger(Clipboard.class);

    /** What xterm takes at most, in base64. */
    private static final int MOST_BY_TERMINAL = 100_000;

    private static final int PATIENCE_SECONDS = 3;

    private final Map<String, String> environment;

    Clipboard(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What makes the terminal take {@code text} (OSC 52); empty when it is too long for that. */
    static Optional<String> sequence(String text) {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return encoded.length() > MOST_BY_TERMINAL ? Optional.empty() : Optional.of("\033]52;c;" + encoded + "\007");
    }

    /** The desktop's program for it, where that is installed and there is a desktop. */
    Optional<List<String>> program() {
        return found("WAYLAND_DISPLAY", "wl-copy")
                .or(() -> found("DISPLAY", "xclip", "-selection", "clipboard"))
                .or(() -> found("HOME", "pbcopy"));
    }

    /** A program that is of use where {@code variable} is set, and its options. */
    private Optional<List<String>> found(String variable, String name, String... options) {
        if (environment.getOrDefault(variable, "").isEmpty()) {
            return Optional.empty();
        }
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(path -> Stream.concat(Stream.of(path.toString()), Stream.of(options))
                        .toList());
    }

    /** Hands {@code text} to {@code program}, on a thread of its own: a desktop that hangs must not hold the prompt. */
    static void hand(String text, List<String> program) {
        Threads.daemon("clipboard", () -> run(text, program)).start();
    }

    private static void run(String text, List<String> program) {
        try {
            Process process = new ProcessBuilder(program)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException e) {
            LOG.warn("{} failed", program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
