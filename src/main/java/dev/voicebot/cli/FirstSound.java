package dev.voicebot.cli;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.reading.SoundSink;

/** Waits for the first sound: then it is sure which model speaks, as the service may lack some. */
final class FirstSound implements SoundSink {
    private final Runnable work;
    private boolean came;

    /** {@code work} runs once, on the sink's thread. */
    FirstSound(Runnable work) {
        this.work = work;
    }

    @Override
    public void write(PcmFrame frame) {
        if (!came) {
            came = true;
            work.run();
        }
    }

    @Override
    public void close() {}
}
