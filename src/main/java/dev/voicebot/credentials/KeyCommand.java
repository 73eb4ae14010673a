package dev.voicebot.credentials;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks a command of the user's for a key: a password manager or the keyring. What it prints is never shown or logged.
 *
 * @param command for {@code sh}, on Windows for {@code cmd}
 * @param place the setting that names it, for messages
 */
public record KeyCommand(String command, String place) implements Supplier<String> {
    private static final Duration LONGEST = Duration.ofMinutes(1); // it may ask for a password
    private static final String[] SHELL =
            File.separatorChar == '\\' ? new String[] {"cmd", "/c"} : new String[] {"sh", "-c"};
    private static final int LONGEST_KEY = 4096; // bytes

    /**
     * Runs it; blocks until it has printed a line.
     *
     * @throws AssistantException CREDENTIALS when it fails, prints nothing, or takes longer than a minute
     */
    @Override
    public String get() {
        try {
            Process process = new ProcessBuilder(SHELL[0], SHELL[1], command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            try {
                return key(process);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw fault(tr("cannot be run"));
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    private String key(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
            throw fault(tr("took longer than a minute"));
        }
        if (process.exitValue() != 0) {
            throw fault(tr("ended with status %s", process.exitValue()));
        }
        String printed = new String(process.getInputStream().readNBytes(LONGEST_KEY), StandardCharsets.UTF_8);
        return printed.lines()
                .findFirst()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .orElseThrow(() -> fault(tr("printed no key")));
    }

    private AssistantException fault(String problem) {
        return new AssistantException(
                FaultKind.CREDENTIALS, tr("%s %s. Run it in a shell to see why.", place, problem));
    }
}
