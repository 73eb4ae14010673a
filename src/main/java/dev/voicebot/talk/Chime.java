package dev.voicebot.talk;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.threads.Worker;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A short quiet tone at the beginning and at the end of a talk; on a thread of its own, so that nothing waits for it. */
final class Chime {
    private static final Logger LOG = LoggerFactory.getLogger(Chime.class);
    private static final int RATE = 22050;
    private static final int BEGIN_HERTZ = 880;
    private static final int END_HERTZ = 660;
    private static final double SECONDS = 0.06;
    private static final double LOUDNESS = 0.06; // of full scale: no recogniser takes it for speech

    private final boolean on;
    private final Supplier<AudioOutput> speaker;
    private final ExecutorService thread = Worker.CHIME.inOrder();
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
            thread.execute(() -> play(tone(hertz)));
        }
    }

    private void play(PcmFrame tone) {
        try {
            AudioOutput output = opened == null ? speaker.get() : opened;
            opened = output;
            Playback playback = output.start(RATE);
            playback.play(tone);
            playback.finish();
        } catch (AssistantException e) {
            LOG.info("no sound of a talk: {}", e.userMessage());
        }
    }

    /** Fades in and out: an edge would click. */
    private static PcmFrame tone(int hertz) {
        short[] samples = new short[(int) (RATE * SECONDS)];
        for (int i = 0; i < samples.length; i++) {
            double fade = Math.sin(Math.PI * i / samples.length);
            samples[i] = (short) (Short.MAX_VALUE * LOUDNESS * fade * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return new PcmFrame(samples, RATE);
    }
}
