package dev.voicebot.engine.dashscope;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Speech by the service's CosyVoice models; replies that end well leave their socket open for the next one. */
public final class DashScopeSynthesizer implements dev.voicebot.synthesis.SpeechSynthesizer {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** An idle socket may be dead without anybody knowing; the service closes it after a minute. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(45);

    /** The service ends a task that gets no text for 23 seconds. */
    private static final Duration MAX_AHEAD = Duration.ofSeconds(20);

    private static final Duration AHEAD_AGAIN = Duration.ofSeconds(5);

    private static final Set<Integer> SAMPLE_RATES = Set.of(8000, 16000, 22050, 24000, 44100, 48000);

    private final DashScopeConnection connection;
    private final SynthesisParameters parameters;
    private final Duration patience;
    private final Faults faults;
    private final AtomicReference<@Nullable Warm> warm = new AtomicReference<>();
    private final AtomicReference<@Nullable Ahead> ahead = new AtomicReference<>();

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
        this.connection = connection;
        this.parameters = parameters;
        this.patience = patience;
        this.faults = Faults.ofSynthesis(connection, parameters.model());
        requireSampleRate();
    }

    @Override
    public int sampleRate() {
        return parameters.sampleRate();
    }

    @Override
    public SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation) {
        return new DashScopeStream(this, voice, frames, cancellation);
    }

    /** Begins the next reply's task, which has time to open its socket while the user is still speaking. */
    @Override
    public void getReady(Voice voice) {
        Ahead begun = ahead.get();
        if (begun == null || !begun.isGoodFor(voice, AHEAD_AGAIN)) {
            replaceAhead(new Ahead(begin(voice, true), voice, System.nanoTime()));
        }
    }

    @Override
    public void close() {
        takeWarm().ifPresent(TaskSocket::close);
        replaceAhead(null);
    }

    /** The task that was begun ahead of the reply. */
    Optional<SynthesisTask> takeAhead(Voice voice) {
        Ahead begun = ahead.getAndSet(null);
        if (begun == null) {
            return Optional.empty();
        }
        if (!begun.isGoodFor(voice, MAX_AHEAD)) {
            begun.task().close();
            return Optional.empty();
        }
        return Optional.of(begun.task());
    }

    /** On the socket of the last reply, or on one of its own. */
    SynthesisTask begin(Voice voice) {
        return begin(voice, false);
    }

    /** {@code waits} for its text so long that its socket may die meanwhile. */
    private SynthesisTask begin(Voice voice, boolean waits) {
        return takeWarm()
                .map(socket -> new SynthesisTask(this, socket, voice, true))
                .orElseGet(() -> new SynthesisTask(this, new TaskSocket(), voice, waits));
    }

    private void replaceAhead(@Nullable Ahead next) {
        Ahead before = ahead.getAndSet(next);
        if (before != null) {
            before.task().close();
        }
    }

    Faults faults() {
        return faults;
    }

    DashScopeConnection connection() {
        return connection;
    }

    Duration patience() {
        return patience;
    }

    /** After a reply that ended well; after any error a fresh one is needed. */
    void keepWarm(TaskSocket socket) {
        Warm other = warm.getAndSet(new Warm(socket, System.nanoTime()));
        if (other != null) {
            other.socket().close();
        }
    }

    private Optional<TaskSocket> takeWarm() {
        Warm open = warm.getAndSet(null);
        if (open == null) {
            return Optional.empty();
        }
        if (open.socket().isLost() || System.nanoTime() - open.since() > MAX_IDLE.toNanos()) {
            open.socket().close();
            return Optional.empty();
        }
        return Optional.of(open.socket());
    }

    /** What a task is asked for. */
    TaskDescription description(Voice voice) {
        return TaskDescription.synthesis(
                parameters.model().model(),
                Map.of(
                        "text_type",
                        voice.readsSsml() ? "SSML" : "PlainText",
                        "voice",
                        CosyVoices.named(voice.name(), parameters.model().model()),
                        "format",
                        "pcm",
                        "sample_rate",
                        parameters.sampleRate(),
                        "volume",
                        voice.volume(),
                        "rate",
                        (float) voice.rate(),
                        "pitch",
                        (float) voice.pitch()));
    }

    private void requireSampleRate() {
        if (!SAMPLE_RATES.contains(parameters.sampleRate())) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    "synthesis.sample_rate must be 8000, 16000, 22050, 24000, 44100 or 48000 for dashscope, got "
                            + parameters.sampleRate());
        }
    }

    /** An open socket that waits for the next reply. */
    private record Warm(TaskSocket socket, long since) {}

    /** A task that waits for the next reply's text. */
    private record Ahead(SynthesisTask task, Voice voice, long since) {
        boolean isGoodFor(Voice wanted, Duration atMost) {
            return !task.isOver() && voice.equals(wanted) && System.nanoTime() - since < atMost.toNanos();
        }
    }
}
