package dev.voicebot.wiring;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.config.Settings;
import dev.voicebot.sound.Microphone;
import dev.voicebot.sound.Speaker;
import java.util.Optional;

/** Where a microphone and a speaker come from, by a part of their name or their number; nothing is opened yet. */
public interface Devices {
    /** Those of this machine. */
    Devices OF_THIS_MACHINE = new Devices() {
        @Override
        public AudioInput microphone(Settings.Audio audio, Optional<String> device) {
            return new Microphone(device, audio.captureRate(), audio.bufferFrames());
        }

        @Override
        public AudioOutput speaker(Optional<String> device) {
            return new Speaker(device);
        }
    };

    AudioInput microphone(Settings.Audio audio, Optional<String> device);

    /** Its owner closes it. */
    AudioOutput speaker(Optional<String> device);
}
