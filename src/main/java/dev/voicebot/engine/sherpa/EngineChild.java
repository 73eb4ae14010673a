package dev.voicebot.engine.sherpa;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.engine.sherpa.child.EngineCommand;
import dev.voicebot.engine.sherpa.child.EngineModel;
import dev.voicebot.engine.sherpa.child.Message;
import dev.voicebot.engine.sherpa.child.MessagePipe;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process with one model in it, which does one piece of work at a time. Any thread. */
final class EngineChild implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineChild.class);

    private static final int KILLED = 128 + 9;

    private final Process process;
    private final EngineModel model;
    private final MessagePipe pipe;
    private volatile EngineWork work = new EngineWork();
    private volatile long unusedSince; // the pool's

    private EngineChild(Process process, EngineModel model) {
        this.process = process;
        this.model = model;
        this.pipe = new MessagePipe(process.getInputStream(), process.getOutputStream(), this::log);
    }

    /** Starts the process, which has to load the model yet; ended by {@link #close}. */
    static EngineChild start(EngineModel model) {
        try {
            Process process = new ProcessBuilder(EngineCommand.words()).start();
            EngineChild child = new EngineChild(process, model);
            LOG.debug("engine {} started for a model of kind {}", process.pid(), model.kind());
            Worker.ENGINE.start(process.pid(), child::read);
            Worker.ENGINE.start(process.pid() + "-log", child::readLog);
            return child;
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Cannot start the local speech engine: out of memory or processes?"), e);
        }
    }

    EngineModel model() {
        return model;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it was ended from outside, as the system does when memory runs out. */
    boolean isKilled() {
        return !process.isAlive() && process.exitValue() == KILLED;
    }

    long unusedSince() {
        return unusedSince;
    }

    void unused() {
        unusedSince = System.nanoTime();
    }

    /** From now on all answers are for {@code next}, which {@code message} begins. */
    void begin(EngineWork next, Message message) {
        work = next;
        send(message);
        if (!process.isAlive()) {
            ended();
        }
    }

    /** Never blocks as long as no more than a pipe holds is on its way. */
    void send(Message message) {
        work.isAsked();
        try {
            pipe.write(message);
        } catch (IOException e) {
            ended();
            work.throwIfFailed();
        }
    }

    /** Ends the process at once, whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        try {
            for (Optional<Message> next = pipe.read(); next.isPresent(); next = pipe.read()) {
                if (next.get().type().equals(Message.FAULT)) {
                    LOG.warn("engine {}: {}", process.pid(), next.get().text("text"));
                } else {
                    work.answer(next.get());
                }
            }
        } catch (IOException e) {
            LOG.debug("engine {}", process.pid(), e);
        } catch (RuntimeException e) {
            work.fail(e); // what took an answer failed
            close();
        }
        ended();
    }

    /** The process is gone, or no longer reads what is written to it. */
    private void ended() {
        work.fail(new AssistantException(
                FaultKind.FAILED,
                tr(
                        "The local speech engine crashed (exit %s). Try again. If it crashes again, run: voicebot models"
                                + " verify",
                        exitCode())));
    }

    private String exitCode() {
        try {
            return process.waitFor(1, TimeUnit.SECONDS) ? Integer.toString(process.exitValue()) : "unknown";
        } catch (InterruptedException e) {
            Interrupts.keep(e);
            return "unknown";
        }
    }

    private void readLog() {
        try (BufferedReader lines = process.errorReader()) {
            lines.lines().forEach(this::log);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("engine {}", process.pid(), e);
        }
    }

    private void log(String line) {
        LOG.debug("engine {}: {}", process.pid(), line);
    }
}
