package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Whether one piece of work of many that fails ends the others. */
final class BatchOptions {
    @Option(
            names = "--fail-fast",
            description = "Of several questions, files or parts of a text, the first that fails ends the command.")
    private boolean failFast;

    boolean isGiven() {
        return failFast;
    }

    /** Whether there is no use in going on with the next piece: it would fail likewise, or nobody wants it. */
    boolean endsWith(AssistantException fault) {
        return failFast || fault.kind() != FaultKind.SERVICE;
    }

    /** Of several files each may have a fault of its own; only the account and the settings are the same for all. */
    boolean endsFilesWith(AssistantException fault) {
        return failFast || fault.kind() == FaultKind.CREDENTIALS || fault.kind() == FaultKind.SETTINGS;
    }

    /** Starts a batch; {@code tell} reports what fails. */
    Batch batch(Consumer<String> tell) {
        return new Batch(tell);
    }

    /** Questions, one after the other. */
    final class Batch {
        private final Consumer<String> tell;
        private int asked;
        private int failed;
        private Optional<AssistantException> first = Optional.empty();

        private Batch(Consumer<String> tell) {
            this.tell = tell;
        }

        /** Tells why {@code question} failed; throws what ends the batch. */
        void ask(Runnable question) {
            asked++;
            try {
                question.run();
            } catch (AssistantException e) {
                if (endsWith(e)) {
                    throw e;
                }
                failed++;
                first = first.or(() -> Optional.of(e));
                tell.accept(tr("question %s: %s", asked, e.userMessage()));
            }
        }

        /** Throws when not all went well. */
        void end() {
            first.ifPresent(fault -> {
                String line = trn("%d of %d question failed", "%d of %d questions failed", asked, failed, asked);
                throw new AssistantException(fault.kind(), line, fault);
            });
        }
    }
}
