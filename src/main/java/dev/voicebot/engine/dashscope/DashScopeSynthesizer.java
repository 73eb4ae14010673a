package dev.voicebot.engine.dashscope;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.engine.dashscope.SynthesisSockets.Speaker;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.service.Retries;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.Set;

/**
 * Speech by the service's models of the run-task protocol, CosyVoice and Qwen-Audio-TTS; replies that end well leave
 * their socket open for the next one.
 */
public final class DashScopeSynthesizer implements SpeechSynthesizer {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Set<Integer> SAMPLE_RATES = Set.of(8000, 16000, 22050, 24000, 44100, 48000);

    private final SynthesisParameters parameters;
    private final Duration patience;
    private final Faults faults;
    private final VoiceChoice voices;
    private final SynthesisSockets sockets;

    /**
     * Opens nothing yet.
     *
     * @throws AssistantException of kind SETTINGS when the service does not speak at that sample rate
     */
    public DashScopeSynthesizer(DashScopeConnection connection, SynthesisParameters parameters) {
        this(connection, parameters, PATIENCE);
    }

    /** {@code patience} is how long the service may say nothing after it got the whole text. */
    DashScopeSynthesizer(DashScopeConnection connection, SynthesisParameters parameters, Duration patience) {
        checkSampleRate(parameters.sampleRate());
        this.parameters = parameters;
        this.patience = patience;
        this.voices = new VoiceChoice(parameters.notices());
        this.faults = Faults.ofSynthesis(connection, parameters.model());
        this.sockets = new SynthesisSockets(connection, faults, parameters.sampleRate());
    }

    @Override
    public int sampleRate() {
        return parameters.sampleRate();
    }

    @Override
    public SpeechStream open(Voice voice, SpeechListener listener, Cancellation cancellation) {
        return new DashScopeStream(this, voice, listener, cancellation);
    }

    /** Begins the next reply's task, which has time to open its socket while the user is still speaking. */
    @Override
    public void getReady(Voice voice) {
        sockets.getReady(speaker(voice));
    }

    @Override
    public void close() {
        sockets.close();
    }

    /** Who is to speak now. */
    Speaker speaker(Voice voice) {
        String model = parameters.model().model();
        return new Speaker(model, voices.of(model, voice.name()), voice);
    }

    /**
     * Whether {@code fault} says that the service lacks the model or the voice, and there is another, which is now
     * chosen.
     *
     * @throws AssistantException SETTINGS when the service lacks the voice, and there is no other
     */
    boolean chooseOther(Speaker speaker, AssistantException fault) {
        return switch (Faults.meaning(fault)) {
            case UNKNOWN_VOICE -> {
                voices.refuse(speaker.model(), speaker.name(), speaker.manner().name());
                yield true;
            }
            case UNKNOWN_MODEL -> parameters.model().instead(speaker.model()).isPresent();
            default -> false;
        };
    }

    SynthesisSockets sockets() {
        return sockets;
    }

    Retries retries() {
        return sockets.connection().network().retries();
    }

    Faults faults() {
        return faults;
    }

    Duration patience() {
        return patience;
    }

    private static void checkSampleRate(int hertz) {
        if (!SAMPLE_RATES.contains(hertz)) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    tr(
                            "synthesis.sample_rate must be 8000, 16000, 22050, 24000, 44100 or 48000 for dashscope,"
                                    + " got %s",
                            hertz));
        }
    }
}
