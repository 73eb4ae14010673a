package dev.voicebot.sound;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A speaker through javax.sound: one line, kept open from reply to reply, opened anew when the rate changes or it died. */
public final class Speaker implements AudioOutput {
    private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);
    private static final int BUFFERS_PER_SECOND = 2; // 500 ms never underran, and stop+flush silences it at once

    private final Optional<String> device;

    @GuardedBy("this")
    private @Nullable SpeakerLine line;

    /** Opens nothing yet; {@code device} is a part of its name or its number, empty for the default. */
    public Speaker(Optional<String> device) {
        this.device = device;
    }

    @Override
    public synchronized Playback start(int sampleRate) {
        SpeakerLine open = line;
        if (open != null && !open.isDead() && open.sampleRate() == sampleRate) {
            try {
                return LinePlayback.start(open, false);
            } catch (AssistantException e) {
                if (e.kind() != FaultKind.AUDIO_DEVICE) {
                    throw e;
                }
                LOG.info("the speaker is opened again", e);
            }
        }
        return LinePlayback.start(openAnew(sampleRate), true);
    }

    private synchronized SpeakerLine openAnew(int sampleRate) {
        close();
        AudioFormat format = SoundDevices.format(sampleRate);
        int bufferBytes = sampleRate / BUFFERS_PER_SECOND * PcmFrame.BYTES_PER_SAMPLE;
        SpeakerLine opened = new SpeakerLine(SoundDevices.speaker(device, format, bufferBytes));
        line = opened;
        return opened;
    }

    @Override
    public synchronized void close() {
        SpeakerLine current = line;
        if (current != null) {
            current.close();
            line = null;
        }
    }
}
