package dev.voicebot.talk;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.threads.Worker;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A short quiet tone at the beginning and at the end of a talk, and a softer one while the model thinks; on a thread of
 * its own, so that nothing waits for it.
 */
final class Chime {
    private static final Logger LOG = LoggerFactory.getLogger(Chime.class);
    private static final int RATE = 22050;
    private static final int BEGIN_HERTZ = 880;
    private static final int END_HERTZ = 660;
    private static final int THOUGHT_HERTZ = 440;
    private static final double SECONDS = 0.06;
    private static final double THOUGHT_SECONDS = 0.12;
    private static final double LOUDNESS = 0.06; // of full scale: no recogniser takes it for speech
    private static final double THOUGHT_LOUDNESS = 0.03;

    private final boolean on;
    private final Supplier<AudioOutput> speaker;
    private final ExecutorService thread = Worker.CHIME.inOrder();
    private final AtomicInteger thought = new AtomicInteger(); // its number; rises when it is over
    private volatile @Nullable Playback thinking; // set by thread chime
    private @Nullable AudioOutput opened; // thread chime

    Chime(boolean on, Supplier<AudioOutput> speaker) {
        this.on = on;
        this.speaker = speaker;
    }

    void begin() {
        sound(BEGIN_HERTZ);
    }

    public void end() {
        sound(END_HERTZ);
    }

    private void sound(int hertz) {
        if (on) {
            thread.execute(() -> {
                PcmFrame tone = tone(hertz, SECONDS, LOUDNESS);
                play(tone, playback -> {});
            });
        }
    }

    /** Once, whether talks are heard or not. */
    void think() {
        int mine = thought.get();
        thread.execute(() -> {
            if (thought.get() == mine) {
                play(tone(THOUGHT_HERTZ, THOUGHT_SECONDS, THOUGHT_LOUDNESS), playback -> thinking(playback, mine));
                thinking = null;
            }
        });
    }

    private void thinking(Playback playback, int mine) {
        thinking = playback;
        if (thought.get() != mine) { // over while the speaker was being opened
            playback.stop();
        }
    }

    /** Nothing of {@link #think} is heard any more. Quick; any thread. */
    void hush() {
        thought.incrementAndGet();
        Playback playback = thinking;
        if (playback != null) {
            playback.stop();
        }
    }

    private void play(PcmFrame tone, Consumer<Playback> begun) {
        try {
            AudioOutput output = opened == null ? speaker.get() : opened;
            opened = output;
            Playback playback = output.start(RATE);
            begun.accept(playback);
            playback.play(tone);
            playback.finish();
        } catch (AssistantException e) {
            LOG.info("no sound of a talk: {}", e.userMessage());
        }
    }

    /** Fades in and out: an edge would click. */
    private static PcmFrame tone(int hertz, double seconds, double loudness) {
        short[] samples = new short[(int) (RATE * seconds)];
        for (int i = 0; i < samples.length; i++) {
            double fade = Math.sin(Math.PI * i / samples.length);
            samples[i] = (short) (Short.MAX_VALUE * loudness * fade * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return new PcmFrame(samples, RATE);
    }
}
