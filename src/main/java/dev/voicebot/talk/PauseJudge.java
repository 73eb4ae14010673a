package dev.voicebot.talk;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Resampler;
import dev.voicebot.audio.TurnModel;
import dev.voicebot.threads.Worker;
import dev.voicebot.turntaking.TurnEnd;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a model hear, once in each pause, whether the turn is over. The model runs on the thread {@code turn-end}; everything
 * else is the microphone's.
 */
final class PauseJudge {
    private static final Logger LOG = LoggerFactory.getLogger(PauseJudge.class);

    /** What is shorter is no pause; what the model was trained with ends so. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final float FINISHED = 0.5f;
    private static final float FULL_SCALE = 32768;

    private final Supplier<Optional<TurnModel>> model;
    private final Consumer<TurnEnd> verdict;
    private final Deque<PcmFrame> turn = new ArrayDeque<>(); // its last seconds
    private Duration length = Duration.ZERO;
    private boolean asked; // in this pause
    private volatile int pause; // which one it is; what is found out later than that does not count

    /** {@code verdict} is called on the thread {@code turn-end} and must return promptly. */
    PauseJudge(Supplier<Optional<TurnModel>> model, Consumer<TurnEnd> verdict) {
        this.model = model;
        this.verdict = verdict;
    }

    /** Loads the model, behind the caller's back. */
    void warm() {
        later(() -> {
            var unused = model.get();
        });
    }

    /** A turn begins; {@code before} is what was heard of it so far. */
    void begin(Collection<PcmFrame> before) {
        turn.clear();
        length = Duration.ZERO;
        before.forEach(this::keep);
        nextPause();
    }

    /** The turn goes on; nobody has spoken for {@code quiet}. */
    void hear(PcmFrame frame, Duration quiet) {
        keep(frame);
        if (quiet.isZero() && asked) {
            nextPause();
        } else if (quiet.compareTo(PAUSE) >= 0 && !asked) {
            asked = true;
            ask(List.copyOf(turn), pause);
        }
    }

    private void keep(PcmFrame frame) {
        turn.addLast(frame);
        length = length.plus(frame.length());
        while (length.compareTo(TurnModel.HEARD) > 0) {
            length = length.minus(turn.removeFirst().length());
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the microphone's thread writes
    private void nextPause() {
        asked = false;
        pause++;
    }

    private void ask(List<PcmFrame> heard, int which) {
        later(() -> model.get().filter(found -> which == pause).ifPresent(found -> judge(found, heard, which)));
    }

    private static void later(Runnable work) {
        Worker.TURN_END.only().execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("the model for the end of a turn failed", e);
            }
        });
    }

    private void judge(TurnModel found, List<PcmFrame> heard, int which) {
        float probability = found.finished(samples(heard));
        LOG.debug("the turn is over by its sound: {}", probability);
        if (which == pause) {
            verdict.accept(probability > FINISHED ? TurnEnd.FINISHED : TurnEnd.UNFINISHED);
        }
    }

    private static float[] samples(List<PcmFrame> frames) {
        Resampler resampler = new Resampler(frames.get(0).sampleRate(), TurnModel.SAMPLE_RATE);
        short[][] pieces = new short[frames.size() + 1][];
        for (int i = 0; i < frames.size(); i++) {
            pieces[i] = resampler.resample(frames.get(i).samples());
        }
        pieces[frames.size()] = resampler.finish();
        return joined(pieces);
    }

    private static float[] joined(short[][] pieces) {
        int count = 0;
        for (short[] piece : pieces) {
            count += piece.length;
        }
        float[] samples = new float[count];
        int at = 0;
        for (short[] piece : pieces) {
            for (short sample : piece) {
                samples[at++] = sample / FULL_SCALE;
            }
        }
        return samples;
    }
}
