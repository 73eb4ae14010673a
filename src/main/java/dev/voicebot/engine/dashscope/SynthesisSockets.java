package dev.voicebot.engine.dashscope;

import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The sockets and tasks that synthesis has ready: one left open by the last reply, one begun ahead of the next. */
final class SynthesisSockets implements AutoCloseable {
    /**
     * An idle socket may be dead without anybody knowing; the service closes it after a minute.
     *
     * @see <a href="https://www.alibabacloud.com/help/en/model-studio/cosyvoice-websocket-api">CosyVoice's WebSocket</a>
     */
    private static final Duration MAX_IDLE = Duration.ofSeconds(45);

    /**
     * The service ends a task that gets no text for 23 seconds.
     *
     * @see <a href="https://docs.qwencloud.com/api-reference/speech-synthesis/cosyvoice/client-events">continue-task</a>
     */
    private static final Duration MAX_AHEAD = Duration.ofSeconds(20);

    private static final Duration AHEAD_AGAIN = Duration.ofSeconds(5);

    private final DashScopeConnection connection;
    private final Faults faults;
    private final int sampleRate;
    private final AtomicReference<@Nullable Warm> warm = new AtomicReference<>();
    private final AtomicReference<@Nullable Ahead> ahead = new AtomicReference<>();

    /**
     * Who speaks.
     *
     * @param name the voice's, as the model has it
     * @param manner how it speaks; its name may be another
     */
    record Speaker(String model, String name, Voice manner) {}

    SynthesisSockets(DashScopeConnection connection, Faults faults, int sampleRate) {
        this.connection = connection;
        this.faults = faults;
        this.sampleRate = sampleRate;
    }

    DashScopeConnection connection() {
        return connection;
    }

    Faults faults() {
        return faults;
    }

    int sampleRate() {
        return sampleRate;
    }

    /** Begins the next reply's task, which has time to open its socket while the user is still speaking. */
    void getReady(Speaker speaker) {
        Ahead begun = ahead.get();
        if (begun == null || !begun.isGoodFor(speaker, AHEAD_AGAIN)) {
            // it waits for its text so long that its socket may die meanwhile
            replaceAhead(new Ahead(begin(speaker, true), System.nanoTime()));
        }
    }

    /** The task that was begun ahead; else one on the socket of the last reply, or on one of its own. */
    SynthesisTask take(Speaker speaker) {
        Ahead begun = ahead.getAndSet(null);
        if (begun != null && begun.isGoodFor(speaker, MAX_AHEAD)) {
            return begun.task();
        }
        if (begun != null) {
            begun.task().close();
        }
        return begin(speaker, false);
    }

    /** A task on a socket of its own. */
    SynthesisTask fresh(Speaker speaker) {
        return new SynthesisTask(this, speaker, new TaskSocket(connection.network()), false);
    }

    /** After a reply that ended well; after any error a fresh one is needed. */
    void keepWarm(TaskSocket socket) {
        Warm other = warm.getAndSet(new Warm(socket, System.nanoTime()));
        if (other != null) {
            other.socket().close();
        }
    }

    TaskDescription description(Speaker speaker) {
        Voice manner = speaker.manner();
        return TaskDescription.synthesis(
                speaker.model(),
                Map.of(
                        "text_type",
                        manner.readsSsml() ? "SSML" : "PlainText",
                        "enable_ssml",
                        manner.readsSsml(),
                        "voice",
                        speaker.name(),
                        "format",
                        "pcm",
                        "sample_rate",
                        sampleRate,
                        "volume",
                        manner.volume(),
                        "rate",
                        (float) manner.rate(),
                        "pitch",
                        (float) manner.pitch(),
                        "word_timestamp_enabled",
                        true));
    }

    @Override
    public void close() {
        takeWarm().ifPresent(TaskSocket::close);
        replaceAhead(null);
    }

    private SynthesisTask begin(Speaker speaker, boolean waits) {
        return takeWarm()
                .map(open -> new SynthesisTask(this, speaker, open, true))
                .orElseGet(() -> new SynthesisTask(this, speaker, new TaskSocket(connection.network()), waits));
    }

    private void replaceAhead(@Nullable Ahead next) {
        Ahead before = ahead.getAndSet(next);
        if (before != null) {
            before.task().close();
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

    /** An open socket that waits for the next reply. */
    private record Warm(TaskSocket socket, long since) {}

    /** A task that waits for the next reply's text. */
    private record Ahead(SynthesisTask task, long since) {
        boolean isGoodFor(Speaker wanted, Duration atMost) {
            return !task.isOver() && task.speaker().equals(wanted) && System.nanoTime() - since < atMost.toNanos();
        }
    }
}
