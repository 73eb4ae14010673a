package dev.voicebot.cli;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;

/** Sound in which the stand-in hears sentences: tones with silence between them. */
final class TestSound {
    static final int RATE = 16000;

    private TestSound() {}

    /** As many sentences as given lengths of speech, each followed by a second of silence. */
    static Path wav(Path file, Duration... sentences) {
        try (WavWriter wav = WavWriter.replace(file, RATE)) {
            for (Duration sentence : sentences) {
                wav.write(tone(sentence));
                wav.write(PcmFrame.silence(Duration.ofSeconds(1), RATE));
            }
        }
        return file;
    }

    /** The same without a header. */
    static byte[] raw(Duration... sentences) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Duration sentence : sentences) {
            bytes.writeBytes(tone(sentence).littleEndian());
            bytes.writeBytes(PcmFrame.silence(Duration.ofSeconds(1), RATE).littleEndian());
        }
        return bytes.toByteArray();
    }

    private static PcmFrame tone(Duration length) {
        short[] samples = new short[(int) (length.toMillis() * RATE / 1000)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (8000 * Math.sin(2 * Math.PI * 440 * i / RATE));
        }
        return new PcmFrame(samples, RATE);
    }
}
