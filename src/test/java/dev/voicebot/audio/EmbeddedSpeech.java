package dev.voicebot.audio;

import dev.voicebot.engine.espeak.EspeakSynthesizer;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.Voice;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;

/** Speech by the embedded voice, whole. */
public final class EmbeddedSpeech {
    private EmbeddedSpeech() {}

    /** The samples at {@code sampleRate} Hz; the voice is unpacked into {@code cache}. */
    public static short[] samples(Path cache, Voice voice, String text, int sampleRate) {
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        EspeakSynthesizer espeak = new EspeakSynthesizer(cache);
        try (SpeechStream stream =
                espeak.open(voice, frame -> sound.writeBytes(frame.littleEndian()), new Cancellation())) {
            stream.write(text);
            stream.finish();
        }
        byte[] bytes = sound.toByteArray();
        short[] samples = PcmFrame.ofLittleEndian(bytes, 0, bytes.length, espeak.sampleRate())
                .samples();
        return new Resampler(espeak.sampleRate(), sampleRate).resample(samples);
    }
}
