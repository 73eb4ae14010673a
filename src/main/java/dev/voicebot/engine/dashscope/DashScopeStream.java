package dev.voicebot.engine.dashscope;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.engine.dashscope.SynthesisSockets.Speaker;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.service.PassingFault;
import dev.voicebot.service.Retries;
import dev.voicebot.service.ServiceError;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reply: one task, begun before there is any text, so that the connection costs nothing once there is. What a task
 * that broke off or ended early has not said is said by one more; where the service lacks the model or the voice, or
 * grew tired of waiting for text, or where the socket of the last reply turns out to be dead, another takes its place.
 */
final class DashScopeStream implements SpeechStream {
    private static final Logger log = LoggerFactory.getLogger(DashScopeStream.class);

    private static final Duration AFTER_THE_LAST_SENTENCE = Duration.ofSeconds(2);

    private final DashScopeSynthesizer synthesizer;
    private final Voice voice;
    private final Cancellation cancellation;
    private final Speech speech;
    private long billedBefore; // in tasks that are over
    private final Retries.Tries tries;
    private boolean wasSilent; // a task before this one
    private OptionalLong nextTry = OptionalLong.empty(); // nanoTime; until then the text only waits in the speech
    private SynthesisTask task;
    private TaskSpeech share;

    DashScopeStream(DashScopeSynthesizer synthesizer, Voice voice, SpeechListener listener, Cancellation cancellation) {
        this.synthesizer = synthesizer;
        this.voice = voice;
        this.cancellation = cancellation;
        this.speech = new Speech(listener);
        this.tries = synthesizer.retries().begin();
        this.share = share();
        this.task = synthesizer.sockets().take(synthesizer.speaker(voice)).bind(share, cancellation);
    }

    @Override
    public void write(String text) {
        cancellation.throwIfCancelled();
        if (text.isEmpty()) {
            return;
        }
        if (task.endedIdle() && isAllSaid()) {
            log.debug("the service ended an idle task: another one");
            replaceTask();
        }
        speech.add(text);
        if (nextTry.isEmpty()) {
            send(text).ifPresent(this::goOnAfter);
        } else if (nextTry.getAsLong() - System.nanoTime() <= 0) {
            sayTheRest();
        }
    }

    @Override
    public void finish() {
        cancellation.throwIfCancelled();
        awaitNextTry();
        for (Optional<AssistantException> fault = end(); fault.isPresent(); fault = end()) {
            goOnAfter(fault.get());
            awaitNextTry();
        }
    }

    @Override
    public OptionalLong billedCharacters() {
        long billed = billedBefore + share.billed();
        return billed == 0 ? OptionalLong.empty() : OptionalLong.of(billed);
    }

    @Override
    public boolean goesOnByItself() {
        return true;
    }

    @Override
    public Optional<SpokenBy> spokenBy() {
        Speaker speaker = task.speaker();
        return Optional.of(new SpokenBy(speaker.model(), speaker.name()));
    }

    @Override
    public void close() {
        task.close();
    }

    /** Whether the service ended the task because no text came for long. */
    boolean isIdle() {
        return task.endedIdle();
    }

    /** What keeps the text from being spoken. */
    private Optional<AssistantException> send(String text) {
        try {
            task.throwIfFailed();
            task.write(text);
            return Optional.empty();
        } catch (AssistantException e) {
            return Optional.of(e);
        }
    }

    /** What kept the task from saying all. */
    private Optional<AssistantException> end() {
        if (speech.length() == 0) {
            return Optional.empty();
        }
        try {
            if (!task.endedIdle()) {
                task.finish(this::patience);
                share.ended();
            }
            return isAllSaid()
                    ? Optional.empty()
                    : Optional.of(synthesizer.faults().brokenOff(tr("ended early")));
        } catch (AssistantException e) {
            return e.kind() == FaultKind.SERVICE && isAllSaid() ? Optional.empty() : Optional.of(e);
        }
    }

    /** Little is lost with the word that a task has ended, where each of its sentences has. */
    private Duration patience() {
        return speech.isAllSaid() ? min(synthesizer.patience(), AFTER_THE_LAST_SENTENCE) : synthesizer.patience();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private boolean isAllSaid() {
        if (task.endedIdle()) {
            share.endedIdle();
        }
        return speech.isAllSaid();
    }

    /** Lets another task say the rest, now or in a moment, or throws {@code fault} where that would not help. */
    private void goOnAfter(AssistantException fault) {
        cancellation.throwIfCancelled();
        Duration pause = Duration.ZERO;
        if (!synthesizer.chooseOther(task.speaker(), fault) && !isOnADeadSocket(fault)) {
            throwIfLasting(fault);
            pause = tries.pauseAfter(PassingFault.of(fault));
        }
        log.info("the rest of a reply goes over another task", fault);
        nextTry = OptionalLong.of(System.nanoTime() + pause.toNanos());
        if (pause.isZero()) {
            sayTheRest();
        }
    }

    private void awaitNextTry() {
        if (nextTry.isPresent()) {
            tries.await(Duration.ofNanos(nextTry.getAsLong() - System.nanoTime()), cancellation);
            sayTheRest();
        }
    }

    private void sayTheRest() {
        nextTry = OptionalLong.empty();
        replaceTask();
        speech.rest().forEach(task::write);
    }

    private boolean isOnADeadSocket(AssistantException fault) {
        return fault.kind() == FaultKind.SERVICE && task.mayHaveADeadSocket();
    }

    private void throwIfLasting(AssistantException fault) {
        boolean mayPass = fault instanceof PassingFault
                || (fault.kind() == FaultKind.SERVICE
                        && task.wasNotRefused()
                        && Faults.meaning(fault) != ServiceError.INAPPROPRIATE);
        if (!mayPass || speech.isEndless() || (task.wasSilent() && wasSilent)) {
            throw fault;
        }
        wasSilent |= task.wasSilent();
    }

    private void replaceTask() {
        billedBefore += share.billed();
        task.close();
        share = share();
        task = synthesizer.sockets().fresh(synthesizer.speaker(voice)).bind(share, cancellation);
    }

    private TaskSpeech share() {
        return new TaskSpeech(speech, !voice.readsSsml(), synthesizer.sampleRate());
    }
}
