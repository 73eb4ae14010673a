package dev.voicebot.engine.dashscope;

import com.google.gson.JsonObject;
import dev.voicebot.audio.SoundPieces;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Interrupts;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task of the service's: sound in, events out. */
final class RecognitionTask implements TaskEvents {
    private static final Logger log = LoggerFactory.getLogger(RecognitionTask.class);
    private static final Set<String> STRANGE_KINDS = ConcurrentHashMap.newKeySet(); // told once in a process

    private static final int MOST_STRANGE = 100; // events

    /** Characters, and events: nobody says so many. */
    private static final int MOST_A_SECOND = 100;

    private static final int MOST_AT_FIRST = 10_000;

    /** So many times as long as it may say nothing, a service may go on about a sound that has ended. */
    private static final int MOST_PATIENCE = 6;

    private static final Duration GLANCE = Duration.ofMillis(100);

    /** In as much time a service that ends tasks by itself has done so, and its word has come. */
    private static final Duration TO_AND_FRO = Duration.ofSeconds(1);

    private final TranscriptBuilder transcript;
    private final int sampleRate;
    private final Duration begin;
    private final Faults faults;
    private final DuplexTask<ByteBuffer> task;
    private final AtomicInteger strange = new AtomicInteger(); // events, by the SDK's threads
    private final AtomicInteger results = new AtomicInteger(); // by the SDK's threads
    private volatile boolean isUnderstood; // by the SDK's threads
    private volatile Duration taken = Duration.ZERO; // of the sound; by the talk's thread
    private volatile ChatUsage tokens = ChatUsage.NONE; // by the SDK's threads
    private boolean wasBrief;

    /** Begins at once; its sound is what {@code sound} gives next. */
    RecognitionTask(
            DashScopeConnection connection,
            Faults faults,
            TaskDescription what,
            int sampleRate,
            Duration begin,
            TranscriptBuilder transcript) {
        this.transcript = transcript;
        this.sampleRate = sampleRate;
        this.begin = begin;
        this.faults = faults;
        this.task = new DuplexTask<>(connection, faults, new TaskSocket(connection.network()), what, this);
    }

    /**
     * Reads {@code sound} until it or the task ends.
     *
     * @param patience for a service that has got everything
     * @param waits whether the service is told that this is all only when it has had time to end the task by itself
     */
    TaskEnd run(KeptSound sound, Pace pace, Duration patience, boolean waits) {
        SoundPieces pieces = new SoundPieces(sound.sampleRate(), sampleRate, task::send);
        while (!task.isOver() && !sound.isAtEnd() && !isForeign(sound)) {
            sound.next(GLANCE).ifPresent(pieces::add);
            taken = pieces.length();
            sound.forgetBefore(transcript.endOfSentences());
            while (!task.isOver()
                    && (task.isBehind()
                            || pace.isTooFast(
                                    pieces.length(), transcript.heard().minus(begin)))) {
                pause();
            }
        }
        pieces.finish();
        if (waits) {
            task.awaitAge(TO_AND_FRO, patience);
        }
        wasBrief = task.age().compareTo(TO_AND_FRO) < 0;
        task.endOfInput();
        Duration silence = patience.plus(unheard(pieces).dividedBy(4));
        return task.await(silence, silence.multipliedBy(MOST_PATIENCE));
    }

    Optional<AssistantException> fault() {
        return task.fault();
    }

    void throwIfFailed() {
        task.throwIfFailed();
    }

    /** Whether it was so short that an end by itself and the word that it got everything may have crossed. */
    boolean wasBrief() {
        return wasBrief;
    }

    /** Whether something was said, and events came, but none that says what was heard. */
    boolean isNotUnderstood(KeptSound sound) {
        return strange.get() > 0 && !isUnderstood && !sound.loudAfter(begin).isZero();
    }

    /** The same when that goes on: it is no use to listen any longer. */
    private boolean isForeign(KeptSound sound) {
        return strange.get() > MOST_STRANGE && isNotUnderstood(sound);
    }

    void abort() {
        task.abort();
    }

    /** What the service has counted of it so far; nothing where it goes by the time. */
    ChatUsage tokens() {
        return tokens;
    }

    @Override
    public void finished(JsonObject payload) {
        count(payload);
    }

    @Override
    public void result(JsonObject payload) {
        count(payload);
        Optional<RecognitionEvent> event = RecognitionEvent.of(payload);
        if (event.isPresent()) {
            isUnderstood |= event.get().hasWords();
            transcript.add(event.get());
            throwIfEndless();
        } else {
            strange(kind(payload));
        }
    }

    private void throwIfEndless() {
        long most = MOST_AT_FIRST + MOST_A_SECOND * taken.toSeconds();
        if (results.incrementAndGet() > most || transcript.length() > most) {
            throw faults.endless();
        }
    }

    @Override
    public void strange(String kind) {
        strange.incrementAndGet();
        tellStrange(kind);
    }

    /** Each event tells what the whole task comes to so far. */
    private void count(JsonObject payload) {
        Json.object(payload, "usage")
                .map(usage -> new ChatUsage(tokens(usage, "input_tokens"), tokens(usage, "output_tokens")))
                .filter(ChatUsage::isKnown)
                .ifPresent(told -> tokens = told);
    }

    private static long tokens(JsonObject usage, String name) {
        return Math.max(0, Json.number(usage, name).orElse(0));
    }

    /** The names of what is in it: what was said is nobody's business. */
    private static String kind(JsonObject payload) {
        Set<String> names = new TreeSet<>(payload.keySet());
        Json.object(payload, "output")
                .ifPresent(output -> output.keySet().forEach(name -> names.add("output." + name)));
        return names.toString();
    }

    private static void tellStrange(String kind) {
        if (STRANGE_KINDS.add(kind)) {
            log.warn("skipped an event that is not understood: {}", kind);
        } else {
            log.debug("skipped an event that is not understood: {}", kind);
        }
    }

    private Duration unheard(SoundPieces pieces) {
        return pieces.length().minus(transcript.heard().minus(begin));
    }

    private static void pause() {
        try {
            Thread.sleep(Pace.PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }
}
