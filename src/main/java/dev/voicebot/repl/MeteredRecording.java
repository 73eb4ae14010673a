package dev.voicebot.repl;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import java.util.Optional;

/** A recording that knows how loud the frame was that was read last. */
final class MeteredRecording implements Recording {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final double DECIBELS_PER_BAR = 6;

    private final Recording sound;
    private volatile int peak; // written by the reader, read by the screen

    MeteredRecording(Recording sound) {
        this.sound = sound;
    }

    /** One character: the higher the louder, 6 dB a step. */
    String bar() {
        double decibels = 20 * Math.log10(Math.max(1, peak) / (double) Short.MAX_VALUE);
        int step = (int) Math.round(BARS.length() - 1 + decibels / DECIBELS_PER_BAR);
        return String.valueOf(BARS.charAt(Math.max(0, step)));
    }

    @Override
    public int sampleRate() {
        return sound.sampleRate();
    }

    @Override
    public Optional<PcmFrame> next() {
        Optional<PcmFrame> frame = sound.next();
        frame.ifPresent(this::measure);
        return frame;
    }

    private void measure(PcmFrame frame) {
        int loudest = 0;
        for (short sample : frame.samples()) {
            loudest = Math.max(loudest, Math.min(Short.MAX_VALUE, Math.abs(sample)));
        }
        peak = loudest;
    }

    @Override
    public void stop() {
        sound.stop();
    }

    @Override
    public void close() {
        sound.close();
    }
}
