package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.programs.OnPath;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.threads.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs the user's command for each utterance, one after the other on a thread of its own. No shell is involved: the
 * template is cut into words first and the text is put into them afterwards, so that nothing said can become a command.
 */
final class UtteranceCommand implements AutoCloseable {
    private static final String PLACE = "{}";
    private static final String VARIABLE = "VOICEBOT_TEXT";

    private final List<String> template;
    private final Path folder;
    private final OutputStream out;
    private final Consumer<String> tell;
    private final ExecutorService thread = Worker.EXEC.inOrder();
    private volatile boolean failed; // set by the thread

    /** What the commands print goes to stdout; what they complain about goes where this process complains. */
    UtteranceCommand(String template, Edges edges, Consumer<String> tell) {
        this.template = CommandWords.of(template);
        this.folder = edges.workingDirectory();
        this.out = edges.out();
        this.tell = tell;
        String program = this.template.get(0);
        if (!program.contains("/") && OnPath.find(program, edges.environment()).isEmpty()) {
            throw new AssistantException(
                    FaultKind.USAGE,
                    tr("Cannot find the program '%s' of --exec. Check its name and the PATH.", program));
        }
    }

    /** Returns at once. */
    void run(String text) {
        if (!text.isBlank()) {
            thread.execute(() -> runNow(SafeText.rows(text).strip())); // a terminal may be what it is for
        }
    }

    /**
     * Blocks until all commands have ended.
     *
     * @throws AssistantException FAILED when one of them failed
     */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            thread.shutdownNow();
            throw Interrupts.leave(e);
        }
        if (failed) {
            throw new AssistantException(FaultKind.FAILED, tr("The --exec command failed."));
        }
    }

    /** The words of the command for {@code text}. */
    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        template.forEach(word -> words.add(word.replace(PLACE, text)));
        if (template.stream().noneMatch(word -> word.contains(PLACE))) {
            words.add(text);
        }
        return words;
    }

    private void runNow(String text) {
        ProcessBuilder command = new ProcessBuilder(words(text))
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = command.environment();
        environment.put(VARIABLE, text);
        try {
            int code = passOutput(command.start());
            if (code != 0) {
                fail(tr("'%s' exited with status %s.", template.get(0), code));
            }
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage()).replaceFirst("^Cannot run program .*error=\\d+, ", "");
            fail(tr("Cannot run '%s': %s.", template.get(0), reason));
        } catch (InterruptedException e) {
            Interrupts.keep(e);
        }
    }

    private int passOutput(Process process) throws IOException, InterruptedException {
        try (InputStream output = process.getInputStream()) {
            output.transferTo(out);
            out.flush();
        }
        return process.waitFor();
    }

    private void fail(String line) {
        failed = true;
        tell.accept(line);
    }
}
