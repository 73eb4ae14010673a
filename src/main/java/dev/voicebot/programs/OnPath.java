package dev.voicebot.programs;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs of the user's machine. */
public final class OnPath {
    private OnPath() {}

    /** The file that a shell would run. */
    public static Optional<Path> find(String program, Map<String, String> environment) {
        String separator = Windows.is(environment) ? Windows.PATH_SEPARATOR : File.pathSeparator;
        return Arrays.stream(environment.getOrDefault("PATH", "").split(separator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> names(program, environment).map(Path.of(folder)::resolve))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Windows adds what a program's name may end with. */
    private static Stream<String> names(String program, Map<String, String> environment) {
        if (!Windows.is(environment)) {
            return Stream.of(program);
        }
        String ends = environment.getOrDefault("PATHEXT", ".COM;.EXE;.BAT;.CMD");
        return Stream.concat(
                Stream.of(program),
                Arrays.stream(ends.split(Windows.PATH_SEPARATOR)).map(end -> program + end.toLowerCase(Locale.ROOT)));
    }
}
