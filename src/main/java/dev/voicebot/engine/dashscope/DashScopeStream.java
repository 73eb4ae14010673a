package dev.voicebot.engine.dashscope;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reply: one task, begun before there is any text, so that the connection costs nothing once there is. Another one
 * takes its place when the service grew tired of waiting, or when the socket of the last reply turns out to be dead.
 */
final class DashScopeStream implements SpeechStream {
    private static final Logger log = LoggerFactory.getLogger(DashScopeStream.class);

    private final DashScopeSynthesizer synthesizer;
    private final Voice voice;
    private final Consumer<PcmFrame> frames;
    private final Cancellation cancellation;
    private final List<String> texts = new ArrayList<>(); // sent in the present task
    private long billedBefore; // in tasks that are over
    private SynthesisTask task;

    DashScopeStream(
            DashScopeSynthesizer synthesizer, Voice voice, Consumer<PcmFrame> frames, Cancellation cancellation) {
        this.synthesizer = synthesizer;
        this.voice = voice;
        this.frames = frames;
        this.cancellation = cancellation;
        this.task = synthesizer
                .takeAhead(voice)
                .map(begun -> begun.bind(frames, cancellation))
                .orElseGet(this::begin);
    }

    @Override
    public void write(String text) {
        cancellation.throwIfCancelled();
        if (text.isEmpty()) {
            return;
        }
        if (task.endedIdle()) {
            log.debug("the service ended an idle task: another one");
            texts.clear();
            billedBefore += task.billedCharacters();
            task.close();
            task = begin();
        }
        try {
            task.write(text);
        } catch (AssistantException e) {
            sendAgainOnAnotherSocket(e);
            task.write(text);
        }
        texts.add(text);
    }

    @Override
    public void finish() {
        cancellation.throwIfCancelled();
        if (texts.isEmpty() || task.endedIdle()) {
            return;
        }
        try {
            task.finish();
        } catch (AssistantException e) {
            sendAgainOnAnotherSocket(e);
            task.finish();
        }
    }

    @Override
    public OptionalLong billedCharacters() {
        long billed = billedBefore + task.billedCharacters();
        return billed == 0 ? OptionalLong.empty() : OptionalLong.of(billed);
    }

    @Override
    public void close() {
        task.close();
    }

    /** Whether the service ended the task because no text came for long. */
    boolean isIdle() {
        return task.endedIdle();
    }

    private SynthesisTask begin() {
        return synthesizer.begin(voice).bind(frames, cancellation);
    }

    /** Throws {@code fault} unless the socket of the last reply is to blame and nothing was heard yet. */
    private void sendAgainOnAnotherSocket(AssistantException fault) {
        if (fault.kind() != FaultKind.SERVICE || !task.mayHaveADeadSocket()) {
            throw fault;
        }
        log.debug("the socket of the last reply was dead: another one", fault);
        task.close();
        task = new SynthesisTask(synthesizer, new TaskSocket(), voice, false).bind(frames, cancellation);
        texts.forEach(task::write);
    }
}
