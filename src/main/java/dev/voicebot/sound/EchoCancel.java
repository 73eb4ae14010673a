package dev.voicebot.sound;

import com.sun.jna.Library;
import com.sun.jna.Native;
import dev.voicebot.outcome.Interrupts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound server's own echo canceller (PulseAudio's or PipeWire's {@code module-echo-cancel}): a source without what the
 * sink beside it plays. Java sees only the server's default devices; which those are, the server's library reads from the
 * environment whenever a line is opened.
 *
 * @param source where sound comes from
 * @param sink where sound has to go to, to be taken away
 */
public record EchoCancel(String source, Optional<String> sink) {
    private static final Logger LOG = LoggerFactory.getLogger(EchoCancel.class);
    private static final int SECONDS = 2;

    private interface Environment extends Library {
        int setenv(String name, String value, int overwrite);
    }

    /** Asks the server; empty where there is none of it, or no such source. Waits for two seconds at most. */
    public static Optional<EchoCancel> find() {
        return in(list("sources"), list("sinks"));
    }

    /** From what {@code pactl list short} prints. */
    static Optional<EchoCancel> in(String sources, String sinks) {
        Optional<String> sink = named(sinks);
        return named(sources).map(source -> new EchoCancel(source, sink));
    }

    private static Optional<String> named(String list) {
        return list.lines()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length > 1)
                .map(fields -> fields[1])
                .filter(name ->
                        name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "").contains("echocancel"))
                .filter(name -> !name.endsWith(".monitor"))
                .findFirst();
    }

    private static String list(String what) {
        try {
            Process pactl = new ProcessBuilder(List.of("pactl", "list", "short", what))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream out = pactl.getInputStream()) {
                pactl.getOutputStream().close();
                if (!pactl.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    return "";
                }
                return new String(out.readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                pactl.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.debug("no list of {}: {}", what, e.getMessage());
            return "";
        } catch (InterruptedException e) {
            Interrupts.keep(e);
            return "";
        }
    }

    /** Lines that are opened from now on use it. */
    public void prefer() {
        try {
            Environment environment = Native.load("c", Environment.class);
            environment.setenv("PULSE_SOURCE", source, 1);
            sink.ifPresent(name -> environment.setenv("PULSE_SINK", name, 1));
            LOG.info("sound goes through {}", this);
        } catch (LinkageError e) {
            LOG.info("the echo canceller cannot be chosen: {}", e.getMessage());
        }
    }
}
