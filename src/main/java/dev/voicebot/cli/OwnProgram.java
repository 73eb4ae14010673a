package dev.voicebot.cli;

import java.util.Map;
import picocli.CommandLine;

/** The program as its own commands use it. */
interface OwnProgram {
    /** All of it, in the user's language, for what reads its model. */
    CommandLine commandLine();

    /** What each command does, by its name. */
    Map<String, String> helpTexts();

    /** Another run of it, at other edges; its exit code. */
    int run(Edges other, String... args);
}
