package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Await;
import dev.voicebot.FreshHome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** A real terminal: tmux on a socket of its own, killed at the end. */
final class Tmux implements AutoCloseable {
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Path socket;

    private Tmux(Path socket) {
        this.socket = socket;
    }

    /** Runs {@code command} in a new terminal; what it prints after its end stays on the screen. */
    static Tmux start(Path folder, Map<String, String> environment, int columns, int rows, String... command)
            throws IOException, InterruptedException {
        Tmux tmux = new Tmux(folder.resolve("tmux-" + STARTED.incrementAndGet() + ".sock"));
        List<String> line = new ArrayList<>(List.of("env", "-i"));
        environment.forEach((name, value) -> line.add(name + "=" + value));
        line.addAll(List.of(command));
        String shell = FreshHome.shellLine(line) + " ; echo \"[exit $?]\"; exec cat";
        tmux.run(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-c",
                folder.toString(),
                "-x",
                "" + columns,
                "-y",
                "" + rows,
                shell);
        return tmux;
    }

    /** Types literally; by stdin, because arguments outside ASCII get lost in a C locale. */
    void type(String text) throws IOException, InterruptedException {
        runWith(text, "load-buffer", "-");
        run("paste-buffer", "-d");
    }

    /** Pastes as a terminal does: in brackets, where the program asked for them. */
    void paste(String text) throws IOException, InterruptedException {
        runWith(text, "load-buffer", "-");
        run("paste-buffer", "-d", "-p");
    }

    /** Presses named keys such as {@code Enter}, {@code C-c}, {@code F2}. */
    void press(String... keys) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("send-keys"));
        words.addAll(List.of(keys));
        run(words.toArray(String[]::new));
    }

    String screen() throws IOException, InterruptedException {
        return run("capture-pane", "-p", "-J");
    }

    /** The screen with its colours, as escape sequences. */
    String styled() throws IOException, InterruptedException {
        return run("capture-pane", "-p", "-e");
    }

    /** Looks at the screen until it is as wanted. */
    String waitFor(String what, Predicate<String> wanted) throws IOException, InterruptedException {
        return waitFor(what, wanted, this::screen);
    }

    /** The same with its colours. */
    void waitForStyled(String what, Predicate<String> wanted) throws IOException, InterruptedException {
        waitFor(what, wanted, this::styled);
    }

    private static String waitFor(String what, Predicate<String> wanted, TextStyles look)
            throws IOException, InterruptedException {
        AtomicReference<String> last = new AtomicReference<>();
        return Await.value(() -> "The screen:\n" + last + "\n" + what, () -> {
            last.set(look.now());
            return Optional.of(last.get()).filter(wanted);
        });
    }

    private interface TextStyles {
        String now() throws IOException, InterruptedException;
    }

    String waitFor(String text) throws IOException, InterruptedException {
        return waitFor("'" + text + "'", screen -> screen.contains(text));
    }

    /** A server whose last session has ended is gone already. */
    @Override
    public void close() throws IOException, InterruptedException {
        new ProcessBuilder("tmux", "-S", socket.toString(), "kill-server")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private String run(String... words) throws IOException, InterruptedException {
        return runWith("", words);
    }

    private String runWith(String input, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("TMUX");
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .describedAs("tmux %s: %s", words[0], output)
                .isZero();
        return output;
    }
}
