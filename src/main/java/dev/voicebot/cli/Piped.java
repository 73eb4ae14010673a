package dev.voicebot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What comes through standard input, as far as the system tells. */
enum Piped {
    /** A terminal, {@code /dev/null}, or it is closed. */
    NOTHING,
    /** A pipe or file that this command has in common with whoever started it, such as the file of a loop in a shell. */
    TO_OUR_SHELL,
    /** A pipe or file of this command's own. */
    TO_US;

    /**
     * The launcher tells what kind standard input is: {@code pipe}, {@code file}, or nothing. Where it belongs only Linux
     * tells; elsewhere a pipe is taken for ours, and a file for a loop's.
     */
    static Piped of(String kind) {
        if (kind.isEmpty()) {
            return NOTHING;
        }
        try {
            long parent = ProcessHandle.current().parent().orElseThrow().pid();
            return source("self").equals(source(String.valueOf(parent))) ? TO_OUR_SHELL : TO_US;
        } catch (IOException | RuntimeException untold) {
            return kind.equals("file") ? TO_OUR_SHELL : TO_US;
        }
    }

    /** The kind where no launcher told it. */
    static String kind() {
        try {
            String source = source("self");
            return source.startsWith("/dev/") ? "" : source.startsWith("/") ? "file" : "pipe";
        } catch (IOException | RuntimeException untold) {
            return "";
        }
    }

    private static String source(String process) throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/" + process + "/fd/0")).toString();
    }
}
