package dev.voicebot.engine.espeak;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The embedded voice: espeak-ng in this process, English or Mandarin by what each sentence is. */
public final class EspeakSynthesizer implements SpeechSynthesizer {
    private final Path cache;

    /** Unpacks the voice into {@code cache} when it is first needed. */
    public EspeakSynthesizer(Path cache) {
        this.cache = cache;
    }

    /** Gets the voice ready behind the caller's back. */
    public void warm() {
        EspeakThread.warm(cache);
    }

    @Override
    public int sampleRate() {
        return EspeakThread.SAMPLE_RATE;
    }

    @Override
    public SpeechStream open(Voice voice, Consumer<PcmFrame> frames, Cancellation cancellation) {
        warm();
        return new EspeakStream(cache, voice, frames, cancellation);
    }

    /** Nothing to close: the library belongs to the process. */
    @Override
    public void close() {}
}
