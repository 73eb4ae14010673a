package dev.voicebot.setup;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.SoundDevice;
import dev.voicebot.config.AudioSettings;
import dev.voicebot.recognition.MemoryRecording;
import dev.voicebot.turn.MemoryOutput;
import dev.voicebot.wiring.Devices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two microphones, of which the second hears something, and two speakers. */
final class TwoOfEach implements Devices {
    private static final int RATE = 16_000;

    final MemoryOutput speaker = new MemoryOutput();
    final List<String> opened = new ArrayList<>();

    @Override
    public AudioInput microphone(AudioSettings audio, Optional<String> device) {
        opened.add("in " + device.orElse(""));
        short[] samples = new short[RATE];
        java.util.Arrays.fill(samples, (short) (device.orElse("").equals("1") ? 1000 : 0));
        return () -> MemoryRecording.of(samples, RATE);
    }

    @Override
    public AudioOutput speaker(Optional<String> device) {
        opened.add("out " + device.orElse(""));
        return speaker;
    }

    @Override
    public List<SoundDevice> microphones(Optional<String> device) {
        return devices("Built-in microphone", "USB headset", device);
    }

    @Override
    public List<SoundDevice> speakers(Optional<String> device) {
        return devices("Built-in speaker", "Display", device);
    }

    private static List<SoundDevice> devices(String first, String second, Optional<String> used) {
        return List.of(
                new SoundDevice(0, first, "", !used.orElse("0").equals("1"), List.of(RATE)),
                new SoundDevice(1, second, "", used.orElse("0").equals("1"), List.of(RATE)));
    }
}
