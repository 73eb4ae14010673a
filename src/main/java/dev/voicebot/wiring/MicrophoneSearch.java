package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.SoundDevice;
import dev.voicebot.outcome.AssistantException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for microphones in the background, before the first talk needs one. */
final class MicrophoneSearch {
    private static final Logger LOG = LoggerFactory.getLogger(MicrophoneSearch.class);
    private static final String NONE = mark("No microphone found. Connect one, then see 'voicebot devices'.");

    private final Duration patience;
    private final CompletableFuture<Optional<String>> found = new CompletableFuture<>();
    private volatile boolean isRunning;

    /** {@code patience} is the longest a caller of {@link #obstacle} waits. */
    MicrophoneSearch(Duration patience) {
        this.patience = patience;
    }

    /** To be called before {@link #run} is handed to a thread. */
    void announce() {
        isRunning = true;
    }

    /** Looks once; a failure is left for the first talk to report. */
    void run(Supplier<List<SoundDevice>> microphones) {
        try {
            found.complete(microphones.get().isEmpty() ? Optional.of(tr(NONE)) : Optional.empty());
        } catch (AssistantException e) {
            LOG.debug("looking for microphones: {}", e.userMessage());
            found.complete(Optional.empty());
        }
    }

    /** What is missing and what to do, in one line; empty while nothing is known. */
    Optional<String> obstacle() {
        return isRunning
                ? found.completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                        .join()
                : Optional.empty();
    }
}
