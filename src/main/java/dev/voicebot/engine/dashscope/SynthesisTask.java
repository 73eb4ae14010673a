package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.audio.tts.SpeechSynthesisResult;
import com.alibaba.dashscope.audio.ttsv2.SpeechSynthesizer;
import com.alibaba.dashscope.exception.NoApiKeyException;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.SampleAssembler;
import dev.voicebot.outcome.Cancellation;
import java.util.function.Consumer;

/** One task of the service's: text in, sound out. Begins at once; belongs to a reply once it is bound to one. */
final class SynthesisTask {
    private final DashScopeSynthesizer synthesizer;
    private final SpeechSynthesizer sdk;
    private final boolean isReused;
    private volatile Consumer<PcmFrame> frames = frame -> {}; // no sound comes before text
    private final SampleAssembler samples; // by the SDK's threads, one at a time
    private final DuplexTask<String, SpeechSynthesisResult> task;
    private Cancellation.Registration tie = () -> {};
    private volatile boolean answered; // by the SDK's threads
    private volatile long billed; // by the SDK's threads
    private boolean finished;

    /** {@code isReused} is for a socket that was open before, which may have died meanwhile. */
    SynthesisTask(DashScopeSynthesizer synthesizer, SpeechSynthesizer sdk, boolean isReused) {
        this.synthesizer = synthesizer;
        this.sdk = sdk;
        this.isReused = isReused;
        this.samples = new SampleAssembler(synthesizer.sampleRate());
        this.task =
                new DuplexTask<>(synthesizer.connection(), synthesizer.faults(), () -> synthesizer.closeSocket(sdk));
        begin();
    }

    /** Before the first text. A cancel ends the task. */
    SynthesisTask bind(Consumer<PcmFrame> receiver, Cancellation cancellation) {
        frames = receiver;
        tie = cancellation.onCancel(task::abort);
        return this;
    }

    boolean isOver() {
        return task.isOver();
    }

    void write(String text) {
        task.throwIfFailed();
        task.send(text);
    }

    /** Blocks until the last frame was handed over. */
    void finish() {
        task.endOfInput();
        task.awaitEnd(synthesizer.patience());
        finished = true;
    }

    /** Whether the service ended it by itself, because no text came for long. */
    boolean endedIdle() {
        return task.endedIdle();
    }

    /** The service's count of characters, as far as it has told; 0 before. */
    long billedCharacters() {
        return billed;
    }

    boolean mayHaveADeadSocket() {
        return isReused && !answered && !task.isInterrupted();
    }

    /** Gives up what is not finished; a socket that served well is kept. */
    void close() {
        tie.close();
        if (finished) {
            synthesizer.keepWarm(sdk);
        } else {
            task.abort();
        }
    }

    private void begin() {
        try {
            task.start(sdk.streamingCallAsFlowable(task.outgoing()), this::take);
        } catch (NoApiKeyException | RuntimeException e) {
            task.fail(e);
            synthesizer.closeSocket(sdk);
        }
    }

    /** On a thread of the SDK. */
    private void take(SpeechSynthesisResult result) {
        answered = true;
        if (result.getUsage() != null && result.getUsage().getCharacters() != null) {
            billed = Math.max(billed, result.getUsage().getCharacters());
        }
        if (result.getAudioFrame() != null && !task.isOver()) {
            samples.add(result.getAudioFrame()).ifPresent(frames);
        }
    }
}
