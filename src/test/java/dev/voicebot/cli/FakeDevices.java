package dev.voicebot.cli;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.SilentOutput;
import dev.voicebot.audio.SoundDevice;
import dev.voicebot.config.AudioSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.MemoryRecording;
import dev.voicebot.wiring.Devices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ears and a mouth out of memory; none at first. */
final class FakeDevices implements Devices {
    static final List<Integer> RATES = List.of(16_000, 44_100);

    private final List<Optional<String>> asked = new ArrayList<>();
    private AudioInput microphone = () -> {
        throw new AssistantException(FaultKind.AUDIO_DEVICE, "there is no microphone: plug one in");
    };
    private AudioOutput speaker = new SilentOutput();

    /** A microphone that hears this, and then ends. */
    FakeDevices hearing(short[] samples) {
        return microphone(() -> MemoryRecording.of(samples, TestSound.RATE));
    }

    FakeDevices microphone(AudioInput input) {
        microphone = input;
        return this;
    }

    FakeDevices speaker(AudioOutput output) {
        speaker = output;
        return this;
    }

    /** What microphones were asked for, in order. */
    List<Optional<String>> asked() {
        return asked;
    }

    @Override
    public AudioInput microphone(AudioSettings audio, Optional<String> device) {
        asked.add(device);
        return microphone;
    }

    @Override
    public AudioOutput speaker(Optional<String> device) {
        return speaker;
    }

    @Override
    public List<SoundDevice> microphones(Optional<String> device) {
        return List.of(new SoundDevice(0, "fake microphone", "", true, RATES));
    }

    @Override
    public List<SoundDevice> speakers(Optional<String> device) {
        return List.of(new SoundDevice(0, "fake speaker", "", true, RATES));
    }
}
