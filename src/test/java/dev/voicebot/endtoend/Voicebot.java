package dev.voicebot.endtoend;

import dev.voicebot.FreshHome;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a user starts it, in an empty home, with an environment of its own. */
final class Voicebot implements AutoCloseable {
    static {
        try { // Maven has just built the program: the launcher must not do so again in the middle of the tests
            Files.writeString(Path.of("target", "voicebot-built"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Path home;
    private final Map<String, String> environment;
    private List<String> around = List.of();
    private final List<Process> started = new ArrayList<>();

    Voicebot(Path home) {
        this.home = home;
        environment = FreshHome.environment(home);
    }

    Voicebot with(Map<String, String> more) {
        environment.putAll(more);
        return this;
    }

    /** From now on it is started by this command. */
    Voicebot within(String... command) {
        around = List.of(command);
        return this;
    }

    Map<String, String> environment() {
        return environment;
    }

    static Path launcher() {
        return FreshHome.launcher();
    }

    Path recordings() {
        return home.resolve(".local/share/voicebot/output_wavs");
    }

    /** Runs to the end with nothing on stdin. */
    Finished run(String... arguments) throws IOException, InterruptedException {
        return await(start(ProcessBuilder.Redirect.from(new File("/dev/null")), arguments));
    }

    /** Runs to the end with {@code input} on stdin. */
    Finished runWith(String input, String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return await(process);
    }

    /** Only starts; stderr goes to {@link #errors()}. */
    Process start(String... arguments) throws IOException {
        return start(ProcessBuilder.Redirect.PIPE, arguments);
    }

    private Process start(ProcessBuilder.Redirect input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(around);
        command.add(launcher().toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(home.toFile());
        builder.redirectInput(input);
        builder.redirectError(errorFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** Leaves no process behind. */
    @Override
    public void close() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    Finished await(Process process) throws IOException, InterruptedException {
        try (InputStream out = process.getInputStream()) {
            String stdout = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("voicebot did not end; stderr so far: " + errors());
            }
            return new Finished(process.exitValue(), stdout, errors());
        }
    }

    String errors() throws IOException {
        return Files.readString(errorFile().toPath());
    }

    private File errorFile() {
        return home.resolve("stderr.txt").toFile();
    }

    /** How a run ended. */
    record Finished(int exit, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }
}
