package dev.voicebot.engine.dashscope;

import dev.voicebot.audio.Recording;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.Exchange;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.service.Retries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Speech recognition by the service's real-time models; one socket a task. */
public final class DashScopeRecognizer implements SpeechRecognizer {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DashScopeConnection connection;
    private final RecognitionParameters parameters;
    private final RecognitionReports reports;
    private final Supplier<List<Exchange>> context;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Duration patience;
    private final int timesRealTime;
    private final Faults faults;

    /** Opens nothing yet, and tells nobody what the model lacks. */
    public DashScopeRecognizer(DashScopeConnection connection, RecognitionParameters parameters) {
        this(connection, parameters, RecognitionReports.NONE, List::of);
    }

    /**
     * Opens nothing yet.
     *
     * @param context gives what was said before, oldest first; asked at every talk
     */
    public DashScopeRecognizer(
            DashScopeConnection connection,
            RecognitionParameters parameters,
            RecognitionReports reports,
            Supplier<List<Exchange>> context) {
        this(connection, parameters, reports, context, PATIENCE, Pace.TIMES_REAL_TIME);
    }

    /**
     * As above.
     *
     * @param patience how long the service may say nothing after it got everything
     * @param timesRealTime how fast silence is sent
     */
    DashScopeRecognizer(
            DashScopeConnection connection,
            RecognitionParameters parameters,
            RecognitionReports reports,
            Supplier<List<Exchange>> context,
            Duration patience,
            int timesRealTime) {
        this.connection = connection;
        this.parameters = parameters;
        this.reports = reports;
        this.context = context;
        this.patience = patience;
        this.timesRealTime = timesRealTime;
        this.faults = Faults.ofRecognition(connection, parameters.model());
    }

    @Override
    public Transcript listen(Recording sound, Consumer<Transcript> updates, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        return new RecognitionRun(this, parameters.model(), sound, updates).run(cancellation);
    }

    Retries retries() {
        return connection.network().retries();
    }

    Faults faults() {
        return faults;
    }

    /** What {@code task} was billed in tokens, once it is over. */
    void count(String model, RecognitionTask task) {
        ChatUsage tokens = task.tokens();
        if (tokens.isKnown()) {
            reports.tokens().accept(model, tokens);
        }
    }

    Duration patience() {
        return patience;
    }

    Pace pace() {
        return new Pace(timesRealTime);
    }

    /** Begins a task whose sound begins so far into the talk. */
    RecognitionTask begin(String model, Duration begin, TranscriptBuilder transcript) {
        RecognizerFamily family = RecognizerFamily.of(model);
        Map<String, Object> input = family.takesContext(model) ? RecognitionContext.input(context.get()) : Map.of();
        TaskDescription what = TaskDescription.recognition(model, family.parameters(model, parameters), input);
        int sampleRate = family.sampleRate(model, parameters.sampleRate());
        family.missing(model, parameters).stream().filter(told::add).forEach(reports.notices());
        transcript.nextTask(begin, family.translates() ? parameters.translateTo() : Optional.empty());
        return new RecognitionTask(connection, faults, what, sampleRate, begin, transcript);
    }
}
