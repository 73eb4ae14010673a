package dev.voicebot.engine.dashscope;

import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Speech recognition by the service's real-time models; one socket a task. */
public final class DashScopeRecognizer implements SpeechRecognizer {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DashScopeConnection connection;
    private final RecognitionParameters parameters;
    private final Duration patience;
    private final Faults faults;

    /** Opens nothing yet. */
    public DashScopeRecognizer(DashScopeConnection connection, RecognitionParameters parameters) {
        this(connection, parameters, PATIENCE);
    }

    /** {@code patience} is how long the service may say nothing after it got everything. */
    DashScopeRecognizer(DashScopeConnection connection, RecognitionParameters parameters, Duration patience) {
        this.connection = connection;
        this.parameters = parameters;
        this.patience = patience;
        this.faults = Faults.ofRecognition(connection, parameters.model());
    }

    @Override
    public Transcript listen(Recording sound, Consumer<Transcript> updates, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        return new RecognitionRun(this, parameters.model(), sound, updates).run(cancellation);
    }

    Faults faults() {
        return faults;
    }

    Duration patience() {
        return patience;
    }

    /** Begins a task whose sound begins so far into the talk. */
    RecognitionTask begin(String model, Duration begin, TranscriptBuilder transcript) {
        RecognizerFamily family = RecognizerFamily.of(model);
        TaskDescription what = TaskDescription.recognition(model, family.parameters(model, parameters), Map.of());
        int sampleRate = family.sampleRate(model, parameters.sampleRate());
        transcript.nextTask(begin, family.translates() ? parameters.translateTo() : Optional.empty());
        return new RecognitionTask(connection, faults, what, sampleRate, begin, transcript);
    }
}
