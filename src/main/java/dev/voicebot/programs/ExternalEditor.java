package dev.voicebot.programs;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.WholeFile;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The user's own editor, on a text in a file that nobody else can read. */
public final class ExternalEditor {
    /** The editor's words may be quoted; the file is the last of them. */
    private static final String SCRIPT =
            "file=$2; eval \"set -- $1\"; command -v \"$1\" >/dev/null 2>&1 || exit 127; exec \"$@\" \"$file\"";

    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");
    private static final int NOT_FOUND = 127;

    private final Map<String, String> environment;
    private final String command;
    private volatile @Nullable Process running; // set by the thread that edits

    /** Takes {@code VISUAL}, else {@code EDITOR}, else vi, or what Windows has. */
    public ExternalEditor(Map<String, String> environment) {
        this.environment = environment;
        this.command = Stream.of("VISUAL", "EDITOR")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(Windows.is(environment) ? "notepad" : "vi");
    }

    /**
     * What has become of {@code text}. Blocks until the editor ends, which has the process's terminal meanwhile.
     *
     * @throws AssistantException FAILED when there is no such editor, or it ended with a fault
     */
    public String edit(String text) {
        try {
            Path file = PrivateFiles.temporary("voicebot-", ".md");
            try {
                WholeFile.write(file, text);
                run(file);
                return Files.readString(file).stripTrailing();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.FAILED,
                    tr("Cannot start the editor. Check EDITOR and the space in the temporary folder."),
                    e);
        }
    }

    /**
     * Has {@code file} edited in its place. Blocks as {@link #edit(String)}.
     *
     * @throws AssistantException FAILED when there is no such editor, or it ended with a fault
     */
    public void edit(Path file) {
        try {
            run(file);
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Cannot start the editor for %s. Check EDITOR.", file), e);
        }
    }

    private void run(Path file) throws IOException {
        Process process = new ProcessBuilder(words(file)).inheritIO().start();
        running = process;
        int status = await(process);
        running = null;
        if (status == NOT_FOUND) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Cannot find the editor '%s'. Set EDITOR to an installed one.", command));
        }
        if (status != 0) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Editor '%s' exited with status %s. Text unchanged.", command, status));
        }
    }

    /** A shell reads the command where there is one; elsewhere its words are the program and its options. */
    List<String> words(Path file) {
        if (!Windows.is(environment)) {
            return List.of("/bin/sh", "-c", SCRIPT, "sh", command, file.toString());
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group().replace("\"", ""));
        }
        OnPath.find(words.get(0), environment).ifPresent(program -> words.set(0, program.toString()));
        words.add(file.toString());
        return words;
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            throw Interrupts.leave(e);
        }
    }

    /** Ends the editor, where one runs. Any thread. */
    public void stop() {
        Process process = running;
        if (process != null) {
            process.destroy();
        }
    }
}
