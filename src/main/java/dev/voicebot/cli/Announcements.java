package dev.voicebot.cli;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.wiring.Assembly;
import java.util.concurrent.atomic.AtomicReference;

/** Lines about the engines in use, to stderr. */
final class Announcements {
    private final Assembly assembly;
    private final Output output;
    private final AtomicReference<Runnable> pending = new AtomicReference<>(() -> {}); // before the next line

    Announcements(Assembly assembly, Output output) {
        this.assembly = assembly;
        this.output = output;
    }

    /** Before any other line. */
    void comeFirst() {
        pending.getAndSet(() -> {}).run();
    }

    private void tell(String line) {
        comeFirst();
        output.tell(line);
    }

    /** Which engines were taken, where that was left to the program. */
    void engines(String... engines) {
        if (assembly.services().areChosenByAuto()) {
            tell(String.join(" · ", engines));
        }
    }

    /** All of them. */
    void allEngines() {
        engines(assembly.services().inUse());
    }

    /** The same for the voice: printed before the next line, or when the result is run, once it has spoken. */
    Runnable voice() {
        if (!assembly.services().areChosenByAuto()) {
            return () -> {};
        }
        Runnable line = new Announcement(assembly.voice()::title, output::tell);
        pending.set(line);
        return line;
    }

    /** Where the voice that is chosen may not be there; other parts go on without it. */
    void doubtVoice() {
        assembly.voice().doubt().ifPresent(this::tell);
    }

    /** The same where it was asked for just now, or there is nothing but speech: what is sure to fail fails here. */
    void checkVoice() {
        assembly.voice().doubt().ifPresent(doubt -> {
            if (assembly.voice().wouldKnowIt()) {
                throw new AssistantException(FaultKind.SETTINGS, doubt);
            }
            tell(doubt);
        });
    }
}
