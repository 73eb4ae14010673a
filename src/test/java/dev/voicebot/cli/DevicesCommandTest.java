package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.JsonSchema;
import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.SilentOutput;
import dev.voicebot.audio.SoundDevice;
import dev.voicebot.config.AudioSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.wiring.Devices;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesCommandTest {
    @TempDir
    private Path home;

    @Test
    void eachDeviceIsALineWithItsNumberAndWhetherItIsUsed() {
        Shell.Finished finished = shell().run("devices", "--set", "audio.input_device=usb");

        assertThat(finished.exit()).isZero();
        assertThat(finished.lines())
                .containsExactly(
                        "microphone   0   Pulse  16, 44.1 kHz  the usual one",
                        "microphone   1 * USB mic  16, 44.1 kHz  of the camera",
                        "speaker      0 * Pulse  16, 44.1 kHz  the usual one");
        assertThat(finished.err()).isEmpty();
    }

    @Test
    void jsonIsWhatItsSchemaSays() {
        Shell.Finished finished = shell().run("devices", "--json");

        assertThat(finished.lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(JsonSchema.named("device").mistakes(line))
                        .as(line)
                        .isEmpty());
        assertThat(finished.lines().get(0)).contains("\"default\":true,\"used\":true,\"rates\":[16000,44100]");
        assertThat(finished.lines().get(1)).contains("\"default\":false,\"used\":false");
    }

    @Test
    void noDeviceIsAnAnswerToo() {
        Shell.Finished finished = new Shell(home).devices(new NoDevices()).run("devices", "--json");

        assertThat(finished.exit()).isZero();
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err()).isEqualTo("voicebot: no microphone\nvoicebot: no speaker\n");
    }

    @Test
    void aSoundServerThatHangsIsAFault() {
        Shell.Finished finished = new Shell(home).devices(new HungDevices()).run("devices");

        assertThat(finished.exit()).isEqualTo(6);
        assertThat(finished.err()).isEqualTo("voicebot: the sound server does not answer\n");
    }

    private Shell shell() {
        return new Shell(home).devices(new TwoMicrophones());
    }

    private static class NoDevices implements Devices {
        @Override
        public AudioInput microphone(AudioSettings audio, Optional<String> device) {
            throw new AssistantException(FaultKind.AUDIO_DEVICE, "there is no microphone");
        }

        @Override
        public AudioOutput speaker(Optional<String> device) {
            return new SilentOutput();
        }
    }

    private static final class HungDevices extends NoDevices {
        @Override
        public List<SoundDevice> microphones(Optional<String> device) {
            throw new AssistantException(FaultKind.AUDIO_DEVICE, "the sound server does not answer");
        }
    }

    private static final class TwoMicrophones extends NoDevices {
        private static final List<Integer> RATES = List.of(16_000, 44_100);

        @Override
        public List<SoundDevice> microphones(Optional<String> device) {
            boolean isUsb = device.filter("usb"::equals).isPresent();
            return List.of(
                    new SoundDevice(0, "Pulse", "the usual one", !isUsb, RATES),
                    new SoundDevice(1, "USB mic", "of the camera", isUsb, RATES));
        }

        @Override
        public List<SoundDevice> speakers(Optional<String> device) {
            return List.of(new SoundDevice(0, "Pulse", "the usual one", true, RATES));
        }
    }
}
