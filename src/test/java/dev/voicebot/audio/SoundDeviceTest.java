package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SoundDeviceTest {
    @Test
    void itsRatesAreShownInKilohertz() {
        assertThat(new SoundDevice(1, "USB", "", false, List.of(8000, 16000, 44100)).kilohertz())
                .isEqualTo("8, 16, 44.1 kHz");
    }
}
