package dev.voicebot.engine.dashscope;

import dev.voicebot.audio.Recording;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.SoundReader;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.service.PassingFault;
import dev.voicebot.service.Retries;
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

    /** The service gives up after a minute without speech ({@code heartbeat} in {@link RecognizerFamily}'s pages), so that much after the last word was silence. */
    private static final Duration SILENT_FOR_SURE = Duration.ofSeconds(55);

    /** Shorter sounds after the last word are a click, or a breath. */
    private static final Duration A_WORD = Duration.ofMillis(300);

    private static final Duration A_SENTENCE = Duration.ofSeconds(1);

    /** The beginning of a word may be quiet. */
    private static final Duration BEFORE_A_WORD = Duration.ofMillis(500);

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final DashScopeRecognizer recognizer;
    private final SoundReader reader;
    private final KeptSound sound;
    private final TranscriptBuilder transcript;
    private final ModelChoice models;
    private String model;
    private final Retries.Tries tries;
    private boolean isLastChance;

    RecognitionRun(
            DashScopeRecognizer recognizer, ModelChoice models, Recording recording, Consumer<Transcript> updates) {
        this.recognizer = recognizer;
        this.models = models;
        this.model = models.model();
        this.reader = new SoundReader(recording);
        this.sound = new KeptSound(reader);
        this.transcript = new TranscriptBuilder(updates);
        this.tries = recognizer.retries().begin();
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
        String asked = model;
        RecognitionTask task = recognizer.begin(asked, begin, transcript);
        try (Cancellation.Registration tie = cancellation.onCancel(task::abort)) {
            TaskEnd end = task.run(sound, recognizer.pace(), recognizer.patience(), isLastChance);
            if (end == TaskEnd.UNKNOWN_MODEL) {
                takeAnotherModel(task);
                sound.goBackTo(begin);
                return true;
            }
            Optional<AssistantException> fault = task.fault().filter(it -> end != TaskEnd.IDLE && end != TaskEnd.EARLY);
            if (end != TaskEnd.GIVEN_UP) {
                throwIfLasting(fault);
            }
            if (task.isNotUnderstood(sound)) {
                throw recognizer.faults().notUnderstood();
            }
            if (end == TaskEnd.GIVEN_UP) {
                task.throwIfFailed();
            }
            if (end == TaskEnd.FINISHED && isWhole(begin, task)) {
                return false;
            }
            goBack(end, begin, task);
            awaitNextTry(fault, cancellation);
        } finally {
            task.abort();
            recognizer.count(asked, task);
        }
        awaitSound(cancellation);
        return true;
    }

    private static void throwIfLasting(Optional<AssistantException> fault) {
        if (fault.filter(it -> !(it instanceof PassingFault)).isPresent()) {
            throw fault.get();
        }
    }

    private void takeAnotherModel(RecognitionTask task) {
        Optional<String> other = models.instead(model);
        if (other.isEmpty() || other.get().equals(model)) {
            task.throwIfFailed();
        }
        model = other.orElse(model);
    }

    /**
     * Whether a task that finished has heard all there is. One that finishes by itself may do so while the last sound,
     * and the word that it is the last, are on their way; the last chance waits for that.
     */
    private boolean isWhole(Duration begin, RecognitionTask task) {
        boolean isProgress = transcript.heard().compareTo(begin) > 0;
        Duration missed = sound.loudAfter(transcript.heard());
        return missed.compareTo(isProgress || task.wasBrief() ? A_WORD : A_SENTENCE) < 0
                || (isLastChance && transcript.endOfSentences().compareTo(begin) <= 0);
    }

    /** To where the next task begins. Throws the fault when no task gets any further. */
    private void goBack(TaskEnd end, Duration begin, RecognitionTask task) {
        boolean isIdle = end == TaskEnd.IDLE && !transcript.isInSentence();
        Duration silentFrom = max(transcript.heard(), begin);
        Duration next = isIdle ? endOfSilence(silentFrom) : max(transcript.endOfSentences(), begin);
        if (isIdle && isLastChance && next.compareTo(begin) <= 0 && isWithoutSpeech(silentFrom)) {
            next = min(sound.position(), silentFrom.plus(SILENT_FOR_SURE));
        }
        boolean isProgress = next.compareTo(begin) > 0;
        if (isProgress) {
            tries.progress();
        } else if (isLastChance && (end == TaskEnd.IDLE || end == TaskEnd.EARLY)) {
            task.throwIfFailed();
        }
        isLastChance = !isProgress;
        sound.goBackTo(next);
    }

    /** After a task that broke off without a word; where it had heard some, the next one begins at once. */
    private void awaitNextTry(Optional<AssistantException> fault, Cancellation cancellation) {
        if (fault.isPresent() && isLastChance) {
            tries.awaitNext(fault.get(), cancellation);
        }
    }

    /** A little before the first sound that may be speech, so that none is left out. */
    private Duration endOfSilence(Duration from) {
        Duration end = min(sound.soundAfter(from).minus(BEFORE_A_WORD), sound.position());
        return max(from, min(end, from.plus(SILENT_FOR_SURE)));
    }

    /** Whether the service, which ended two tasks so, can have listened for long enough to know that nothing was said. */
    private boolean isWithoutSpeech(Duration from) {
        return sound.isWaiting() || sound.position().minus(from).compareTo(SILENT_FOR_SURE) >= 0;
    }

    /** A task that gets no sound would only end again. */
    private void awaitSound(Cancellation cancellation) {
        while (sound.isWaiting() && !sound.awaitNext(GLANCE)) {
            cancellation.throwIfCancelled();
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
