package dev.voicebot.engine.piper;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Resampler;
import dev.voicebot.audio.Samples;
import dev.voicebot.audio.TimeStretch;
import dev.voicebot.synthesis.Voice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A clause as the voice speaks it, at the speed and volume that are wanted; Piper's own are in the voice's file. Its
 * pitch cannot be changed.
 *
 * @param wanted Hz of the frames
 */
record PiperSound(int sampleRate, int wanted, Voice voice) {
    private static final int FRAMES_PER_SECOND = 16;

    List<PcmFrame> frames(short[] clause) {
        short[] sound = Samples.amplified(atSpeed(atRate(clause)), voice.gain());
        int length = Math.max(1, wanted / FRAMES_PER_SECOND);
        List<PcmFrame> frames = new ArrayList<>();
        for (int from = 0; from < sound.length; from += length) {
            frames.add(new PcmFrame(Arrays.copyOfRange(sound, from, Math.min(from + length, sound.length)), wanted));
        }
        return frames;
    }

    private short[] atRate(short[] samples) {
        if (sampleRate == wanted) {
            return samples;
        }
        Resampler resampler = new Resampler(sampleRate, wanted);
        return joined(resampler.resample(samples), resampler.finish());
    }

    private short[] atSpeed(short[] samples) {
        if (voice.rate() == 1) {
            return samples;
        }
        TimeStretch stretch = new TimeStretch(wanted, voice.rate());
        return joined(stretch.stretch(samples), stretch.finish());
    }

    private static short[] joined(short[] first, short[] rest) {
        short[] all = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }
}
