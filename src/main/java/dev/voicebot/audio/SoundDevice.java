package dev.voicebot.audio;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A microphone or a speaker of this machine.
 *
 * @param number what the settings may call it by, beside a part of its name; 0 is the default
 * @param used whether the settings choose it
 * @param rates the usual ones, in Hz, that it says it takes, for one channel of 16-bit samples
 */
public record SoundDevice(int number, String name, String description, boolean used, List<Integer> rates) {
    public SoundDevice {
        rates = List.copyOf(rates);
    }

    /** The rates in a few words: {@code 8, 16, 44.1 kHz}. */
    public String kilohertz() {
        return rates.stream()
                .map(hertz -> BigDecimal.valueOf(hertz, 3).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", ", "", " kHz"));
    }
}
