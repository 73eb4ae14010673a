package dev.voicebot.bench;

import dev.voicebot.FreshHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How the packaged program is started, in a home of its own. */
final class Launched {
    private final Path home;
    private final Map<String, String> environment;

    Launched(Path home) throws IOException {
        this.home = Files.createDirectories(home);
        environment = FreshHome.environment(home);
        environment.put("JAVA_HOME", Objects.requireNonNull(System.getProperty("java.home")));
    }

    Launched with(Map<String, String> more) {
        environment.putAll(more);
        return this;
    }

    /** Talks to the services behind a port. */
    Launched with(int port) {
        return with(VoicebotWay.endpoints(port));
    }

    /** All of its environment. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** With the JDK's own archive of classes only. */
    Launched withoutClassData() {
        Path jdk = Path.of(System.getProperty("java.home"), "lib", "server", "classes.jsa");
        return with(Map.of("VOICEBOT_JAVA_OPTS", "-XX:SharedArchiveFile=" + jdk));
    }

    /** The program has been started before, as far as its archive of classes is concerned. */
    static void awaitClassData(Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        do {
            new Launched(folder).start("--version").waitFor();
            TimeUnit.MILLISECONDS.sleep(500);
        } while (classData().isEmpty() && System.nanoTime() < end);
    }

    /** The archive, when it is whole. */
    static Optional<Path> classData() throws IOException {
        Path archives = Path.of("target", "class-data");
        if (!Files.isDirectory(archives)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(archives)) {
            List<Path> all = files.toList();
            return all.stream()
                    .filter(file -> file.toString().endsWith(".jsa"))
                    .filter(file ->
                            all.stream().noneMatch(other -> other.toString().endsWith(".lock")))
                    .findFirst();
        }
    }

    /** On a terminal. */
    TerminalProgram onTerminal(String... arguments) throws IOException {
        return TerminalProgram.start(home, environment, command(arguments));
    }

    /** In a pipe; stderr goes nowhere. */
    Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(FreshHome.launcher().toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
