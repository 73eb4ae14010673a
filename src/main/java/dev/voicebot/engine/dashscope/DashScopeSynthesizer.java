package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.audio.ttsv2.SpeechSynthesisAudioFormat;
import com.alibaba.dashscope.audio.ttsv2.SpeechSynthesisParam;
import com.alibaba.dashscope.audio.ttsv2.SpeechSynthesizer;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.Voice;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Speech by the service's CosyVoice models; replies that end well leave their socket open for the next one. */
public final class DashScopeSynthesizer implements dev.voicebot.synthesis.SpeechSynthesizer {
    private static final int NORMAL_CLOSURE = 1000;

    private final DashScopeConnection connection;
    private final SynthesisParameters parameters;
    private final Faults faults;
    private final AtomicReference<@Nullable SpeechSynthesizer> idle = new AtomicReference<>();

    /** Opens nothing yet. */
    public DashScopeSynthesizer(DashScopeConnection connection, SynthesisParameters parameters) {
        this.connection = connection;
        this.parameters = parameters;
        this.faults = new Faults(connection, "speech synthesis");
        audioFormat();
    }

    @Override
    public int sampleRate() {
        return parameters.sampleRate();
    }

    @Override
    public SpeechStream open(Voice voice, Consumer<PcmFrame> frames, Cancellation cancellation) {
        return new DashScopeStream(this, voice, frames, cancellation);
    }

    @Override
    public void close() {
        SpeechSynthesizer open = idle.getAndSet(null);
        if (open != null) {
            end(open);
        }
    }

    Faults faults() {
        return faults;
    }

    DashScopeConnection connection() {
        return connection;
    }

    /** The one whose socket is still open from the last reply, or a new one. */
    SpeechSynthesizer take(Voice voice) {
        SpeechSynthesizer open = idle.getAndSet(null);
        SpeechSynthesizer sdk = open != null
                ? open
                : new SpeechSynthesizer(
                        param(voice), null, connection.websocketUrl().toString(), connection.options());
        if (open != null) {
            sdk.updateParamAndCallback(param(voice), null);
        }
        return sdk;
    }

    /** After a reply that ended well; after any error a fresh one is needed. */
    void giveBack(SpeechSynthesizer sdk) {
        SpeechSynthesizer other = idle.getAndSet(sdk);
        if (other != null) {
            end(other);
        }
    }

    void end(SpeechSynthesizer sdk) {
        sdk.getDuplexApi().close(NORMAL_CLOSURE, "done");
    }

    private SpeechSynthesisParam param(Voice voice) {
        return SpeechSynthesisParam.builder()
                .apiKey(connection.apiKey().reveal())
                .model(parameters.model())
                .voice(voice.name())
                .format(audioFormat())
                .volume(voice.volume())
                .speechRate((float) voice.rate())
                .pitchRate((float) voice.pitch())
                .build();
    }

    private SpeechSynthesisAudioFormat audioFormat() {
        return switch (parameters.sampleRate()) {
            case 8000 -> SpeechSynthesisAudioFormat.PCM_8000HZ_MONO_16BIT;
            case 16000 -> SpeechSynthesisAudioFormat.PCM_16000HZ_MONO_16BIT;
            case 22050 -> SpeechSynthesisAudioFormat.PCM_22050HZ_MONO_16BIT;
            case 24000 -> SpeechSynthesisAudioFormat.PCM_24000HZ_MONO_16BIT;
            case 44100 -> SpeechSynthesisAudioFormat.PCM_44100HZ_MONO_16BIT;
            case 48000 -> SpeechSynthesisAudioFormat.PCM_48000HZ_MONO_16BIT;
            default ->
                throw new AssistantException(
                        FaultKind.SETTINGS,
                        "synthesis.sample_rate must be 8000, 16000, 22050, 24000, 44100 or 48000 for dashscope, got "
                                + parameters.sampleRate());
        };
    }
}
