package dev.voicebot.sound;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/** A speaker through javax.sound: one line, kept open from reply to reply, opened anew when the rate changes or it died. */
public final class Speaker implements AudioOutput {
    private static final int BUFFERS_PER_SECOND = 2; // 500 ms never underran, and stop+flush silences it at once

    private final Optional<String> device;
    private @Nullable SourceDataLine line; // guarded by this
    private @Nullable LinePlayback last; // guarded by this

    /** Opens nothing yet; {@code device} is a part of its name or its number, empty for the default. */
    public Speaker(Optional<String> device) {
        this.device = device;
    }

    @Override
    public synchronized Playback start(int sampleRate) {
        SourceDataLine open = line;
        boolean usable =
                open != null && (int) open.getFormat().getSampleRate() == sampleRate && !(last != null && last.died());
        SourceDataLine current = open != null && usable ? open : openAnew(sampleRate);
        LinePlayback playback = new LinePlayback(current, !usable);
        last = playback;
        return playback;
    }

    private synchronized SourceDataLine openAnew(int sampleRate) {
        close();
        AudioFormat format = SoundDevices.format(sampleRate);
        int bufferBytes = sampleRate / BUFFERS_PER_SECOND * PcmFrame.BYTES_PER_SAMPLE;
        SourceDataLine opened = SoundDevices.speaker(device, format, bufferBytes);
        line = opened;
        return opened;
    }

    @Override
    public synchronized void close() {
        SourceDataLine current = line;
        if (current != null) {
            DeviceCalls.later(current::close);
            line = null;
        }
    }
}
