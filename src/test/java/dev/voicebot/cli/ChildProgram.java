package dev.voicebot.cli;

import dev.voicebot.disk.DiskAgent;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A main class of ours in a virtual machine of its own, with both kinds of output in one. */
final class ChildProgram {
    private ChildProgram() {}

    /** {@link DyingRuns}, with the agent that it needs, which is made in {@code folder}. */
    static Process dying(Path folder, Map<String, String> services, String... arguments) throws IOException {
        return start(services, List.of(DiskAgent.option(folder)), DyingRuns.class, arguments);
    }

    /** With these variables alone, and the path. */
    static Process start(Map<String, String> environment, List<String> options, Class<?> program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-Xlog:disable",
                "-XX:-PrintWarnings", // that the agent rules out some class data
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                program.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Some runners load the tests by a loader of their own. */
    private static String classPath() {
        if (DyingRuns.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }
}
