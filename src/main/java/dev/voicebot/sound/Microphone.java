package dev.voicebot.sound;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.TargetDataLine;

/** A microphone through javax.sound; each recording opens a line of its own, which survives unplugging in between. */
public final class Microphone implements AudioInput {
    private final Optional<String> device;
    private final int sampleRate;
    private final int bufferFrames;

    /**
     * Opens nothing yet.
     *
     * @param device a part of its name or its number; empty for the default
     * @param sampleRate Hz
     * @param bufferFrames samples that the line holds; at least a tenth of a second is taken
     */
    public Microphone(Optional<String> device, int sampleRate, int bufferFrames) {
        this.device = device;
        this.sampleRate = sampleRate;
        this.bufferFrames = Math.max(bufferFrames, sampleRate / 10);
    }

    @Override
    public Recording start() {
        AudioFormat format = SoundDevices.format(sampleRate);
        TargetDataLine line = SoundDevices.microphone(device, format, bufferFrames * PcmFrame.BYTES_PER_SAMPLE);
        return MicrophoneRecording.start(line);
    }
}
