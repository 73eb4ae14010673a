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

/** Starts {@link DyingRuns}. */
final class DyingMachine {
    private DyingMachine() {}

    static Process start(Path folder, String... arguments) throws IOException {
        return start(folder, Map.of(), arguments);
    }

    static Process start(Path folder, Map<String, String> services, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                DiskAgent.option(folder),
                "-Xlog:disable",
                "-XX:-PrintWarnings", // that the agent rules out some class data
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                DyingRuns.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(services);
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
