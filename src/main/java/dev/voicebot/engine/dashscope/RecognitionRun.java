package dev.voicebot.engine.dashscope;

import dev.voicebot.audio.Recording;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.Transcript;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One talk, from its first frame to its last. Another task takes over where one ended before it had heard everything:
 * the sentences that ended stay, and the sound after them is sent again.
 */
final class RecognitionRun {
    private static final Logger log = LoggerFactory.getLogger(RecognitionRun.class);

    /** The service gives up after a minute without speech, so that much after the last word was silence. */
    private static final Duration SILENT_FOR_SURE = Duration.ofSeconds(55);

    /** Shorter sounds after the last word are a click, or a breath. */
    private static final Duration A_WORD = Duration.ofMillis(300);

    private static final Duration A_SENTENCE = Duration.ofSeconds(1);

    private final DashScopeRecognizer recognizer;
    private final SoundReader reader;
    private final KeptSound sound;
    private final TranscriptBuilder transcript;
    private final ModelChoice models;
    private String model;
    private boolean isLastChance;

    RecognitionRun(
            DashScopeRecognizer recognizer, ModelChoice models, Recording recording, Consumer<Transcript> updates) {
        this.recognizer = recognizer;
        this.models = models;
        this.model = models.model();
        this.reader = new SoundReader(recording);
        this.sound = new KeptSound(reader);
        this.transcript = new TranscriptBuilder(updates);
    }

    Transcript run(Cancellation cancellation) {
        try (reader) {
            while (runTask(cancellation)) {
                log.debug("the next task begins at {}", sound.position());
            }
            return transcript.whole();
        }
    }

    /** Gives whether another task is needed. */
    private boolean runTask(Cancellation cancellation) {
        Duration begin = sound.position();
        RecognitionTask task = recognizer.begin(model, begin, transcript);
        try (Cancellation.Registration tie = cancellation.onCancel(task::abort)) {
            TaskEnd end = task.run(sound, recognizer.pace(), recognizer.patience());
            if (end == TaskEnd.UNKNOWN_MODEL) {
                takeAnotherModel(task);
                sound.goBackTo(begin);
                return true;
            }
            if (end == TaskEnd.FAILED || end == TaskEnd.GIVEN_UP) {
                task.throwIfFailed();
            }
            if (task.isNotUnderstood()) {
                throw recognizer.faults().notUnderstood();
            }
            if (isWhole(end, begin)) {
                return false;
            }
            goBack(end, begin, task);
            return true;
        } finally {
            task.abort();
        }
    }

    private void takeAnotherModel(RecognitionTask task) {
        Optional<String> other = models.instead(model);
        if (other.isEmpty() || other.get().equals(model)) {
            task.throwIfFailed();
        }
        model = other.orElse(model);
    }

    /** Whether the task has heard all there is. One that finishes by itself may do so while the last sound is on its way. */
    private boolean isWhole(TaskEnd end, Duration begin) {
        if (end != TaskEnd.FINISHED) {
            return false;
        }
        boolean isProgress = transcript.heard().compareTo(begin) > 0;
        Duration missed = sound.loudAfter(transcript.heard());
        return missed.compareTo(isProgress ? A_WORD : A_SENTENCE) < 0 || (isLastChance && !isProgress);
    }

    /** To where the next task begins. Throws the fault when no task gets any further. */
    private void goBack(TaskEnd end, Duration begin, RecognitionTask task) {
        Duration sent = sound.position();
        Duration next = max(transcript.endOfSentences(), begin);
        if (end == TaskEnd.IDLE && !transcript.isInSentence()) {
            next = min(sent, max(transcript.heard(), begin).plus(SILENT_FOR_SURE));
        }
        boolean isProgress = next.compareTo(begin) > 0;
        if (!isProgress && isLastChance) {
            task.throwIfFailed();
        }
        isLastChance = !isProgress;
        sound.goBackTo(next);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
