package dev.voicebot.config;

import java.util.Optional;

/** Microphone and speaker; a device is a part of its name, or its number. */
public record AudioSettings(
        Optional<String> inputDevice, Optional<String> outputDevice, int captureRate, int bufferFrames) {
    static final SettingTable TABLE = new SettingTable("audio");

    public static final Setting<Optional<String>> INPUT_DEVICE =
            TABLE.optional("input_device", Kind.TEXT, "Microphone: part of its name, or its number; empty: default.");
    public static final Setting<Optional<String>> OUTPUT_DEVICE =
            TABLE.optional("output_device", Kind.TEXT, "Speaker: part of its name, or its number; empty: default.");
    public static final Setting<Integer> CAPTURE_RATE =
            TABLE.setting("capture_rate", Kind.integer(8000, 192000), "16000", "Sample rate of the microphone in Hz.");
    public static final Setting<Integer> BUFFER_FRAMES =
            TABLE.setting("buffer_frames", Kind.integer(256, 65536), "2048", "Microphone buffer size in samples.");

    static AudioSettings of(SettingValues values) {
        return new AudioSettings(
                values.of(INPUT_DEVICE), values.of(OUTPUT_DEVICE), values.of(CAPTURE_RATE), values.of(BUFFER_FRAMES));
    }
}
