package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.FreshHome;
import dev.voicebot.Requirements;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A terminal of which every byte is seen; it speaks the kitty keyboard protocol, or says so. */
public final class PseudoTerminal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String QUESTION = "\033[?u";
    private static final String ANSWER = "\033[?0u\033[?62c";

    private final Process process; // "script", which opens the terminal
    private final StringBuilder output = new StringBuilder(); // guarded by this
    private final CountDownLatch answered = new CountDownLatch(1);
    private int seen; // of the output, by the test

    private PseudoTerminal(Process process) {
        this.process = process;
    }

    /** Runs {@code command} in a new terminal, which is its controlling one. */
    public static PseudoTerminal start(Path folder, Map<String, String> environment, String... command)
            throws IOException {
        Requirements.commands("script", "stty");
        // where the tests run under nohup, the program would inherit that it ignores SIGHUP
        String line = "stty rows 24 cols 80; exec env --default-signal=HUP " + FreshHome.shellLine(List.of(command));
        ProcessBuilder builder = new ProcessBuilder("script", "-qfec", line, "/dev/null");
        builder.directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        PseudoTerminal terminal =
                new PseudoTerminal(builder.redirectErrorStream(true).start());
        Thread reader = new Thread(terminal::read, "terminal");
        reader.setDaemon(true);
        reader.start();
        return terminal;
    }

    private void read() {
        char[] piece = new char[4096];
        try (Reader in = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                boolean asked;
                synchronized (this) {
                    output.append(piece, 0, count);
                    asked = answered.getCount() > 0 && output.indexOf(QUESTION) >= 0;
                    notifyAll();
                }
                if (asked) {
                    type(ANSWER);
                    answered.countDown();
                }
            }
        } catch (IOException e) {
            // the terminal is closed
        }
    }

    public void type(String keys) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write(keys.getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    /** Waits until it was asked for its keyboard protocol and has answered: keys typed from now on come later. */
    public void awaitAnswered() throws InterruptedException {
        boolean asked = answered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        synchronized (this) {
            assertThat(asked)
                    .describedAs("it never asked; it wrote: %s", visible(output.toString()))
                    .isTrue();
        }
    }

    /** Waits for {@code text} behind what was waited for before. */
    public synchronized void waitFor(String text) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int at = output.indexOf(text, seen);
        while (at < 0) {
            assertThat(System.nanoTime())
                    .describedAs("%s never came; since the last: %s", visible(text), visible(output.substring(seen)))
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.timedWait(this, 100);
            at = output.indexOf(text, seen);
        }
        seen = at + text.length();
    }

    /** All that was written so far. */
    public synchronized String output() {
        return output.toString();
    }

    private static String visible(String text) {
        return text.replace("\033", "\\e");
    }

    /** The newest process in it that runs {@code program}. */
    Optional<ProcessHandle> running(String program) {
        return process.descendants()
                .filter(handle -> handle.info().command().orElse("").endsWith(program))
                .reduce((first, second) -> second);
    }

    public boolean awaitEnd() throws InterruptedException {
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}
