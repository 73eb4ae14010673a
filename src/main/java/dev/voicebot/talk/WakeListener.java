package dev.voicebot.talk;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.WakeWord;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.threads.Worker;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A microphone that only listens for the phrase that wakes it, on the thread {@code hands-free}; nothing of it is kept. */
final class WakeListener {
    private static final Logger LOG = LoggerFactory.getLogger(WakeListener.class);

    private final WakeWord wakeWord;
    private final Consumer<Recording> woken;
    private final Consumer<AssistantException> failed;

    @GuardedBy("this")
    private @Nullable Recording recording;

    @GuardedBy("this")
    private boolean closed;

    /**
     * At most one of the two is called, once, on the microphone's thread, and neither after {@link #close}.
     *
     * @param woken receives the sound that follows the phrase, and closes it
     * @param failed there is no microphone any more, or nothing that listens
     */
    WakeListener(WakeWord wakeWord, Consumer<Recording> woken, Consumer<AssistantException> failed) {
        this.wakeWord = wakeWord;
        this.woken = woken;
        this.failed = failed;
    }

    /** Opens in the background; without a recognizer there is nothing to wake for, and that is told. */
    void open(AudioInput input, Supplier<SpeechRecognizer> recognizer) {
        Worker.HANDS_FREE.start(() -> run(input, recognizer));
    }

    /** Any thread; returns promptly. */
    synchronized void close() {
        closed = true;
        if (recording != null) {
            recording.close();
        }
    }

    private void run(AudioInput input, Supplier<SpeechRecognizer> recognizer) {
        try {
            var unused = recognizer.get();
            wakeWord.getReady();
            listen(input.start());
        } catch (AssistantException e) {
            fail(e);
        } catch (RuntimeException e) {
            LOG.error("listening for the wake word failed", e);
            fail(AssistantException.unforeseen(e));
        }
    }

    private void listen(Recording opened) {
        boolean isHandedOver = false;
        try {
            if (take(opened) && wakeWord.isHeardIn(opened) && leave()) {
                isHandedOver = true;
                woken.accept(opened);
            }
        } finally {
            if (!isHandedOver) {
                opened.close();
            }
        }
    }

    /** False when it was closed while it was being opened. */
    private synchronized boolean take(Recording opened) {
        recording = opened;
        return !closed;
    }

    /** The sound is no longer this one's; false when it was closed. */
    private synchronized boolean leave() {
        recording = null;
        return !closed;
    }

    private void fail(AssistantException fault) {
        if (leave()) {
            LOG.info("nothing listens for the wake word: {}", fault.kind(), fault);
            failed.accept(fault);
        }
    }
}
