package dev.voicebot.cli;

import dev.voicebot.config.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a report of a fault needs to say beside the version: what the program runs on and works with.
 *
 * @param system the JVM's properties
 * @param libraries the files beside the packaged program; none where it is not packaged
 */
record VersionDetails(Properties system, List<Path> libraries, Folders folders) {
    /** The libraries a fault may come from, as their files are named. */
    private static final Pattern LIBRARY = Pattern.compile(
            "(dashscope-sdk-java|openai-java|picocli|jline-reader|piper-jni|jna|onnxruntime)-(\\d.*)\\.jar");

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("Java", value("java.version") + ", " + value("java.vm.name") + ", " + value("java.vendor")));
        lines.add(line("system", value("os.name") + " " + value("os.version") + ", " + value("os.arch")));
        Stream.of(named())
                .filter(names -> !names.isEmpty())
                .map(names -> line("libraries", names))
                .forEach(lines::add);
        lines.add(line("settings", folders.config().toString()));
        lines.add(line("data", folders.data().toString()));
        lines.add(line("log", folders.state().resolve("voicebot.log").toString()));
        return lines;
    }

    private String named() {
        return libraries.stream()
                .map(file -> LIBRARY.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .map(library -> library.group(1) + " " + library.group(2))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String value(String name) {
        return system.getProperty(name, "unknown");
    }

    private static String line(String name, String text) {
        return String.format("%-11s%s", name, text);
    }
}
