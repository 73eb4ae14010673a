package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.audio.tts.SpeechSynthesisResult;
import com.alibaba.dashscope.audio.ttsv2.SpeechSynthesizer;
import com.alibaba.dashscope.exception.NoApiKeyException;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.SampleAssembler;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.Voice;
import java.util.function.Consumer;

/** One reply: one task, begun before there is any text, so that the connection costs nothing once there is. */
final class DashScopeStream implements SpeechStream {
    private final DashScopeSynthesizer owner;
    private final Voice voice;
    private final Consumer<PcmFrame> frames;
    private final Cancellation cancellation;
    private Attempt attempt;
    private boolean written;
    private boolean finished;

    DashScopeStream(DashScopeSynthesizer owner, Voice voice, Consumer<PcmFrame> frames, Cancellation cancellation) {
        this.owner = owner;
        this.voice = voice;
        this.frames = frames;
        this.cancellation = cancellation;
        this.attempt = new Attempt();
    }

    @Override
    public void write(String text) {
        cancellation.throwIfCancelled();
        if (!written && attempt.task.isOver()) {
            attempt.end(); // the service ends a task that waits too long for its first text
            attempt = new Attempt();
        }
        attempt.task.throwIfFailed();
        attempt.task.send(text);
        written = true;
    }

    @Override
    public void finish() {
        cancellation.throwIfCancelled();
        if (!written) {
            return;
        }
        attempt.task.endOfInput();
        attempt.task.awaitConnected(owner.connection().connectTimeout());
        attempt.task.awaitEnd();
        finished = true;
    }

    @Override
    public void close() {
        attempt.end();
    }

    /** A task, its synthesiser, and the tie that ends it on a cancel. */
    private final class Attempt {
        private final SpeechSynthesizer sdk = owner.take(voice);
        private final DuplexTask<String, SpeechSynthesisResult> task = new DuplexTask<>(owner.faults());
        private final SampleAssembler samples = new SampleAssembler(owner.sampleRate());
        private final Cancellation.Registration tie;

        Attempt() {
            tie = cancellation.onCancel(task::abort);
            try {
                task.start(sdk.streamingCallAsFlowable(task.outgoing()), this::take);
            } catch (NoApiKeyException | RuntimeException e) {
                task.fail(e);
            }
        }

        /** On a thread of the SDK. */
        private void take(SpeechSynthesisResult result) {
            if (result.getAudioFrame() != null && !task.isOver()) {
                samples.add(result.getAudioFrame()).ifPresent(frames);
            }
        }

        void end() {
            tie.close();
            if (finished) {
                owner.giveBack(sdk);
            } else {
                task.abort();
                owner.end(sdk);
            }
        }
    }
}
