package dev.voicebot.wiring;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.SoundDevice;
import dev.voicebot.config.AudioSettings;
import dev.voicebot.sound.DeviceList;
import dev.voicebot.sound.EchoCancel;
import dev.voicebot.sound.Microphone;
import dev.voicebot.sound.Speaker;
import java.util.List;
import java.util.Optional;

/** Where a microphone and a speaker come from, by a part of their name or their number; nothing is opened yet. */
public interface Devices {
    /** Those of this machine. */
    Devices OF_THIS_MACHINE = new Devices() {
        @Override
        public AudioInput microphone(AudioSettings audio, Optional<String> device) {
            return new Microphone(device, audio.captureRate(), audio.bufferFrames());
        }

        @Override
        public AudioOutput speaker(Optional<String> device) {
            return new Speaker(device);
        }

        @Override
        public Optional<EchoCancel> echoCancel() {
            return EchoCancel.find();
        }

        @Override
        public List<SoundDevice> microphones(Optional<String> device) {
            return DeviceList.microphones(device);
        }

        @Override
        public List<SoundDevice> speakers(Optional<String> device) {
            return DeviceList.speakers(device);
        }
    };

    AudioInput microphone(AudioSettings audio, Optional<String> device);

    /** Its owner closes it. */
    AudioOutput speaker(Optional<String> device);

    /** What takes the speaker's sound out of the microphone's; asks the sound server. */
    default Optional<EchoCancel> echoCancel() {
        return Optional.empty();
    }

    /**
     * Those there are, the default first. Waits a few seconds at most.
     *
     * @throws dev.voicebot.outcome.AssistantException of kind AUDIO_DEVICE when the sound server does not answer
     */
    default List<SoundDevice> microphones(Optional<String> device) {
        return List.of();
    }

    /** As {@link #microphones}. */
    default List<SoundDevice> speakers(Optional<String> device) {
        return List.of();
    }
}
