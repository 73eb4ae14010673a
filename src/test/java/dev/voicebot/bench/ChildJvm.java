package dev.voicebot.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A part of the bench in a virtual machine of its own, with the launcher's options. */
final class ChildJvm {
    private ChildJvm() {}

    static Process start(Class<?> program, String... arguments) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), program, arguments);
    }

    /** With the program's classes from the launcher's archive of them, as users start it. */
    static Process startFromClassData(Class<?> program, String... arguments) throws IOException {
        return start(
                List.of("-XX:SharedArchiveFile=" + Launched.classData().orElseThrow()),
                Path.of("target", "app", "voicebot.jar") + File.pathSeparator + System.getProperty("java.class.path"),
                program,
                arguments);
    }

    private static Process start(List<String> options, String classpath, Class<?> program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", classpath, program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
