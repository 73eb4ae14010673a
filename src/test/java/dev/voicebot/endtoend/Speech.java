package dev.voicebot.endtoend;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavReader;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.engine.espeak.EspeakSynthesizer;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.Voice;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Something spoken, to be played into a microphone: a real recording where there is one, else the embedded voice. */
public final class Speech {
    private static final Path RECORDING = Path.of("..", "shared", "speech", "front-center-48k.wav");

    private final Path wav;
    private final byte[] sound;
    private final int rate;

    private Speech(Path wav, byte[] sound, int rate) {
        this.wav = wav;
        this.sound = sound;
        this.rate = rate;
    }

    public Path wav() {
        return wav;
    }

    /** 16-bit little-endian, mono. */
    byte[] sound() {
        return sound;
    }

    /** Hz. */
    int rate() {
        return rate;
    }

    public static Speech in(Path folder) {
        return read(Files.exists(RECORDING) ? RECORDING.toAbsolutePath() : spoken(folder));
    }

    static Speech read(Path wav) {
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        try (WavReader reader = WavReader.open(wav)) {
            for (Optional<PcmFrame> frame = reader.next(4096); frame.isPresent(); frame = reader.next(4096)) {
                sound.writeBytes(frame.get().littleEndian());
            }
            return new Speech(wav, sound.toByteArray(), reader.sampleRate());
        }
    }

    private static Path spoken(Path folder) {
        Path wav = folder.resolve("speech.wav");
        EspeakSynthesizer voice = new EspeakSynthesizer(folder.resolve("voice"));
        try (WavWriter writer = WavWriter.replace(wav, voice.sampleRate());
                SpeechStream stream = voice.open(Voice.DEFAULT, writer::write, new Cancellation())) {
            stream.write("Front center, front left, front right.");
            stream.finish();
        }
        return wav;
    }
}
