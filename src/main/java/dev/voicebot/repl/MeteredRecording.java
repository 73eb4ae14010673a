package dev.voicebot.repl;

import dev.voicebot.audio.Level;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import java.util.Optional;

/** A recording that knows how loud the frame was that was read last. */
final class MeteredRecording implements Recording {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private final Recording sound;
    private volatile double loudness; // 0 to 1, written by the reader, read by the screen

    MeteredRecording(Recording sound) {
        this.sound = sound;
    }

    /** One character: the higher the louder. */
    String bar() {
        return String.valueOf(BARS.charAt((int) Math.round(loudness * (BARS.length() - 1))));
    }

    @Override
    public int sampleRate() {
        return sound.sampleRate();
    }

    @Override
    public Optional<PcmFrame> next() {
        Optional<PcmFrame> frame = sound.next();
        frame.ifPresent(heard -> loudness = Level.of(heard).meter());
        return frame;
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
