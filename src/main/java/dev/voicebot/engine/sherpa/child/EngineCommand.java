package dev.voicebot.engine.sherpa.child;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.jna.Native;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line of the process, a second JVM: as this one was started, so that it shares its archive of classes. */
public final class EngineCommand {
    private static final String HEAP = "-Xmx256m"; // the model is not in it

    private EngineCommand() {}

    public static List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Arrays.stream(ProcessHandle.current().info().arguments().orElse(new String[0]))
                .filter(option -> option.startsWith("-XX:") || option.startsWith("-Xshare"))
                .forEach(words::add);
        words.addAll(List.of(HEAP, "--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
        words.add(EngineProcess.class.getName());
        return words;
    }

    /** The program's own jar comes first, as in the archive; it names the others, but not where tests run. */
    private static String classPath() {
        return Stream.of(EngineProcess.class, Native.class, ObjectMapper.class, JsonFactory.class, JsonProperty.class)
                .map(EngineCommand::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e); // every class comes from a file
        }
    }
}
